import { createServer } from 'node:net';
import { OptionsError } from './options.ts';

/**
 * Makes sure that ports can be listened on before the demo is filled for them: minutes of work for nothing else.
 *
 * @throws OptionsError naming the port that is taken, or is none.
 *
 * @example
 * await demandFreePorts('127.0.0.1', [4000, 4001]);
 */
export async function demandFreePorts(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (port > 65_535)
      throw new OptionsError(`PORT is ${port - 1}: the dealer’s site takes the next, expected 65534 at most`);
    await demandFree(host, port);
  }
}

function demandFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const why = taken
        ? 'is in use by another program. Stop it, or choose another with PORT'
        : `is of no use: ${error.message}`;
      reject(new OptionsError(`Port ${port} ${why}.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
