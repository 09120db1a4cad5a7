import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { start } from './support/demo-process.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'beback-demo-')), 'data');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

it('says that a port is taken before it fills anything for it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const refused = await start([], { BEBACK_DATA_DIR: folder, PORT: String(port) });
  other.close();
  expect(refused.code).toBe(2);
  expect(refused.words()).toMatch(`Port ${port} is in use by another program`);
  expect(existsSync(folder)).toBe(false);
});

it('wants a port beside its own for the dealer’s site', async () => {
  const refused = await start([], { BEBACK_DATA_DIR: folder, PORT: '65535' });
  expect(refused.code).toBe(2);
  expect(refused.words()).toMatch('expected 65534 at most');
});

it('names the data folder that cannot be used, and what is expected', async () => {
  const refused = await start([], { BEBACK_DATA_DIR: '/dev/null/data' });
  expect(refused.code).toBe(2);
  expect(refused.words()).toMatch(/data folder \/dev\/null\/data cannot be used.*BEBACK_DATA_DIR: expected a folder/);
});
