import { type Instant, instant } from '@beback/core';
import type { Clock } from '../../src/clock/clock.ts';
import { startClock } from '../../src/clock/start-clock.ts';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import type { DueWork, DueWorkHandlers } from '../../src/jobs/due-work.ts';
import { schedule } from '../../src/jobs/schedule.ts';
import { startTick, type Tick, type TickSettings } from '../../src/jobs/start-tick.ts';
import { type EngineName, openTestGateway, type TestGateway } from './test-gateway.ts';

export const NOON = instant(Date.parse('2026-03-02T12:00:00Z'));
/** Long enough that only the tests themselves make a tick look. */
export const NEVER_MS = 3_600_000;

/** A database, a clock that stands at noon, and ticks that are stopped after each test. */
export interface TickStage {
  readonly test: TestGateway;
  readonly clock: Clock;
  /** A group of the running test's own. */
  readonly database: GroupDatabase;
  readonly failures: readonly { readonly kind: string | undefined; readonly dead: boolean }[];
  start(handlers: DueWorkHandlers, more?: Partial<TickSettings>): Tick;
  order(subject: string, dueAt: Instant, kind?: string, of?: GroupDatabase): Promise<void>;
  /** When the directory says that the group has work, by the one clock. */
  nextDue(of?: GroupDatabase): Promise<number | undefined>;
  /** As if the time had passed after which what failed is tried again. */
  waitForRetry(): Promise<void>;
  /** Before each test. */
  reset(): Promise<void>;
  /** After each test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openTickStage(engine: EngineName): Promise<TickStage> {
  const test = await openTestGateway(engine);
  const clock = await startClock(test.gateway, { settable: true });
  let database = test.gateway.enterGroup(newId());
  let ticks: Tick[] = [];
  let failures: { kind: string | undefined; dead: boolean }[] = [];
  return {
    test,
    clock,
    get database() {
      return database;
    },
    get failures() {
      return failures;
    },
    start: (handlers, more = {}) => {
      const failed: TickSettings['failed'] = ({ work, dead }) => void failures.push({ kind: work?.kind, dead });
      const tick = startTick({ gateway: test.gateway, clock, handlers, failed, intervalMs: NEVER_MS, ...more });
      ticks.push(tick);
      return tick;
    },
    order: (subject, dueAt, kind = 'ring', of = database) =>
      of.transaction((tx) => schedule(tx, { kind, subject, dueAt })),
    nextDue: async (of = database) => {
      const rows = await test.gateway.directory.prisma.groupDue.findMany({ where: { groupId: of.groupId } });
      return rows[0]?.nextDueAt?.getTime();
    },
    waitForRetry: async () => {
      await test.asOwner("update due_work set claimed_until = '2020-01-01Z' where claimed_until is not null");
      await test.asOwner("update group_due set retry_at = '2020-01-01Z' where retry_at is not null");
    },
    reset: async () => {
      [ticks, failures] = [[], []];
      await clock.set({ now: NOON, rate: 0 });
      database = test.gateway.enterGroup(newId());
    },
    clear: async () => {
      await Promise.all(ticks.map((tick) => tick.stop()));
      await test.asOwner('delete from due_work');
      await test.asOwner('delete from group_due');
    },
    close: async () => {
      await clock.stop();
      await test.close();
    },
  };
}

/** Handlers that note what they are given to do. */
export function recorder(): { readonly done: DueWork[]; readonly handlers: DueWorkHandlers } {
  const done: DueWork[] = [];
  return { done, handlers: { ring: (_tx, work) => Promise.resolve(void done.push(work)) } };
}
