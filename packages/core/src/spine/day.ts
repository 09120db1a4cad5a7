import type { Brand } from './brand.ts';

/** A store's own calendar day, `YYYY-MM-DD`. It becomes instants only through a store's calendar. */
export type Day = Brand<string, 'Day'>;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `YYYY-MM-DD`, or answers undefined when the text is no day of the Gregorian calendar.
 *
 * @example
 * parseDay('2026-02-30'); // undefined
 */
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

/** Days in 400 Gregorian years, and from 0000-03-01 (where the arithmetic begins) to 1970-01-01. */
const DAYS_OF_ERA = 146_097;
const EPOCH_FROM_MARCH_0000 = 719_468;

/**
 * The number of days since 1970-01-01: the key of compiled day tables. Years are counted from March, so that the leap
 * day is a year's last and no table of months is needed; plain arithmetic, because every decision comes through here.
 *
 * @example
 * dayNumber(day('1970-01-02')); // 1
 */
export function dayNumber(value: Day): number {
  const month = twoDigits(value, 5);
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + twoDigits(value, 8) - 1;
  const yearOfEra = ((year % 400) + 400) % 400;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return Math.floor(year / 400) * DAYS_OF_ERA + dayOfEra - EPOCH_FROM_MARCH_0000;
}

/**
 * The day that a day number stands for, from year 0000 to 9999.
 *
 * @example
 * dayOfNumber(1); // '1970-01-02'
 */
export function dayOfNumber(number: number): Day {
  const known = MADE.get(number);
  if (known !== undefined) return known;
  const made = makeDay(number);
  if (MADE.size >= MOST_MADE) MADE.clear();
  MADE.set(number, made);
  return made;
}

/** The same few days are asked for over and over; ten years of them, at about 50 bytes each, are kept. */
const MADE = new Map<number, Day>();
const MOST_MADE = 3_660;

function makeDay(number: number): Day {
  const fromMarch = number + EPOCH_FROM_MARCH_0000;
  const era = Math.floor(fromMarch / DAYS_OF_ERA);
  const dayOfEra = fromMarch - era * DAYS_OF_ERA;
  const yearOfEra = yearOf(dayOfEra);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 0 || year > 9999)
    throw new RangeError(`dayOfNumber: expected a day of the years 0000 to 9999, got ${number}`);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const yearText = year > 999 ? year : String(year).padStart(4, '0');
  return `${yearText}-${padTwo(month)}-${padTwo(dayOfMonth)}` as Day;
}

/** The year within 400 of them, each beginning in March. */
function yearOf(dayOfEra: number): number {
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  return Math.floor((dayOfEra - leapDays) / 365);
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function padTwo(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * The day `count` days later (negative: earlier).
 *
 * @example
 * addDays(day('2026-11-30'), 1); // '2026-12-01'
 */
export function addDays(value: Day, count: number): Day {
  return dayOfNumber(dayNumber(value) + count);
}

/**
 * The same date `count` months later (negative: earlier), or the month's last day where it is shorter.
 *
 * @example
 * addMonths(day('2026-01-31'), 1); // '2026-02-28'
 */
export function addMonths(value: Day, count: number): Day {
  return dayOfNumber(addMonthsTo(dayNumber(value), count));
}

/** As {@link addMonths}, of days since 1970-01-01: for inner loops. */
export function addMonthsTo(number: number, count: number): number {
  // A first guess that is never a month too late, and at most one too early.
  let month = (Math.floor((number + EPOCH_FROM_MARCH_0000) / 30.436875) | 0) - 1;
  while (firstOfMonth(month + 1) <= number) month++;
  const first = firstOfMonth(month + count);
  return Math.min(first + number - firstOfMonth(month), firstOfMonth(month + count + 1) - 1);
}

/** Months since March 0000 at January 1970, and the first days of the 130 years from there on that are asked for. */
const JANUARY_1970 = 23_638;
const FIRST_DAYS = new Int32Array(130 * 12);

function firstOfMonth(months: number): number {
  const known = FIRST_DAYS[months - JANUARY_1970];
  return known !== undefined && known !== 0 ? known : reckonFirst(months);
}

function reckonFirst(months: number): number {
  const year = Math.floor(months / 12);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const first = year * 365 + leapDays + Math.floor((153 * (months - year * 12) + 2) / 5) - EPOCH_FROM_MARCH_0000;
  FIRST_DAYS[months - JANUARY_1970] = first;
  return first;
}

/**
 * The weekday of a day number, as in ISO 8601.
 *
 * @example
 * weekdayOfNumber(0); // 4: 1970-01-01 was a Thursday
 */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Monday = 1 … Sunday = 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
