import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Where a run of all tests keeps what Node has compiled: a start costs a third less. */
const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** The real program in a process of its own, as production runs it. */
export interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  /** Sends the signal and waits for the end; answers the exit code, null when the signal itself ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  /** Every line that it logged. */
  readonly log: () => string;
}

/** How a program ended that never came to listen. */
export interface RefusedProgram {
  readonly code: number | null;
  readonly words: string;
}

/** Variables of the environment; the child is given no others. */
export type ProgramVariables = Readonly<Record<string, string>>;

/** @throws Error with what it said when it ended before it listened. */
export async function startedProgram(variables: ProgramVariables): Promise<RunningProgram> {
  const started = await startProgramProcess(variables);
  if ('url' in started) return started;
  throw new Error(`The program ended with ${started.code} before it was ready:\n${started.words}`);
}

/** Starts `main.ts` on a free port and waits for its line "ready", which tells where it listens. */
export async function startProgramProcess(variables: ProgramVariables): Promise<RunningProgram | RefusedProgram> {
  const child = spawn(process.execPath, ['--conditions=@beback/source', MAIN], {
    env: { TZ: 'UTC', PORT: '0', ...compiled, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const exit = once(child, 'exit');
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const url = readyUrl(line);
        if (url !== undefined) resolve(url);
      });
    }
  });
  const url = await Promise.race([ready, exit.then(() => undefined)]);
  if (url === undefined || child.pid === undefined) return { code: child.exitCode, words: lines.join('\n') };
  return { url, pid: child.pid, end: (signal) => ended(child, exit, signal), log: () => lines.join('\n') };
}

// Helpers

function readyUrl(line: string): string | undefined {
  if (!line.includes('"msg":"ready"')) return undefined;
  return (JSON.parse(line) as { readonly url: string }).url;
}

async function ended(child: ChildProcess, exit: Promise<unknown>, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  await exit;
  return child.exitCode;
}
