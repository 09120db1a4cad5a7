import { DAY_24H, type Instant, MINUTE } from '../spine/instant.ts';
import { lastAtOrBelow } from './search-sorted.ts';
import { outOfRange, wallInstant } from './wall-time.ts';
import type { ZoneTable } from './zone-table.ts';

/** A day on the wall of a zone, prepared for many questions about its hours. */
export interface ZoneDay {
  readonly table: ZoneTable;
  /** Days since 1970-01-01. */
  readonly number: number;
  /** The stretch of constant offset that holds the whole day, and its midnight; NaN where the clock changes near by. */
  readonly stretch: number;
  readonly midnight: number;
}

/**
 * The zone's day of an instant.
 *
 * @throws RangeError when the table does not hold the instant
 */
export function zoneDayAt(table: ZoneTable, at: number): ZoneDay {
  if (!(at >= table.from && at < table.until)) throw outOfRange(table, `instant ${at}`);
  const stretch = lastAtOrBelow(table.changes, at);
  const offset = table.offsets[stretch] as number;
  const number = Math.floor((at + offset) / DAY_24H);
  return { table, number, stretch, midnight: evenMidnight(table, stretch, number * DAY_24H - offset) };
}

/** The day after. */
export function nextZoneDay({ table, number, stretch, midnight }: ZoneDay): ZoneDay {
  return { table, number: number + 1, stretch, midnight: evenMidnight(table, stretch, midnight + DAY_24H) };
}

/** The instant at which the day's wall shows so many minutes, as `instantAt` says it. */
export function onZoneDay({ table, number, midnight }: ZoneDay, minutes: number): Instant {
  if (Number.isNaN(midnight)) return wallInstant(table, number, minutes);
  return (midnight + minutes * MINUTE) as Instant;
}

/** Wall times near a change of the clock may come twice or never: those are left to the table. */
function evenMidnight({ changes }: ZoneTable, stretch: number, midnight: number): number {
  const next = changes[stretch + 1];
  const isEven =
    midnight >= (changes[stretch] as number) + DAY_24H && (next === undefined || midnight + DAY_24H < next);
  return isEven ? midnight : Number.NaN;
}
