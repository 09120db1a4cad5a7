import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below 32768 no connection that goes out is given one by chance, between the search for a port and its use. */
const [FROM, UNTIL] = [20_000, 32_000];

/**
 * A port on which nobody listens, and none on the next one either, for a server whose address must be known before it
 * starts.
 *
 * @example
 * const port = await freePort();
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, UNTIL);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

// Helpers

/** On every address of this machine. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
