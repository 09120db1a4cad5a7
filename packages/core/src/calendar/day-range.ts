import { type Day, dayNumber, parseDay } from '../spine/day.ts';
import type { Reason } from '../spine/reason.ts';
import { calendarReason } from './reason-texts.ts';

/** Days to compile, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** 60 years: enough for any use, and small enough that a slip of a digit does not fill the memory. */
const MAX_DAYS = 60 * 366;

/** Why a range cannot be compiled, or undefined when it can. */
export function refusalOfRange(range: DayRange): Reason<'calendar.rangeInvalid'> | undefined {
  for (const field of ['from', 'to'] as const) {
    if (parseDay(range[field]) === undefined) {
      return calendarReason('calendar.rangeInvalid', {
        path: `range.${field}`,
        given: String(range[field]),
        allowed: 'YYYY-MM-DD',
      });
    }
  }
  const days = dayNumber(range.to) - dayNumber(range.from) + 1;
  if (days >= 1 && days <= MAX_DAYS) return undefined;
  return calendarReason('calendar.rangeInvalid', {
    path: 'range.to',
    given: range.to,
    allowed: `a day from ${range.from} on, at most ${MAX_DAYS} days in all`,
  });
}
