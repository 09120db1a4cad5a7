import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from './free-port.ts';

it('gives a port that can be listened on, and so can the next', async () => {
  const port = await freePort();
  const servers: Server[] = [];
  for (const one of [port, port + 1]) {
    const server = createServer().listen(one, 'localhost');
    await once(server, 'listening');
    servers.push(server);
  }
  for (const server of servers) server.close();
  expect(port).toBeLessThan(32_768);
});
