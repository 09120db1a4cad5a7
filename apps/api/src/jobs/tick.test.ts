import { HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS } from '../../test/support/test-gateway.ts';
import { NEVER_MS, NOON, openTickStage, recorder, type TickStage } from '../../test/support/tick-stage.ts';
import { newId } from '../database/new-id.ts';
import { claimDueWork } from './claim.ts';
import type { DueWorkHandlers } from './due-work.ts';
import { cancelDueWork, schedule } from './schedule.ts';

describe.each(ENGINES)('the tick on %s', (engine) => {
  let stage: TickStage;
  beforeAll(async () => {
    stage = await openTickStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());
  afterEach(() => stage.clear());

  it('does work when its time has come by the one clock, not before, and once', async () => {
    const { done, handlers } = recorder();
    const tick = stage.start(handlers);
    await stage.order('later', plus(NOON, HOUR));
    await stage.order('now', NOON);
    expect(await tick.runDue()).toBe(1);
    expect(done).toMatchObject([
      { kind: 'ring', subject: 'now', dueAt: NOON, now: NOON, attempt: 1, storeId: undefined },
    ]);
    await stage.clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['now', 'later']);
  });

  it('does what a jump of the clock made due in the order of its times, also what that work orders', async () => {
    const done: string[] = [];
    const tick = stage.start({
      ring: async (tx, { subject, dueAt }) => {
        done.push(subject);
        if (subject === 'first')
          await schedule(tx, { kind: 'ring', subject: 'follow-up', dueAt: plus(dueAt, 5 * MINUTE) });
      },
    });
    await stage.order('third', plus(NOON, 3 * MINUTE));
    await stage.order('first', plus(NOON, MINUTE));
    await stage.order('second', plus(NOON, 2 * MINUTE));
    await stage.clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done).toEqual(['first', 'second', 'third', 'follow-up']);
  });

  it('looks by itself when the clock changes, and at its interval', async () => {
    const woken = (handlers: (done: () => void) => DueWorkHandlers, intervalMs: number): Promise<void> =>
      new Promise((resolve) => void stage.start(handlers(resolve), { intervalMs }));
    await stage.order('alarm', plus(NOON, HOUR));
    const byClock = woken((done) => ({ ring: () => Promise.resolve(done()) }), NEVER_MS);
    await stage.clock.set({ now: plus(NOON, HOUR) });
    await byClock;
    const byInterval = woken((done) => ({ chime: () => Promise.resolve(done()) }), 10);
    await stage.order('alarm', NOON, 'chime');
    await byInterval;
  });

  it('gives each work to one of two ticks', async () => {
    const one = recorder();
    const other = recorder();
    const subjects = Array.from({ length: 60 }, (_, index) => `work ${index}`);
    await stage.database.transaction(async (tx) => {
      for (const subject of subjects) await schedule(tx, { kind: 'ring', subject, dueAt: NOON });
    });
    await Promise.all([stage.start(one.handlers).runDue(), stage.start(other.handlers).runDue()]);
    const done = [...one.done, ...other.done].map(({ subject }) => subject);
    expect(done.sort()).toEqual([...subjects].sort());
  });

  it('keeps groups apart, and asks only those with work due', async () => {
    const other = stage.test.gateway.enterGroup(newId());
    const { done, handlers } = recorder();
    const tick = stage.start(handlers);
    await stage.order('theirs', plus(NOON, HOUR), 'ring', other);
    await stage.order('ours', NOON);
    await tick.runDue();
    expect(done.map(({ groupId, subject }) => [groupId, subject])).toEqual([[stage.database.groupId, 'ours']]);
    expect([await stage.nextDue(), await stage.nextDue(other)]).toEqual([undefined, plus(NOON, HOUR)]);
  });

  it('knows the earliest time of a group, whatever order the work comes in', async () => {
    await stage.order('a', plus(NOON, 2 * HOUR));
    expect(await stage.nextDue()).toBe(plus(NOON, 2 * HOUR));
    await stage.order('b', plus(NOON, HOUR));
    await stage.order('c', plus(NOON, 3 * HOUR));
    expect(await stage.nextDue()).toBe(plus(NOON, HOUR));
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => stage.order(`d${index}`, plus(NOON, (20 - index) * MINUTE))),
    );
    expect(await stage.nextDue()).toBe(plus(NOON, 11 * MINUTE));
    await stage.clock.set({ now: plus(NOON, HOUR) });
    const { done, handlers } = recorder();
    await stage.start(handlers).runDue();
    expect(done).toHaveLength(11);
    expect(await stage.nextDue()).toBe(plus(NOON, 2 * HOUR));
  });

  it('does not do what was cancelled, and does again what was ordered again', async () => {
    const { done, handlers } = recorder();
    const tick = stage.start(handlers);
    await stage.order('cancelled', NOON);
    await stage.order('again', NOON);
    await stage.database.transaction((tx) => cancelDueWork(tx, { kind: 'ring', subject: 'cancelled' }));
    await tick.runDue();
    await stage.order('again', plus(NOON, HOUR));
    await tick.runDue();
    expect(done).toHaveLength(1);
    await stage.clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['again', 'again']);
    expect(await stage.database.prisma.dueWork.count()).toBe(1);
  });

  it('leaves to its new time what was ordered anew while it was at hand', async () => {
    const done: string[] = [];
    const tick = stage.start({
      ring: async (tx, work) => {
        done.push(work.subject);
        await schedule(tx, { kind: 'ring', subject: work.subject, dueAt: plus(work.dueAt, HOUR) });
      },
    });
    await stage.order('hourly', NOON);
    await tick.runDue();
    expect(done).toEqual(['hourly']);
    expect(await stage.database.prisma.dueWork.findMany()).toMatchObject([
      { doneAt: null, claimedUntil: null, attempts: 0, dueAt: new Date(plus(NOON, HOUR)) },
    ]);
    expect(await stage.nextDue()).toBe(plus(NOON, HOUR));
  });

  it('leaves alone what another has taken over when its lease had ended', async () => {
    const { done, handlers } = recorder();
    await stage.order('slow', NOON);
    const wish = { now: NOON, leaseMs: 1_000, kinds: ['ring'], limit: 10 };
    const [first] = await claimDueWork(stage.database, { ...wish, realNow: 0 });
    expect(await claimDueWork(stage.database, { ...wish, realNow: 999 })).toEqual([]);
    const [second] = await claimDueWork(stage.database, { ...wish, realNow: 1_000 });
    expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
    expect(second?.lease).not.toEqual(first?.lease);
    await stage.start(handlers).runDue();
    expect(done).toMatchObject([{ subject: 'slow', attempt: 3 }]);
  });

  it('rolls the order back with the transaction that gave it', async () => {
    const failing = stage.database.transaction(async (tx) => {
      await schedule(tx, { kind: 'ring', subject: 'never', dueAt: NOON });
      throw new Error('No');
    });
    await expect(failing).rejects.toThrow('No');
    const { done, handlers } = recorder();
    expect(await stage.start(handlers).runDue()).toBe(0);
    expect(done).toEqual([]);
    expect(await stage.nextDue()).toBeUndefined();
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
    const tick = stage.start({
      ring: async (_tx, { subject }) => {
        entered();
        await gate;
        done.push(subject);
      },
    });
    for (let index = 0; index < 25; index += 1) await stage.order(`${index}`, plus(NOON, -index));
    const run = tick.runDue();
    await inside;
    const stopped = tick.stop();
    go();
    await Promise.all([run, stopped]);
    expect(done).toEqual(['24']);
    // What it had taken is free again at once.
    const rest = recorder();
    await stage.start(rest.handlers).runDue();
    expect(rest.done).toHaveLength(24);
  });

  // The embedded database has one connection: nothing happens there beside an open transaction.
  const onPostgres = engine === 'postgres' ? it : undefined;
  onPostgres?.('overlooks no order that is given while it settles a group', async () => {
    const { done, handlers } = recorder();
    const tick = stage.start(handlers);
    await stage.order('before', NOON);
    await stage.database.transaction(async (tx) => {
      await schedule(tx, { kind: 'ring', subject: 'during', dueAt: plus(NOON, HOUR) });
      await tick.runDue();
    });
    expect(await stage.nextDue()).toBeLessThanOrEqual(plus(NOON, HOUR));
    await stage.clock.set({ now: plus(NOON, HOUR) });
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['before', 'during']);
    expect(await stage.nextDue()).toBeUndefined();
  });
});
