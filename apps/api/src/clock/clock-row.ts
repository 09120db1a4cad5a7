import { type Instant, instant } from '@beback/core';

/** The clock as it is stored: at `anchorReal` it showed `anchorVirtual`, and since then it goes `rate` times as fast. */
export interface ClockRow {
  /** Real epoch milliseconds. */
  readonly anchorReal: number;
  readonly anchorVirtual: Instant;
  readonly rate: number;
}

const FASTEST = 1_000_000;

/** What the clock shows at a real time (epoch milliseconds). */
export function readingAt(row: ClockRow, realNow: number): Instant {
  return instant(Math.round(row.anchorVirtual + (realNow - row.anchorReal) * row.rate));
}

/**
 * The row after a change at `realNow`: another time, another rate or both. A new rate alone goes on from what the clock
 * shows.
 *
 * @throws RangeError for a rate below 0 or above a million.
 */
export function reset(
  row: ClockRow,
  change: { readonly now?: Instant; readonly rate?: number },
  realNow: number,
): ClockRow {
  const rate = change.rate ?? row.rate;
  if (!(rate >= 0 && rate <= FASTEST)) throw new RangeError(`clock: rate is ${rate}, expected 0 to ${FASTEST}`);
  return { anchorReal: realNow, anchorVirtual: change.now ?? readingAt(row, realNow), rate };
}
