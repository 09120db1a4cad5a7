import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessDone } from './fingerprint.mjs';
import { root } from './pins.mjs';
import { run } from './run.mjs';
import { Complaint, say } from './say.mjs';

const workspaceFolders = ['packages', 'apps', 'tooling'];

/** Every package's folder, from the root: `packages/core`. */
function packageFolders() {
  return workspaceFolders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}`)
      .filter((place) => existsSync(join(root, place, 'package.json'))),
  );
}

/**
 * Installs exactly what the lockfile says, unless that was done for this very lockfile.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function ensureInstalled(toolchain) {
  const manifests = ['', ...packageFolders().map((folder) => `${folder}/`)].map((folder) => `${folder}package.json`);
  const job = {
    stamp: 'node_modules/.cache/beback/installed',
    fingerprint: fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]),
    made: () => ['node_modules/.modules.yaml'],
  };
  const worked = await unlessDone(job, async () => {
    say('installing dependencies (the first time takes a minute)');
    const args = [toolchain.pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'];
    const env = {
      ...toolchain.env,
      // pnpm must not ask before it replaces node_modules: nobody is there to answer.
      CI: 'true',
      // Three more tries within some seconds: by its own settings pnpm says after three minutes that there is no network.
      pnpm_config_fetch_retries: '3',
      pnpm_config_fetch_retry_mintimeout: '1000',
      pnpm_config_fetch_retry_maxtimeout: '5000',
    };
    const code = await run(toolchain.node, args, { env });
    if (code !== 0) {
      throw new Complaint(
        'The dependencies could not be installed; the reason stands above. Is the npm registry in reach?',
      );
    }
  });
  if (worked) say('dependencies installed');
}

/**
 * Generates code and builds every package, unless that was done for these very sources.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function ensureBuilt(toolchain) {
  const job = {
    stamp: 'node_modules/.cache/beback/built',
    fingerprint: fingerprint(
      [...workspaceFolders, 'package.json', 'pnpm-lock.yaml', 'turbo.json'],
      (file) => !/\.test\.ts$|\.md$/.test(file),
    ),
    made: () =>
      packageFolders()
        .flatMap((folder) => [`${folder}/dist`, `${folder}/src/generated`])
        .filter((place) => existsSync(join(root, place))),
  };
  const worked = await unlessDone(job, async () => {
    say('building (code generation, packages, widgets, showroom)');
    const code = await turbo(toolchain, ['run', 'build', '--output-logs=errors-only']);
    if (code !== 0) throw new Complaint('The build failed; the reason stands above.');
  });
  if (worked) say('built');
}

/**
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {readonly string[]} args
 */
export function turbo(toolchain, args) {
  return run(toolchain.node, [join(root, 'node_modules/turbo/bin/turbo'), ...args], { env: toolchain.env });
}

/**
 * Runs one of the workspace's own programs from source.
 *
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {string} program path from the root
 * @param {readonly string[]} args
 */
export function runProgram(toolchain, program, args) {
  return run(toolchain.node, ['--conditions=@beback/source', join(root, program), ...args], { env: toolchain.env });
}
