import { HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../../test/support/test-gateway.ts';
import type { Clock } from '../clock/clock.ts';
import { startClock } from '../clock/start-clock.ts';
import type { GroupDatabase } from '../database/gateway.ts';
import { newId } from '../database/new-id.ts';
import { statement } from '../database/statement.ts';
import { claimDueWork } from './claim.ts';
import { deadWork } from './dead-work.ts';
import type { DueWork, DueWorkHandlers } from './due-work.ts';
import { cancelDueWork, schedule } from './schedule.ts';
import { startTick, type Tick, type TickSettings } from './start-tick.ts';

const NOON = instant(Date.parse('2026-03-02T12:00:00Z'));
/** Long enough that only the tests themselves make it look. */
const NEVER_MS = 3_600_000;

describe.each(ENGINES)('the tick on %s', (engine) => {
  let test: TestGateway;
  let clock: Clock;
  let database: GroupDatabase;
  let ticks: Tick[];
  let failures: { kind: string | undefined; dead: boolean }[];

  beforeAll(async () => {
    test = await openTestGateway(engine);
    clock = await startClock(test.gateway, { settable: true });
  }, OPENING_MS);
  afterAll(async () => {
    await clock.stop();
    await test.close();
  });
  beforeEach(async () => {
    ticks = [];
    failures = [];
    await clock.set({ now: NOON, rate: 0 });
    database = test.gateway.enterGroup(newId());
  });
  afterEach(async () => {
    await Promise.all(ticks.map((tick) => tick.stop()));
    await test.asOwner('delete from due_work');
    await test.asOwner('delete from group_due');
  });

  const start = (handlers: DueWorkHandlers, more: Partial<TickSettings> = {}): Tick => {
    const failed: TickSettings['failed'] = ({ work, dead }) => void failures.push({ kind: work?.kind, dead });
    const tick = startTick({ gateway: test.gateway, clock, handlers, failed, intervalMs: NEVER_MS, ...more });
    ticks.push(tick);
    return tick;
  };
  const order = (subject: string, dueAt: Instant, kind = 'ring', of = database): Promise<void> =>
    of.transaction((tx) => schedule(tx, { kind, subject, dueAt }));
  const nextDue = async (of = database): Promise<number | undefined> => {
    const rows = await test.gateway.directory.prisma.groupDue.findMany({ where: { groupId: of.groupId } });
    return rows[0]?.nextDueAt?.getTime();
  };
  const recorder = (): { readonly done: DueWork[]; readonly handlers: DueWorkHandlers } => {
    const done: DueWork[] = [];
    return { done, handlers: { ring: (_tx, work) => Promise.resolve(void done.push(work)) } };
  };

  /** As if the time had passed after which what failed is tried again. */
  const waitForRetry = async (): Promise<void> => {
    await test.asOwner("update due_work set claimed_until = '2020-01-01Z' where claimed_until is not null");
    await test.asOwner("update group_due set retry_at = '2020-01-01Z' where retry_at is not null");
  };

  it('does work when its time has come by the one clock, not before, and once', async () => {
    const { done, handlers } = recorder();
    const tick = start(handlers);
    await order('later', plus(NOON, HOUR));
    await order('now', NOON);
    expect(await tick.runDue()).toBe(1);
    expect(done).toMatchObject([
      { kind: 'ring', subject: 'now', dueAt: NOON, now: NOON, attempt: 1, storeId: undefined },
    ]);
    await clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['now', 'later']);
  });

  it('does what a jump of the clock made due in the order of its times, also what that work orders', async () => {
    const done: string[] = [];
    const tick = start({
      ring: async (tx, { subject, dueAt }) => {
        done.push(subject);
        if (subject === 'first')
          await schedule(tx, { kind: 'ring', subject: 'follow-up', dueAt: plus(dueAt, 5 * MINUTE) });
      },
    });
    await order('third', plus(NOON, 3 * MINUTE));
    await order('first', plus(NOON, MINUTE));
    await order('second', plus(NOON, 2 * MINUTE));
    await clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done).toEqual(['first', 'second', 'third', 'follow-up']);
  });

  it('looks by itself when the clock changes, and at its interval', async () => {
    const woken = (handlers: (done: () => void) => DueWorkHandlers, intervalMs: number): Promise<void> =>
      new Promise((resolve) => void start(handlers(resolve), { intervalMs }));
    await order('alarm', plus(NOON, HOUR));
    const byClock = woken((done) => ({ ring: () => Promise.resolve(done()) }), NEVER_MS);
    await clock.set({ now: plus(NOON, HOUR) });
    await byClock;
    const byInterval = woken((done) => ({ chime: () => Promise.resolve(done()) }), 10);
    await order('alarm', NOON, 'chime');
    await byInterval;
  });

  it('gives each work to one of two ticks', async () => {
    const one = recorder();
    const other = recorder();
    const subjects = Array.from({ length: 60 }, (_, index) => `work ${index}`);
    await database.transaction(async (tx) => {
      for (const subject of subjects) await schedule(tx, { kind: 'ring', subject, dueAt: NOON });
    });
    await Promise.all([start(one.handlers).runDue(), start(other.handlers).runDue()]);
    const done = [...one.done, ...other.done].map(({ subject }) => subject);
    expect(done.sort()).toEqual([...subjects].sort());
  });

  it('keeps groups apart, and asks only those with work due', async () => {
    const other = test.gateway.enterGroup(newId());
    const { done, handlers } = recorder();
    const tick = start(handlers);
    await order('theirs', plus(NOON, HOUR), 'ring', other);
    await order('ours', NOON);
    await tick.runDue();
    expect(done.map(({ groupId, subject }) => [groupId, subject])).toEqual([[database.groupId, 'ours']]);
    expect([await nextDue(), await nextDue(other)]).toEqual([undefined, plus(NOON, HOUR)]);
  });

  it('knows the earliest time of a group, whatever order the work comes in', async () => {
    await order('a', plus(NOON, 2 * HOUR));
    expect(await nextDue()).toBe(plus(NOON, 2 * HOUR));
    await order('b', plus(NOON, HOUR));
    await order('c', plus(NOON, 3 * HOUR));
    expect(await nextDue()).toBe(plus(NOON, HOUR));
    await Promise.all(Array.from({ length: 10 }, (_, index) => order(`d${index}`, plus(NOON, (20 - index) * MINUTE))));
    expect(await nextDue()).toBe(plus(NOON, 11 * MINUTE));
    await clock.set({ now: plus(NOON, HOUR) });
    const { done, handlers } = recorder();
    await start(handlers).runDue();
    expect(done).toHaveLength(11);
    expect(await nextDue()).toBe(plus(NOON, 2 * HOUR));
  });

  it('does not do what was cancelled, and does again what was ordered again', async () => {
    const { done, handlers } = recorder();
    const tick = start(handlers);
    await order('cancelled', NOON);
    await order('again', NOON);
    await database.transaction((tx) => cancelDueWork(tx, { kind: 'ring', subject: 'cancelled' }));
    await tick.runDue();
    await order('again', plus(NOON, HOUR));
    await tick.runDue();
    expect(done).toHaveLength(1);
    await clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['again', 'again']);
    expect(await database.prisma.dueWork.count()).toBe(1);
  });

  it('leaves to its new time what was ordered anew while it was at hand', async () => {
    const done: string[] = [];
    const tick = start({
      ring: async (tx, work) => {
        done.push(work.subject);
        await schedule(tx, { kind: 'ring', subject: work.subject, dueAt: plus(work.dueAt, HOUR) });
      },
    });
    await order('hourly', NOON);
    await tick.runDue();
    expect(done).toEqual(['hourly']);
    expect(await database.prisma.dueWork.findMany()).toMatchObject([
      { doneAt: null, claimedUntil: null, attempts: 0, dueAt: new Date(plus(NOON, HOUR)) },
    ]);
    expect(await nextDue()).toBe(plus(NOON, HOUR));
  });

  it('leaves alone what another has taken over when its lease had ended', async () => {
    const { done, handlers } = recorder();
    await order('slow', NOON);
    const wish = { now: NOON, leaseMs: 1_000, kinds: ['ring'], limit: 10 };
    const [first] = await claimDueWork(database, { ...wish, realNow: 0 });
    expect(await claimDueWork(database, { ...wish, realNow: 999 })).toEqual([]);
    const [second] = await claimDueWork(database, { ...wish, realNow: 1_000 });
    expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
    expect(second?.lease).not.toEqual(first?.lease);
    await start(handlers).runDue();
    expect(done).toMatchObject([{ subject: 'slow', attempt: 3 }]);
  });

  it('takes back what a failed handler wrote, tries again later, and at last leaves it aside where it shows', async () => {
    const tick = start({
      ring: async (tx) => {
        await tx.prisma.household.create({ data: { groupId: tx.groupId, id: newId(), createdAt: new Date() } });
        throw new TypeError('Broken handler');
      },
    });
    await order('poison', NOON);
    expect(await tick.runDue()).toBe(1);
    expect(await tick.runDue()).toBe(0);
    const [waiting] = await database.prisma.dueWork.findMany();
    // The name alone: messages quote values, and those are people's.
    expect(waiting).toMatchObject({ attempts: 1, doneAt: null, deadAt: null, lastError: 'TypeError' });
    expect(waiting?.claimedUntil?.getTime()).toBeGreaterThan(Date.now() - 1_000);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      await waitForRetry();
      expect(await tick.runDue()).toBe(1);
    }
    expect(failures.map(({ dead }) => dead)).toEqual([...Array(7).fill(false), true]);
    expect(await tick.runDue()).toBe(0);
    expect(await deadWork(database)).toMatchObject([
      { subject: 'poison', attempts: 8, error: 'TypeError', diedAt: NOON, dueAt: NOON },
    ]);
    expect(await database.prisma.household.count()).toBe(0);
    expect(await nextDue()).toBeUndefined();
  });

  it('keeps the SQLSTATE of what the database refused, and not what it said', async () => {
    const tick = start({
      ring: async (tx) => void (await tx.sql(statement('no date', 'select $1::text::date'), ['Rosa Delgado'])),
    });
    await order('today', NOON);
    await tick.runDue();
    expect(await database.prisma.dueWork.findMany()).toMatchObject([{ lastError: 'SqlError 22007' }]);
  });

  it('leaves a group alone while all that is due in it waits for another try', async () => {
    const tick = start({ ring: () => Promise.reject(new Error('Bad')) });
    await order('bad', NOON);
    await order('tomorrow', plus(NOON, 24 * HOUR));
    await tick.runDue();
    const [waiting] = await database.prisma.dueWork.findMany({ where: { subject: 'bad' } });
    const { retryAt, nextDueAt } = await test.gateway.directory.prisma.groupDue.findFirstOrThrow();
    expect([nextDueAt, retryAt]).toEqual([new Date(plus(NOON, 24 * HOUR)), waiting?.claimedUntil]);
    await waitForRetry();
    expect(await tick.runDue()).toBe(1);
  });

  it('comes to the last of many groups, though all before it fail', async () => {
    const groups = Array.from({ length: 101 }, () => test.gateway.enterGroup(newId()));
    for (const [index, group] of groups.entries()) await order(`${index}`, plus(NOON, index - 200), 'ring', group);
    const done: string[] = [];
    const tick = start({
      ring: (_tx, { subject }) =>
        subject === '100' ? Promise.resolve(void done.push(subject)) : Promise.reject(new Error('Bad')),
    });
    await tick.runDue();
    expect(done).toEqual(['100']);
  });

  it('does the work of a group when that of another cannot even be taken', async () => {
    const other = test.gateway.enterGroup(newId());
    await order('stuck', plus(NOON, -1), 'ring', other);
    await order('free', NOON);
    await test.asOwner(`create function stick() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$`);
    await test.asOwner(`create trigger stick before update on due_work for each row
      when (old.group_id = '${other.groupId}') execute function stick()`);
    const { done, handlers } = recorder();
    await start(handlers).runDue();
    await test.asOwner('drop trigger stick on due_work');
    await test.asOwner('drop function stick');
    expect(done.map(({ subject }) => subject)).toEqual(['free']);
    expect(failures).toContainEqual({ kind: undefined, dead: false });
  });

  it('does the rest when one fails, and leaves kinds that it does not know to others', async () => {
    const { done, handlers } = recorder();
    const tick = start({ ...handlers, bad: () => Promise.reject(new Error('Bad')) });
    await order('1', NOON, 'bad');
    await order('2', NOON, 'ring');
    await order('3', NOON, 'unknown');
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['2']);
    expect(failures).toEqual([{ kind: 'bad', dead: false }]);
    const other: string[] = [];
    await start({ unknown: (_tx, { subject }) => Promise.resolve(void other.push(subject)) }).runDue();
    expect(other).toEqual(['3']);
  });

  it('rolls the order back with the transaction that gave it', async () => {
    const failing = database.transaction(async (tx) => {
      await schedule(tx, { kind: 'ring', subject: 'never', dueAt: NOON });
      throw new Error('No');
    });
    await expect(failing).rejects.toThrow('No');
    const { done, handlers } = recorder();
    expect(await start(handlers).runDue()).toBe(0);
    expect(done).toEqual([]);
    expect(await nextDue()).toBeUndefined();
  });

  it('finishes the work at hand when it is stopped, and takes no more', async () => {
    const done: string[] = [];
    let entered = (): void => {};
    let go = (): void => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const tick = start({
      ring: async (_tx, { subject }) => {
        entered();
        await gate;
        done.push(subject);
      },
    });
    for (let index = 0; index < 25; index += 1) await order(`${index}`, plus(NOON, -index));
    const run = tick.runDue();
    await inside;
    const stopped = tick.stop();
    go();
    await Promise.all([run, stopped]);
    expect(done).toEqual(['24']);
    // What it had taken is free again at once.
    const rest = recorder();
    await start(rest.handlers).runDue();
    expect(rest.done).toHaveLength(24);
  });

  // The embedded database has one connection: nothing happens there beside an open transaction.
  const onPostgres = engine === 'postgres' ? it : undefined;
  onPostgres?.('overlooks no order that is given while it settles a group', async () => {
    const { done, handlers } = recorder();
    const tick = start(handlers);
    await order('before', NOON);
    await database.transaction(async (tx) => {
      await schedule(tx, { kind: 'ring', subject: 'during', dueAt: plus(NOON, HOUR) });
      await tick.runDue();
    });
    expect(await nextDue()).toBeLessThanOrEqual(plus(NOON, HOUR));
    await clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['before', 'during']);
    expect(await nextDue()).toBeUndefined();
  });
});
