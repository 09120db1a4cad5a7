import type { Clock } from '../clock/clock.ts';
import type { Gateway, GroupDatabase } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';
import { nameAndCode } from '../error-code.ts';
import { type ClaimedWork, claimDueWork, failWork, finishWork, holdWork, releaseWork } from './claim.ts';
import type { DueWork, DueWorkHandlers } from './due-work.ts';

/** Does work when its time by the one clock has come. Any number of processes may run one. */
export interface Tick {
  /** Does all that is due now; resolves with the number of works tried. */
  runDue(): Promise<number>;
  /** Finishes the work at hand and stops. */
  stop(): Promise<void>;
}

export interface TickSettings {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly handlers: DueWorkHandlers;
  /** Told of each failure; `dead`: it will not be tried again. `work` is absent when the database itself failed. */
  readonly failed: (failure: { readonly work?: DueWork; readonly error: unknown; readonly dead: boolean }) => void;
  /** Real milliseconds between looks; 1000 unless given. */
  readonly intervalMs?: number;
}

const USUAL_INTERVAL_MS = 1_000;
const WORKS_AT_ONCE = 20;
/** Longer than a batch may take: transactions are bounded at 10 s and mostly take milliseconds. */
const LEASE_MS = 300_000;
const MOST_ATTEMPTS = 8;
/** Real time before the second try; four times as long before each further one, a quarter of an hour at most. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 900_000;

const GROUPS_DUE = statement(
  'groups due',
  `select group_id from group_due where next_due_at <= $1 or retry_at <= $2
    order by coalesce(next_due_at, retry_at), group_id`,
);
const SETTLE = statement('settle group due', 'select settle_group_due($1, $2)');

/**
 * Starts the tick: it looks each second and whenever the clock changes, asks the directory for groups with work due,
 * and enters them one after the other.
 *
 * @example
 * const tick = startTick({ gateway, clock, handlers: { ...firstResponseWork, ...surveyWork }, failed: log });
 */
export function startTick({ gateway, clock, handlers, failed, intervalMs = USUAL_INTERVAL_MS }: TickSettings): Tick {
  const kinds = Object.keys(handlers);
  let stopping = false;
  let running: Promise<number> | undefined;

  const doWork = async (database: GroupDatabase, work: ClaimedWork): Promise<void> => {
    try {
      await database.transaction(async (tx) => {
        if (!(await holdWork(tx, work))) return;
        await handlers[work.kind]?.(tx, work);
        await finishWork(tx, work, clock.now());
      });
    } catch (error) {
      const dead = work.attempt >= MOST_ATTEMPTS;
      const waitMs = Math.min(FIRST_RETRY_MS * 4 ** (work.attempt - 1), LONGEST_RETRY_MS);
      await failWork(database, work, {
        error: nameAndCode(error),
        retryAt: new Date(Date.now() + waitMs),
        deadAt: dead ? clock.now() : undefined,
      });
      failed({ work, error, dead });
    }
  };

  const runGroup = async (groupId: string): Promise<number> => {
    const database = gateway.enterGroup(groupId);
    let tried = 0;
    while (!stopping) {
      const wish = { now: clock.now(), realNow: Date.now(), leaseMs: LEASE_MS, kinds, limit: WORKS_AT_ONCE };
      const claimed = await claimDueWork(database, wish);
      if (claimed.length === 0) break;
      for (const [index, work] of claimed.entries()) {
        if (stopping) {
          await releaseWork(database, claimed.slice(index));
          break;
        }
        await doWork(database, work);
        tried += 1;
      }
    }
    await database.transaction((tx) => tx.sql(SETTLE, [groupId, new Date()]));
    return tried;
  };

  const runAll = async (): Promise<number> => {
    let tried = 0;
    for (let before = -1; tried > before && !stopping; ) {
      before = tried;
      const now = new Date(clock.now());
      const groups = await gateway.directory.sql<{ group_id: string }>(GROUPS_DUE, [now, new Date()]);
      for (const { group_id } of groups) {
        if (stopping) break;
        // What keeps one group from its work keeps no other from its own.
        tried += await runGroup(group_id).catch((error: unknown) => {
          failed({ error, dead: false });
          return 0;
        });
      }
    }
    return tried;
  };

  /** One run at a time; whoever asks during one waits for it and then has his own. */
  const runDue = async (): Promise<number> => {
    while (running !== undefined) await running.catch(() => {});
    running = runAll();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  };
  const look = (): void => {
    if (running !== undefined || stopping) return;
    void runDue().catch((error: unknown) => failed({ error, dead: false }));
  };
  const timer = setInterval(look, intervalMs).unref();
  const stopHearing = clock.onChange(look);

  return {
    runDue,
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      stopHearing();
      await running?.catch(() => {});
    },
  };
}
