import type { Instant } from '@beback/core';
import type { Gateway } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';
import { type Clock, ClockRefused } from './clock.ts';
import { type ClockRow, readingAt, reset } from './clock-row.ts';

const CHANNEL = 'beback_clock';
/** A notification can be lost with its connection: the row is read again this often. */
const USUAL_REFRESH_MS = 1_000;

const READ = statement('read clock', 'select anchor_real, anchor_virtual, rate from clock where id = 1');
const WRITE = statement('set clock', 'update clock set anchor_real = $1, anchor_virtual = $2, rate = $3 where id = 1');

export interface ClockSettings {
  /** Only tests and the demo may set the clock. */
  readonly settable: boolean;
  /** Real milliseconds between looks at the row on PostgreSQL; 1000 unless given. */
  readonly refreshMs?: number;
}

/**
 * Starts this process's view of the one clock. Every process keeps the row; a change is heard by notification, and at
 * the latest found within a second. Between machines the clocks differ by as much as their real clocks do, times the
 * rate.
 *
 * @example
 * const clock = await startClock(gateway, { settable: environment.clock === 'settable' });
 */
export async function startClock(
  gateway: Gateway,
  { settable, refreshMs = USUAL_REFRESH_MS }: ClockSettings,
): Promise<Clock> {
  const listeners = new Set<() => void>();
  let row = await readRow(gateway);
  let stopped = false;

  const refresh = async (): Promise<void> => {
    const read = await readRow(gateway);
    const changed =
      read.anchorReal !== row.anchorReal || read.anchorVirtual !== row.anchorVirtual || read.rate !== row.rate;
    row = read;
    if (changed) for (const heard of [...listeners]) heard();
  };
  /** For callers that nobody waits for; the next one repairs a failure. */
  const refreshQuietly = (): void => void (stopped ? undefined : refresh().catch(() => {}));

  const stopListening = await gateway.listen(CHANNEL, refreshQuietly, refreshQuietly);
  // The embedded database has one process, which hears all of its own changes.
  const timer = gateway.engine === 'postgres' ? setInterval(refreshQuietly, refreshMs).unref() : undefined;

  return {
    now: () => readingAt(row, Date.now()),
    settable,
    get rate() {
      return row.rate;
    },
    set: async (change) => {
      if (!settable)
        throw new ClockRefused('The clock is not to be set here: start the server with BEBACK_CLOCK=settable');
      await gateway.directory.transaction(async (tx) => {
        const [held] = await tx.sql<SqlRow>(LOCK, []);
        const next = reset(held === undefined ? row : fromSql(held), change, Date.now());
        await tx.sql(WRITE, [new Date(next.anchorReal), new Date(next.anchorVirtual), next.rate]);
        await tx.notify(CHANNEL, '');
      });
      await refresh();
    },
    onChange: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    refresh,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      listeners.clear();
      await stopListening();
    },
  };
}

// Helpers

const LOCK = statement('lock clock', `${READ.text} for update`);

interface SqlRow {
  readonly anchor_real: Date;
  readonly anchor_virtual: Date;
  readonly rate: number;
}

async function readRow(gateway: Gateway): Promise<ClockRow> {
  const [row] = await gateway.directory.sql<SqlRow>(READ, []);
  if (row === undefined) throw new Error('startClock: the clock has no row; the migrations make it');
  return fromSql(row);
}

function fromSql(row: SqlRow): ClockRow {
  return {
    anchorReal: row.anchor_real.getTime(),
    anchorVirtual: row.anchor_virtual.getTime() as Instant,
    rate: row.rate,
  };
}
