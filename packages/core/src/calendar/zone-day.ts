import { DAY_24H, type Instant, MINUTE } from '../spine/instant.ts';
import { lastAtOrBelow } from './search-sorted.ts';
import { outOfRange, wallInstant } from './wall-time.ts';
import type { ZoneTable } from './zone-table.ts';

/*
 * A day on the wall of a zone in plain numbers, for many questions about its hours: the stretch of constant offset that
 * holds its beginning, its number, its midnight. No object is made of them: they are asked for in the innermost loops.
 */

/**
 * Place of the stretch of constant offset that holds an instant.
 *
 * @throws RangeError when the table does not hold the instant
 */
export function stretchAt(table: ZoneTable, at: number): number {
  if (!(at >= table.from && at < table.until)) throw outOfRange(table, `instant ${at}`);
  return lastAtOrBelow(table.changes, at);
}

/** The zone's day of an instant, as days since 1970-01-01. */
export function dayIn({ offsets }: ZoneTable, stretch: number, at: number): number {
  return Math.floor((at + (offsets[stretch] as number)) / DAY_24H);
}

/**
 * The midnight of a day that begins in a stretch or later; NaN where the clock changes near by, or has changed since: wall
 * times there may come twice or never, and are left to the table.
 */
export function midnightOf({ changes, offsets }: ZoneTable, stretch: number, number: number): number {
  const midnight = number * DAY_24H - (offsets[stretch] as number);
  const next = changes[stretch + 1];
  const isEven =
    midnight >= (changes[stretch] as number) + DAY_24H && (next === undefined || midnight + DAY_24H < next);
  return isEven ? midnight : Number.NaN;
}

/** The instant at which the day's wall shows so many minutes, as `instantAt` says it. */
export function onWall(table: ZoneTable, number: number, midnight: number, minutes: number): Instant {
  return Number.isNaN(midnight) ? wallInstant(table, number, minutes) : ((midnight + minutes * MINUTE) as Instant);
}
