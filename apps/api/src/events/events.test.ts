import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ENGINES,
  OPENING_MS,
  openTestGateway,
  openTestPostgres,
  type TestGateway,
} from '../../test/support/test-gateway.ts';
import type { GroupDatabase } from '../database/gateway.ts';
import { newId } from '../database/new-id.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { boundedQueue } from './bounded-queue.ts';
import { type BebackEvent, decodeEvent, encodeEvent, type HeardEvent } from './event.ts';
import { type Events, startEvents } from './start-events.ts';

/** The server is shared with the tests that run beside these: their connections are let be. */
const HERE = 'datname = current_database()';
const ANY = (): boolean => true;
const changed = (memberId: string): BebackEvent => ({ kind: 'dayChanged', memberId });

describe('a bounded queue', () => {
  it('hands over in order, to a reader that waits and to one that comes later', async () => {
    const queue = boundedQueue<number>(3, -1, () => {});
    const early = queue.next();
    queue.push(1);
    queue.push(2);
    expect(await early).toEqual({ value: 1, done: false });
    expect(await queue.next()).toEqual({ value: 2, done: false });
  });

  it('puts one notice in place of all that waits when there is too much, and goes on', async () => {
    const queue = boundedQueue<number>(3, -1, () => {});
    for (const item of [1, 2, 3, 4, 5]) queue.push(item);
    queue.end();
    const read: number[] = [];
    for await (const item of queue) read.push(item);
    expect(read).toEqual([-1, 5]);
  });

  it('ends for whoever waits, and tells once', async () => {
    let ends = 0;
    const queue = boundedQueue<number>(3, -1, () => {
      ends += 1;
    });
    const waiting = [queue.next(), queue.next()];
    queue.end();
    queue.end();
    await queue.return?.();
    expect(await Promise.all(waiting)).toEqual([
      { value: undefined, done: true },
      { value: undefined, done: true },
    ]);
    queue.push(1);
    expect(await queue.next()).toEqual({ value: undefined, done: true });
    expect(ends).toBe(1);
  });
});

describe('an event as text', () => {
  it('is read as it was written, and anything else is no event', () => {
    const event: BebackEvent = { kind: 'dayChanged', memberId: 'm', touchId: 't' };
    expect(decodeEvent(encodeEvent('g', event))).toEqual({ groupId: 'g', event });
    for (const text of ['', '{', '{}', 'null', '{"groupId":"g","event":{"kind":"later"}}']) {
      expect(decodeEvent(text)).toBeUndefined();
    }
  });
});

describe.each(ENGINES)('events on %s', (engine) => {
  let test: TestGateway;
  let events: Events;
  let ours: GroupDatabase;
  beforeAll(async () => {
    test = await openTestGateway(engine);
  }, OPENING_MS);
  afterAll(() => test.close());
  afterEach(() => events.stop());

  const start = async (): Promise<void> => {
    events = await startEvents(test.gateway);
    ours = test.gateway.enterGroup(newId());
  };

  it('are heard after the COMMIT, by who wanted them, and by no other group', async () => {
    await start();
    const theirs = test.gateway.enterGroup(newId());
    const mine = events.subscribe(ours.groupId, (event) => event.memberId === 'me');
    const others = events.subscribe(theirs.groupId, ANY);
    await ours.transaction(async (tx) => {
      await tx.notify(changed('somebody else'));
      await tx.notify(changed('me'));
    });
    await theirs.transaction((tx) => tx.notify(changed('them')));
    expect(await mine.next()).toEqual({ value: changed('me'), done: false });
    expect(await others.next()).toEqual({ value: changed('them'), done: false });
  });

  it('are never heard when the transaction fails', async () => {
    await start();
    const all = events.subscribe(ours.groupId, ANY);
    const failing = ours.transaction(async (tx) => {
      await tx.notify(changed('failed'));
      throw new Error('No');
    });
    await expect(failing).rejects.toThrow('No');
    await ours.transaction((tx) => tx.notify(changed('done')));
    expect(await all.next()).toEqual({ value: changed('done'), done: false });
  });

  it('become one "missed" for a reader that falls behind', async () => {
    await start();
    const slow = events.subscribe(ours.groupId, ANY, { limit: 5 });
    const quick = events.subscribe(ours.groupId, (event) => event.memberId === 'last');
    for (let index = 0; index < 20; index += 1) {
      await ours.transaction((tx) => tx.notify(changed(`${index}`)));
    }
    await ours.transaction((tx) => tx.notify(changed('last')));
    await quick.next();
    expect(await slow.next()).toEqual({ value: { kind: 'missed' }, done: false });
    await slow.return?.();
    expect(await slow.next()).toEqual({ value: undefined, done: true });
  });

  it('end when the subscriber leaves or all is stopped', async () => {
    await start();
    const leaving = new AbortController();
    const one = events.subscribe(ours.groupId, ANY, { signal: leaving.signal });
    const other = events.subscribe(ours.groupId, ANY);
    leaving.abort();
    expect(await one.next()).toEqual({ value: undefined, done: true });
    const waiting = other.next();
    await events.stop();
    expect(await waiting).toEqual({ value: undefined, done: true });
    const late = events.subscribe(ours.groupId, ANY, { signal: leaving.signal });
    expect(await late.next()).toEqual({ value: undefined, done: true });
  });
});

describe('events between processes on postgres', () => {
  it(
    'reach the other process, and tell it when the connection was lost in between',
    async () => {
      const database = await openTestPostgres();
      const settings = { url: database.url, connections: 2 };
      const [here, there] = await Promise.all([openPostgres(settings), openPostgres(settings)]);
      const groupId = newId();
      const events = await startEvents(there);
      const heard = events.subscribe(groupId, ANY);
      const publish = (memberId: string): Promise<void> =>
        here.enterGroup(groupId).transaction((tx) => tx.notify(changed(memberId)));

      await publish('before');
      expect(await heard.next()).toEqual({ value: changed('before'), done: false });

      const admin = new pg.Client({ connectionString: database.url });
      await admin.connect();
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where ${HERE} and query ilike 'listen%'`,
      );
      expect(await heard.next()).toEqual({ value: { kind: 'missed' } satisfies HeardEvent, done: false });
      await publish('after');
      expect(await heard.next()).toEqual({ value: changed('after'), done: false });

      // A connection that carries requests is lost too, and nobody but its own request notices.
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where ${HERE} and application_name = 'beback'`,
      );
      await admin.end();
      expect(await heard.next()).toEqual({ value: { kind: 'missed' }, done: false });
      await publish('again');
      expect(await heard.next()).toEqual({ value: changed('again'), done: false });

      await events.stop();
      await Promise.all([here.close(), there.close()]);
      await database.drop();
    },
    OPENING_MS,
  );
});
