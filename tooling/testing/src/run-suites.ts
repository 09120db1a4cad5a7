import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { WorkspacePackage } from './workspace-package.ts';

/**
 * Suites that take minutes, the longest first: begun last, they would run alone at the end while a processor idles. The
 * others follow in the order of their folders.
 */
const LONG_SUITES: readonly string[] = [
  'apps/api',
  'apps/showroom',
  'packages/widgets',
  'packages/core',
  'tooling/demo',
];

/** Two keep a small machine busy; the third takes the time in which they wait for a server, a browser or a timer. */
const SUITES_AT_ONCE = 3;

/** The packages in the order in which their suites begin. */
export function suiteOrder(packages: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const rank = ({ folder }: WorkspacePackage): number => {
    const place = LONG_SUITES.indexOf(folder);
    return place < 0 ? LONG_SUITES.length : place;
  };
  return packages.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Runs the `test` script of each package, several at once, and shows what each said once it is done. SIGINT and SIGTERM
 * are handed on, and nothing is begun after them.
 *
 * @returns whether all ended well
 *
 * @example
 * const passed = await runSuites(root, workspacePackages(root), process.env);
 */
export async function runSuites(
  root: string,
  packages: readonly WorkspacePackage[],
  env: NodeJS.ProcessEnv,
  show: (said: Uint8Array) => void = (said) => process.stdout.write(said),
): Promise<boolean> {
  const rest = suiteOrder(packages).values();
  const stopped = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = (signal: NodeJS.Signals): void => stopped.abort(signal);
  for (const signal of signals) process.on(signal, stop);
  let passed = true;
  const inTurn = async (): Promise<void> => {
    for (const { folder } of rest) {
      if (stopped.signal.aborted) return;
      const { code, said } = await runSuite(join(root, folder), env, stopped.signal);
      show(said);
      passed &&= code === 0;
    }
  };
  await Promise.all(Array.from({ length: SUITES_AT_ONCE }, inTurn));
  for (const signal of signals) process.off(signal, stop);
  return passed && !stopped.signal.aborted;
}

// Helpers

function runSuite(
  folder: string,
  env: NodeJS.ProcessEnv,
  stopped: AbortSignal,
): Promise<{ readonly code: number | null; readonly said: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--run', 'test'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => said.push(bytes));
    const handOn = (): unknown => child.kill(stopped.reason as NodeJS.Signals);
    stopped.addEventListener('abort', handOn);
    child.on('error', reject);
    child.on('close', (code) => {
      stopped.removeEventListener('abort', handOn);
      resolve({ code, said: Buffer.concat(said) });
    });
  });
}
