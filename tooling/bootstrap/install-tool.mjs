import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolderLock } from './folder-lock.mjs';
import { Complaint, say } from './say.mjs';

/**
 * Puts packages of exact versions into `folder`/node_modules by npm, unless they are there already.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} packages name -> version
 * @param {{ scripts?: boolean }} [options] `scripts`: let the packages' own install scripts run
 * @returns {Promise<void>}
 */
export async function installTool(folder, packages, options = {}) {
  if (isInstalled(folder, packages)) return;
  await withFolderLock(`${folder}.lock`, async () => {
    if (isInstalled(folder, packages)) return;
    const specs = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    say(`getting ${specs.join(', ')} from the npm registry`);
    mkdirSync(folder, { recursive: true });
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
    await npm([
      'install',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(options.scripts ? [] : ['--ignore-scripts']),
      `--prefix=${folder}`,
      ...specs,
    ]);
  });
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} packages
 */
function isInstalled(folder, packages) {
  return Object.entries(packages).every(([name, version]) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}

/** @param {readonly string[]} args */
function npm(args) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', () =>
      reject(new Complaint('npm was not found on PATH. Install Node.js with npm, then try again.')),
    );
    child.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Complaint(explain(output)))));
  });
}

const unreachable = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** @param {string} output what npm printed */
function explain(output) {
  const advice = unreachable.test(output)
    ? 'The npm registry cannot be reached. Beback needs it for its first start: check the network, the proxy (HTTPS_PROXY) and `npm config get registry`.'
    : 'npm could not install what Beback needs.';
  return `${advice}\n\n${output.trim()}`;
}
