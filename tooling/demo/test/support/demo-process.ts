import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '@beback/testing/free-port';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Where a run of all tests keeps what Node has compiled: a start costs a third less. */
const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** A start that came to serve, or ended before: then `code` is what it ended with. */
export interface Started {
  readonly code: number | null | undefined;
  /** All that it said so far. */
  readonly words: () => string;
  /** Sends SIGTERM, which it may take its time for, and waits for the end. */
  stop(): Promise<void>;
}

/** Runs `npm start`'s own program with these arguments and variables alone, until it says that it is ready or ends. */
export async function start(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, ['--conditions=@beback/source', MAIN, ...args], {
    // The dealer's site takes the next port.
    env: { TZ: 'UTC', BEBACK_LOG_LEVEL: 'error', PORT: String(await freePort()), ...compiled, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'exit');
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('Beback is ready at')) resolve();
      });
    }
  });
  // What is said after "ready" and before the end belongs to it: the link of the set-up.
  await Promise.race([ready, closed]);
  return {
    code: child.exitCode,
    words: () => lines.join('\n'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
