import { HOUR, plus } from '@beback/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS } from '../../test/support/test-gateway.ts';
import { NOON, openTickStage, recorder, type TickStage } from '../../test/support/tick-stage.ts';
import { newId } from '../database/new-id.ts';
import { statement } from '../database/statement.ts';
import { deadWork } from './dead-work.ts';

describe.each(ENGINES)('work that fails on %s', (engine) => {
  let stage: TickStage;
  beforeAll(async () => {
    stage = await openTickStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.close());
  beforeEach(() => stage.reset());
  afterEach(() => stage.clear());

  it('takes back what a failed handler wrote, tries again later, and at last leaves it aside where it shows', async () => {
    const tick = stage.start({
      ring: async (tx) => {
        await tx.prisma.household.create({ data: { groupId: tx.groupId, id: newId(), createdAt: new Date() } });
        throw new TypeError('Broken handler');
      },
    });
    await stage.order('poison', NOON);
    expect(await tick.runDue()).toBe(1);
    expect(await tick.runDue()).toBe(0);
    const [waiting] = await stage.database.prisma.dueWork.findMany();
    // The name alone: messages quote values, and those are people's.
    expect(waiting).toMatchObject({ attempts: 1, doneAt: null, deadAt: null, lastError: 'TypeError' });
    expect(waiting?.claimedUntil?.getTime()).toBeGreaterThan(Date.now() - 1_000);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      await stage.waitForRetry();
      expect(await tick.runDue()).toBe(1);
    }
    expect(stage.failures.map(({ dead }) => dead)).toEqual([...Array(7).fill(false), true]);
    expect(await tick.runDue()).toBe(0);
    expect(await deadWork(stage.database)).toMatchObject([
      { subject: 'poison', attempts: 8, error: 'TypeError', diedAt: NOON, dueAt: NOON },
    ]);
    expect(await stage.database.prisma.household.count()).toBe(0);
    expect(await stage.nextDue()).toBeUndefined();
  });

  it('keeps the SQLSTATE of what the database refused, and not what it said', async () => {
    const tick = stage.start({
      ring: async (tx) => void (await tx.sql(statement('no date', 'select $1::text::date'), ['Rosa Delgado'])),
    });
    await stage.order('today', NOON);
    await tick.runDue();
    expect(await stage.database.prisma.dueWork.findMany()).toMatchObject([{ lastError: 'SqlError 22007' }]);
  });

  it('leaves a group alone while all that is due in it waits for another try', async () => {
    const tick = stage.start({ ring: () => Promise.reject(new Error('Bad')) });
    await stage.order('bad', NOON);
    await stage.order('tomorrow', plus(NOON, 24 * HOUR));
    await tick.runDue();
    const [waiting] = await stage.database.prisma.dueWork.findMany({ where: { subject: 'bad' } });
    const { retryAt, nextDueAt } = await stage.test.gateway.directory.prisma.groupDue.findFirstOrThrow();
    expect([nextDueAt, retryAt]).toEqual([new Date(plus(NOON, 24 * HOUR)), waiting?.claimedUntil]);
    await stage.waitForRetry();
    expect(await tick.runDue()).toBe(1);
  });

  it('comes to the last of many groups, though all before it fail', async () => {
    const groups = Array.from({ length: 101 }, () => stage.test.gateway.enterGroup(newId()));
    for (const [index, group] of groups.entries())
      await stage.order(`${index}`, plus(NOON, index - 200), 'ring', group);
    const done: string[] = [];
    const tick = stage.start({
      ring: (_tx, { subject }) =>
        subject === '100' ? Promise.resolve(void done.push(subject)) : Promise.reject(new Error('Bad')),
    });
    await tick.runDue();
    expect(done).toEqual(['100']);
  });

  it('does the work of a group when that of another cannot even be taken', async () => {
    const other = stage.test.gateway.enterGroup(newId());
    await stage.order('stuck', plus(NOON, -1), 'ring', other);
    await stage.order('free', NOON);
    await stage.test.asOwner(
      `create function stick() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$`,
    );
    await stage.test.asOwner(`create trigger stick before update on due_work for each row
      when (old.group_id = '${other.groupId}') execute function stick()`);
    const { done, handlers } = recorder();
    await stage.start(handlers).runDue();
    await stage.test.asOwner('drop trigger stick on due_work');
    await stage.test.asOwner('drop function stick');
    expect(done.map(({ subject }) => subject)).toEqual(['free']);
    expect(stage.failures).toContainEqual({ kind: undefined, dead: false });
  });

  it('does the rest when one fails, and leaves kinds that it does not know to others', async () => {
    const { done, handlers } = recorder();
    const tick = stage.start({ ...handlers, bad: () => Promise.reject(new Error('Bad')) });
    await stage.order('1', NOON, 'bad');
    await stage.order('2', NOON, 'ring');
    await stage.order('3', NOON, 'unknown');
    await tick.runDue();
    expect(done.map(({ subject }) => subject)).toEqual(['2']);
    expect(stage.failures).toEqual([{ kind: 'bad', dead: false }]);
    const other: string[] = [];
    await stage.start({ unknown: (_tx, { subject }) => Promise.resolve(void other.push(subject)) }).runDue();
    expect(other).toEqual(['3']);
  });
});
