import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

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
    env: { TZ: 'UTC', BEBACK_LOG_LEVEL: 'error', PORT: String(await freePort()), ...variables },
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

// Helpers

/** A port with a free one beside it: the dealer's site takes the next. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0);
    if (port !== undefined && port < 65_535 && (await listenOnce(port + 1)) !== undefined) return port;
  }
}

async function listenOnce(wanted: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : undefined;
}
