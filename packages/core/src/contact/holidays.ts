import { dayOfNumber, weekdayOfNumber } from '../spine/day.ts';

type Holiday =
  | { readonly name: string; readonly month: number; readonly date: number }
  /** `nth` of a weekday in a month; -1 is the last. Monday = 1. */
  | { readonly name: string; readonly month: number; readonly nth: number; readonly weekday: number };

/** Legal public holidays of the United States (5 U.S.C. 6103(a)). */
const FEDERAL_HOLIDAYS: readonly Holiday[] = [
  { name: 'New Year’s Day', month: 1, date: 1 },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, nth: 3, weekday: 1 },
  { name: 'Washington’s Birthday', month: 2, nth: 3, weekday: 1 },
  { name: 'Memorial Day', month: 5, nth: -1, weekday: 1 },
  { name: 'Juneteenth', month: 6, date: 19 },
  { name: 'Independence Day', month: 7, date: 4 },
  { name: 'Labor Day', month: 9, nth: 1, weekday: 1 },
  { name: 'Columbus Day', month: 10, nth: 2, weekday: 1 },
  { name: 'Veterans Day', month: 11, date: 11 },
  { name: 'Thanksgiving Day', month: 11, nth: 4, weekday: 4 },
  { name: 'Christmas Day', month: 12, date: 25 },
];

/** Whether a day (days since 1970-01-01) is a federal holiday, or the weekday on which one is observed. */
export function isFederalHoliday(number: number): boolean {
  if (!(number >= 0 && number < KNOWN.length)) return isObserved(number);
  const known = KNOWN[number];
  if (known !== UNKNOWN) return known === YES;
  const found = isObserved(number);
  KNOWN[number] = found ? YES : NO;
  return found;
}

/** What has been asked before, by day: the same days are asked for over and over. From 1970 until 2100. */
const KNOWN = new Uint8Array(47_482);
const [UNKNOWN, YES, NO] = [0, 1, 2];

function isObserved(number: number): boolean {
  if (isOn(number)) return true;
  const weekday = weekdayOfNumber(number);
  // A holiday on Saturday is observed on Friday, one on Sunday on Monday (5 U.S.C. 6103(b), Executive Order 11582).
  return (weekday === 5 && isOn(number + 1)) || (weekday === 1 && isOn(number - 1));
}

function isOn(number: number): boolean {
  const [, month, date] = dayOfNumber(number).split('-').map(Number) as [number, number, number];
  const weekday = weekdayOfNumber(number);
  return FEDERAL_HOLIDAYS.some((holiday) => {
    if (holiday.month !== month) return false;
    if ('date' in holiday) return holiday.date === date;
    if (holiday.weekday !== weekday) return false;
    return holiday.nth > 0 ? Math.ceil(date / 7) === holiday.nth : dayOfNumber(number + 7).slice(5, 7) !== pad(month);
  });
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}
