import { type Day, dayNumber, parseDay, type Weekday } from '../spine/day.ts';
import type { Reason } from '../spine/reason.ts';
import { calendarReason } from './reason-texts.ts';
import type { OpenSpan, StoreHours } from './store-calendar.ts';
import { parseTimeOfDay, TIME_OF_DAY_ALLOWED } from './time-of-day.ts';

/** Why opening hours cannot be compiled; the reason’s data name the `path`. */
export type HoursRefusal =
  | 'calendar.timeMalformed'
  | 'calendar.spanReversed'
  | 'calendar.spansOverlap'
  | 'calendar.weekdayUnknown'
  | 'calendar.dayMalformed'
  | 'calendar.dayTwice'
  | 'calendar.neverOpen';

/** Open minutes of one day, ascending: `[opens, closes)` pairs since midnight. */
export type DayMinutes = readonly (readonly [number, number])[];

/** Store hours after checking: what each weekday and each exceptional day is open. */
export interface ReadHours {
  readonly weekly: Readonly<Record<Weekday, DayMinutes>>;
  /** By day number. */
  readonly exceptions: ReadonlyMap<number, DayMinutes>;
  readonly refusals: readonly Reason<HoursRefusal>[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Reads opening hours, collecting every refusal with its path, so that a form can mark all wrong fields at once. */
export function readStoreHours(hours: StoreHours): ReadHours {
  const refusals: Reason<HoursRefusal>[] = [];
  const weekly = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } as Record<Weekday, DayMinutes>;
  for (const key of Object.keys(hours.weekly)) {
    if (WEEKDAYS.some((weekday) => String(weekday) === key)) continue;
    refusals.push(
      calendarReason('calendar.weekdayUnknown', {
        path: `weekly.${key}`,
        given: key,
        allowed: '1 (Monday) to 7 (Sunday)',
      }),
    );
  }
  for (const weekday of WEEKDAYS) {
    weekly[weekday] = readSpans(hours.weekly[weekday] ?? [], `weekly.${weekday}`, refusals);
  }
  if (refusals.length === 0 && WEEKDAYS.every((weekday) => weekly[weekday].length === 0)) {
    refusals.push(
      calendarReason('calendar.neverOpen', {
        path: 'weekly',
        given: 'no open span',
        allowed: 'at least one open span in the week',
      }),
    );
  }
  const exceptions = new Map<number, DayMinutes>();
  for (const [i, exception] of (hours.exceptions ?? []).entries()) {
    const path = `exceptions[${i}]`;
    const number = readDay(exception.day, `${path}.day`, exceptions, refusals);
    const spans = readSpans(exception.open, `${path}.open`, refusals);
    if (number !== undefined) exceptions.set(number, spans);
  }
  return { weekly, exceptions, refusals };
}

function readDay(
  text: Day,
  path: string,
  known: ReadonlyMap<number, DayMinutes>,
  refusals: Reason<HoursRefusal>[],
): number | undefined {
  const value = parseDay(text);
  if (value === undefined) {
    refusals.push(calendarReason('calendar.dayMalformed', { path, given: String(text), allowed: 'YYYY-MM-DD' }));
    return undefined;
  }
  const number = dayNumber(value);
  if (!known.has(number)) return number;
  refusals.push(calendarReason('calendar.dayTwice', { path, given: value, allowed: 'each day once' }));
  return undefined;
}

function readSpans(spans: readonly OpenSpan[], path: string, refusals: Reason<HoursRefusal>[]): DayMinutes {
  const read: (readonly [number, number])[] = [];
  for (const [i, span] of spans.entries()) {
    const opens = readTime(span.opens, `${path}[${i}].opens`, refusals);
    const closes = readTime(span.closes, `${path}[${i}].closes`, refusals);
    if (opens === undefined || closes === undefined) continue;
    if (closes <= opens) {
      const allowed = `a time after ${span.opens}, at most 24:00 (hours past midnight belong to the next day)`;
      refusals.push(
        calendarReason('calendar.spanReversed', { path: `${path}[${i}].closes`, given: span.closes, allowed }),
      );
      continue;
    }
    read.push([opens, closes]);
  }
  read.sort((a, b) => a[0] - b[0]);
  if (read.some(([opens], i) => i > 0 && opens < (read[i - 1]?.[1] ?? 0))) {
    refusals.push(
      calendarReason('calendar.spansOverlap', {
        path,
        given: `${read.length} spans`,
        allowed: 'spans that do not overlap',
      }),
    );
  }
  return read;
}

function readTime(text: string, path: string, refusals: Reason<HoursRefusal>[]): number | undefined {
  const minutes = parseTimeOfDay(text);
  if (minutes === undefined) {
    refusals.push(
      calendarReason('calendar.timeMalformed', { path, given: String(text), allowed: TIME_OF_DAY_ALLOWED }),
    );
  }
  return minutes;
}
