import type { Brand } from './brand.ts';

/** A store's own calendar day, `YYYY-MM-DD`. It becomes instants only through a store's calendar. */
export type Day = Brand<string, 'Day'>;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Reads `YYYY-MM-DD`, or answers undefined when the text is no day of the Gregorian calendar. */
export function parseDay(text: string): Day | undefined {
  const parts = DAY_SHAPE.exec(text);
  if (parts === null) return undefined;
  const value = new Date(`${text}T00:00:00Z`);
  // A February 30 rolls over to March in some engines and is NaN in others.
  if (Number.isNaN(value.getTime()) || value.toISOString().slice(0, 10) !== text) return undefined;
  return text as Day;
}

/**
 * Makes a day of `YYYY-MM-DD`.
 *
 * @throws RangeError when the text is no day of the Gregorian calendar.
 *
 * @example
 * day('2026-11-21');
 */
export function day(text: string): Day {
  const value = parseDay(text);
  if (value === undefined) throw new RangeError(`day: expected YYYY-MM-DD, got ${JSON.stringify(text)}`);
  return value;
}

/** The number of days since 1970-01-01: the key of compiled day tables. */
export function dayNumber(value: Day): number {
  return Math.floor(Date.parse(`${value}T00:00:00Z`) / DAY_MS);
}

/** The day that a day number stands for. */
export function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** The day `count` days later (negative: earlier). */
export function addDays(value: Day, count: number): Day {
  return dayOfNumber(dayNumber(value) + count);
}

/** Monday = 1 … Sunday = 7, as in ISO 8601. */
export function weekdayOf(value: Day): Weekday {
  return weekdayOfNumber(dayNumber(value));
}

/** {@link weekdayOf} by day number. 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
