// Every test of every package, or of the named ones: node tooling/testing/src/run-tests.ts [package…]
// Brings up one PostgreSQL and finds one Chromium for all of them, then adds up what their reports say.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../bootstrap/pins.mjs';
import { Complaint, say } from '../../bootstrap/say.mjs';
import { chromiumPath } from './chromium.ts';
import { startPostgres } from './postgres.ts';
import { runSuites } from './run-suites.ts';
import { outcomeTable, packageOutcome, sum, totalsLine } from './totals.ts';
import { choosePackages, type WorkspacePackage, workspacePackages } from './workspace-package.ts';

interface Provided {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const packages = choosePackages(workspacePackages(root), process.argv.slice(2));
const reports = mkdtempSync(join(tmpdir(), 'beback-reports-'));
const provided = await provideServices(packages);
try {
  const built = (await build(packages)) === 0;
  const passed = await runSuites(root, packages, {
    ...process.env,
    ...provided.env,
    BEBACK_TEST_REPORTS: reports,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/beback/compiled'),
  });
  const outcomes = packages.map(({ folder }) => packageOutcome(folder, readReport(folder)));
  const counted = sum(outcomes);
  // How the programs ended counts too: a failure that no report shows must not get lost.
  const total = !(built && passed) && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  console.log(`\n${outcomeTable(outcomes)}\n\n${totalsLine(total)}`);
  const totalsFile = process.env['BEBACK_TOTALS_FILE'];
  if (totalsFile) writeFileSync(totalsFile, JSON.stringify(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
} finally {
  await provided.stop();
  rmSync(reports, { recursive: true, force: true });
}

// Helpers

/** What cannot be provided is said, and left to the tests that need it: they fail, and the others still run. */
async function provideServices(chosen: readonly WorkspacePackage[]): Promise<Provided> {
  const none = { env: {}, stop: async () => undefined };
  if (!chosen.some(({ dependencies }) => dependencies.includes('@beback/testing'))) return none;
  say('bringing up PostgreSQL and looking for Chromium');
  const chromium = await orSay(chromiumPath());
  const server = process.env['BEBACK_TEST_DATABASE_URL'] ? undefined : await orSay(startPostgres());
  return {
    env: {
      ...(chromium && { CHROMIUM_PATH: chromium }),
      ...(server && { BEBACK_TEST_DATABASE_URL: server.url }),
    },
    stop: async () => server?.stop(),
  };
}

async function orSay<T>(service: Promise<T>): Promise<T | undefined> {
  try {
    return await service;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof Complaint ? error.message : `${error.message}\n`);
    return undefined;
  }
}

/** What the suites stand on: generated code, and the packages as they are shipped. */
function build(chosen: readonly WorkspacePackage[]): Promise<number> {
  const args = [
    join(root, 'node_modules/turbo/bin/turbo'),
    'run',
    'build',
    ...chosen.map(({ folder }) => `--filter=./${folder}`),
    '--continue=dependencies-successful',
    '--env-mode=loose',
    '--output-logs=errors-only',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readReport(folder: string) {
  const file = join(reports, `${folder.replaceAll('/', '_')}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
