import { type Day, dayNumber, dayOfNumber } from '../spine/day.ts';
import { DAY_24H, type Instant, MINUTE } from '../spine/instant.ts';
import { lastAtOrBelow } from './search-sorted.ts';
import type { ZoneTable } from './zone-table.ts';

/**
 * The store's day at an instant.
 *
 * @example
 * dayOf(calendar, now); // '2026-11-21'
 */
export function dayOf(table: ZoneTable, at: Instant): Day {
  return dayOfNumber(dayNumberOf(table, at));
}

/**
 * As {@link dayOf}, as days since 1970-01-01: for inner loops.
 *
 * @example
 * const ageDays = dayNumberOf(calendar, now) - dayNumberOf(calendar, received);
 */
export function dayNumberOf(table: ZoneTable, at: Instant): number {
  return Math.floor((at + offsetAt(table, at)) / DAY_24H);
}

/**
 * Minutes on the wall clock since midnight (0 … 1439); on a day of 25 hours an hour's minutes come twice.
 *
 * @example
 * localMinutes(calendar, now) >= 12 * 60; // after noon
 */
export function localMinutes(table: ZoneTable, at: Instant): number {
  const local = at + offsetAt(table, at);
  return Math.floor((local - Math.floor(local / DAY_24H) * DAY_24H) / MINUTE);
}

/**
 * The first instant of a day. Not always midnight: some zones have jumped over it.
 *
 * @example
 * const tomorrow = startOfDay(calendar, addDays(dayOf(calendar, now), 1));
 */
export function startOfDay(table: ZoneTable, day: Day): Instant {
  return instantAt(table, day, 0);
}

/**
 * The instant at which a day's wall clock shows so many minutes after midnight; 1440 is the start of the next day.
 * A time that the clock jumps over stands for the moment of the jump, a time that comes twice for the first of the two.
 *
 * @throws RangeError when the day is not in the table.
 *
 * @example
 * instantAt(calendar, day('2026-11-21'), 9 * 60); // nine in the morning
 */
export function instantAt(table: ZoneTable, day: Day, minutes: number): Instant {
  const number = dayNumber(day);
  // The day after the last one begins where the table ends, so that every day has an end.
  if (!(number >= table.firstDay && (number <= table.lastDay || (number === table.lastDay + 1 && minutes === 0)))) {
    throw outOfRange(table, `day ${day}`);
  }
  return wallInstant(table, number, minutes);
}

/** {@link instantAt} without its check, by day number. */
export function wallInstant(table: Pick<ZoneTable, 'changes' | 'offsets'>, number: number, minutes: number): Instant {
  const local = number * DAY_24H + minutes * MINUTE;
  const { changes, offsets } = table;
  const last = changes.length - 1;
  // The first stretch of constant offset that does not end before this wall time.
  for (let i = 0; i < last; i++) {
    const at = local - (offsets[i] as number);
    if (at < (changes[i + 1] as number)) return Math.max(at, changes[i] as number) as Instant;
  }
  return Math.max(local - (offsets[last] as number), changes[last] as number) as Instant;
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetAt(table: ZoneTable, at: Instant): number {
  if (!(at >= table.from && at < table.until)) throw outOfRange(table, `instant ${at}`);
  return table.offsets[lastAtOrBelow(table.changes, at)] as number;
}

/** The error for an instant or a day that a compiled table does not reach. */
export function outOfRange(table: ZoneTable, what: string): RangeError {
  const from = dayOfNumber(table.firstDay);
  const to = dayOfNumber(table.lastDay);
  return new RangeError(
    `calendar: ${what} lies outside the compiled days ${from} to ${to} of ${table.zone}; ` +
      'compile the calendar again with a range that holds it (a wide range costs little)',
  );
}
