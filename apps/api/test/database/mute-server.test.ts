import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postgresEngine } from '../../src/database/engines/postgres.ts';
import type { Engine } from '../../src/database/link.ts';
import { prepareDatabase } from '../../src/database/prepare-database.ts';
import { OPENING_MS, openTestPostgres } from '../support/test-gateway.ts';

/** What stands between us and the server: it hands on, or takes connections and says nothing more. */
interface Proxy {
  readonly url: string;
  mute: boolean;
  /** Breaks the connections that stand. */
  breakAll(): void;
  readonly open: () => number;
  /** Resolves when so many have come in all. */
  came(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A busy machine may take a second to connect; a statement is answered within 1.5 s (15 s, less the grace). */
const PATIENCE = { connectMs: 2_000, lockMs: 200, graceMs: -13_500 };
const closers: (() => Promise<unknown>)[] = [];
let url: string;
beforeEach(async () => {
  const database = await openTestPostgres();
  closers.push(database.drop);
  url = database.url;
}, OPENING_MS);
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('a server that takes connections and says nothing', () => {
  it('ends a start, and leaves no connection behind', async () => {
    const proxy = await proxyTo(url);
    proxy.mute = true;
    const engine = engineOf(proxy.url);
    await expect(engine.takeAsOwner()).rejects.toMatchObject({ sqlState: '08006' });
    await expect(
      engine.listen(
        'any',
        () => {},
        () => {},
      ),
    ).rejects.toMatchObject({ sqlState: '08006' });
    await expect.poll(proxy.open).toBe(0);
  });

  it('does not stop events for good: the listener comes back when the server answers again', async () => {
    const proxy = await proxyTo(url);
    const engine = engineOf(proxy.url);
    const heard: string[] = [];
    let back = (): void => {};
    const isBack = new Promise<void>((resolve) => {
      back = resolve;
    });
    await engine.listen('any', (payload) => void heard.push(payload), back);
    proxy.mute = true;
    proxy.breakAll();
    await proxy.came(3);
    proxy.mute = false;
    await isBack;
    await notify('any', 'hello');
    await expect.poll(() => heard).toEqual(['hello']);
  });

  it('ends a statement whose answer never comes, and gives the connection to nobody else', async () => {
    const proxy = await proxyTo(url);
    const engine = engineOf(proxy.url);
    const link = await engine.take({ role: 'directory' });
    proxy.mute = true;
    await expect(link.query({ text: 'select 1', values: [] })).rejects.toMatchObject({ sqlState: '08006' });
    await link.release();
    proxy.mute = false;
    const other = await engine.take({ role: 'directory' });
    expect((await other.query({ text: 'select 1', values: [] })).rows).toEqual([['1']]);
    await other.release();
  });
});

describe('a server of ours that never ends its preparing', () => {
  it('does not hold up another for ever', async () => {
    const holder = engineOf(url);
    const owner = await holder.takeAsOwner();
    await owner.query({ text: 'select pg_advisory_lock(108187581768555)', values: [] });
    await expect(prepareDatabase(engineOf(url), [])).rejects.toMatchObject({ sqlState: '55P03' });
    await owner.release();
  });
});

// Helpers

function engineOf(address: string): Engine {
  const engine = postgresEngine({ url: address, connections: 1, patience: PATIENCE });
  closers.push(() => engine.close());
  return engine;
}

async function onServer(text: string): Promise<void> {
  const engine = postgresEngine({ url, connections: 1 });
  const owner = await engine.takeAsOwner();
  await owner.query({ text, values: [] }).finally(() => owner.release());
  await engine.close();
}

const notify = (channel: string, payload: string): Promise<void> =>
  onServer(`select pg_notify('${channel}', '${payload}')`);

async function proxyTo(address: string): Promise<Proxy> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let came = 0;
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const proxy = { mute: false };
  const server: Server = createServer((socket) => {
    came += 1;
    sockets.add(socket);
    const behind = proxy.mute ? undefined : connect(Number(target.port), target.hostname);
    socket.on('data', (chunk) => void (proxy.mute ? undefined : behind?.write(chunk)));
    behind?.on('data', (chunk) => void (proxy.mute ? undefined : socket.write(chunk)));
    behind?.on('error', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      behind?.destroy();
    });
    for (const { count, done } of waiting) if (came >= count) done();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(address);
  own.port = String((server.address() as AddressInfo).port);
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const close = async (): Promise<void> => {
    breakAll();
    server.close();
    await once(server, 'close');
  };
  closers.push(close);
  return Object.assign(proxy, {
    url: own.href,
    breakAll,
    open: () => sockets.size,
    came: (count: number) =>
      new Promise<void>((resolve) => {
        if (came >= count) resolve();
        else waiting.push({ count, done: resolve });
      }),
    close,
  });
}
