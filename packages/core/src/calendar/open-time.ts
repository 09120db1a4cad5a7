import { type Day, dayNumber, dayOfNumber } from '../spine/day.ts';
import { type Instant, instant } from '../spine/instant.ts';
import { lastAtOrBelow } from './search-sorted.ts';
import type { Span, StoreCalendar } from './store-calendar.ts';
import { outOfRange } from './wall-time.ts';

/**
 * Whether the store is open at an instant: the opening instant is open, the closing one is not.
 *
 * @example
 * isOpen(calendar, now);
 */
export function isOpen(calendar: StoreCalendar, at: Instant): boolean {
  assertKnown(calendar, at);
  const i = lastAtOrBelow(calendar.opens, at);
  return i >= 0 && at < (calendar.closes[i] as number);
}

/**
 * The instant itself when the store is open, else the next opening.
 *
 * @example
 * const best = nextOpen(calendar, received);
 */
export function nextOpen(calendar: StoreCalendar, at: Instant): Instant {
  assertKnown(calendar, at);
  const i = lastAtOrBelow(calendar.opens, at);
  if (i >= 0 && at < (calendar.closes[i] as number)) return at;
  const next = calendar.opens[i + 1];
  if (next === undefined) throw outOfRange(calendar, `the next opening after ${at}`);
  return instant(next);
}

/**
 * When the store next closes, if it is open, or opens, if it is closed; undefined when the calendar ends before.
 *
 * @example
 * const untilThen = isOpen(calendar, now) ? 'open' : 'closed'; // until openChange(calendar, now)
 */
export function openChange(calendar: StoreCalendar, at: Instant): Instant | undefined {
  assertKnown(calendar, at);
  let i = lastAtOrBelow(calendar.opens, at);
  if (i < 0 || at >= (calendar.closes[i] as number)) {
    const opens = calendar.opens[i + 1];
    return opens === undefined ? undefined : instant(opens);
  }
  // Open until midnight and again from then on is open throughout.
  while (calendar.closes[i] === calendar.opens[i + 1]) i++;
  const next = calendar.closes[i];
  return next === undefined ? undefined : instant(next);
}

/**
 * Open milliseconds from `from` to `to`; negative when `to` is earlier.
 *
 * @example
 * openMillisecondsBetween(calendar, leadReceived, firstCall) <= 5 * MINUTE;
 */
export function openMillisecondsBetween(calendar: StoreCalendar, from: Instant, to: Instant): number {
  return openUpTo(calendar, to) - openUpTo(calendar, from);
}

/**
 * The first instant by which the store has been open for so long since `from`; `from` itself for 0.
 * What begins at night runs from opening.
 *
 * @param milliseconds - whole, not negative
 * @throws RangeError when the open time of the compiled range does not suffice.
 *
 * @example
 * const due = addOpenTime(calendar, received, 5 * MINUTE);
 */
export function addOpenTime(calendar: StoreCalendar, from: Instant, milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds) || milliseconds < 0) {
    throw new RangeError(`addOpenTime: expected whole milliseconds from 0 on, got ${milliseconds}`);
  }
  const target = openUpTo(calendar, from) + milliseconds;
  if (milliseconds === 0) return from;
  // The last span with less than the target before it: the one in which the target is reached.
  const i = lastAtOrBelow(calendar.openBefore, target - 1);
  const opening = calendar.opens[i];
  if (opening === undefined) throw outOfRange(calendar, `${milliseconds} open milliseconds after ${from}`);
  return instant(opening + target - (calendar.openBefore[i] as number));
}

/**
 * The open spans of a day, in order; none when the store is closed all day.
 *
 * @example
 * openingOf(calendar, day('2026-11-26')); // []: Thanksgiving
 */
export function openingOf(calendar: StoreCalendar, day: Day): readonly Span[] {
  const i = dayNumber(day) - calendar.firstDay;
  const first = calendar.firstSpanOfDay[i];
  const end = calendar.firstSpanOfDay[i + 1];
  if (first === undefined || end === undefined) throw outOfRange(calendar, `day ${day}`);
  const spans: Span[] = [];
  for (let s = first; s < end; s++) {
    spans.push({ from: calendar.opens[s] as Instant, until: calendar.closes[s] as Instant });
  }
  return spans;
}

/**
 * The first open day from a day number on, with its first opening and its last closing; undefined when the calendar
 * ends before. For inner loops: {@link openingOf} is for all else.
 */
export function openDayFrom(calendar: StoreCalendar, dayNumber: number): OpenDay | undefined {
  const { firstSpanOfDay, firstDay, lastDay } = calendar;
  if (dayNumber < firstDay) throw outOfRange(calendar, `day ${dayOfNumber(dayNumber)}`);
  for (let number = dayNumber; number <= lastDay; number++) {
    const first = firstSpanOfDay[number - firstDay] as number;
    const end = firstSpanOfDay[number - firstDay + 1] as number;
    if (end <= first) continue;
    return { number, opens: calendar.opens[first] as Instant, closes: calendar.closes[end - 1] as Instant };
  }
  return undefined;
}

/**
 * The last open day up to a day number; undefined when the calendar begins after it.
 */
export function openDayUntil(calendar: StoreCalendar, dayNumber: number): OpenDay | undefined {
  const { firstSpanOfDay, firstDay, lastDay } = calendar;
  if (dayNumber > lastDay) throw outOfRange(calendar, `day ${dayOfNumber(dayNumber)}`);
  for (let number = dayNumber; number >= firstDay; number--) {
    const first = firstSpanOfDay[number - firstDay] as number;
    const end = firstSpanOfDay[number - firstDay + 1] as number;
    if (end <= first) continue;
    return { number, opens: calendar.opens[first] as Instant, closes: calendar.closes[end - 1] as Instant };
  }
  return undefined;
}

/** A day on which the store opens: days since 1970-01-01, from its first opening to its last closing. */
export interface OpenDay {
  readonly number: number;
  readonly opens: Instant;
  readonly closes: Instant;
}

/**
 * Whether the store opens at all on a day: a working day.
 *
 * @example
 * isOpenDay(calendar, today);
 */
export function isOpenDay(calendar: StoreCalendar, day: Day): boolean {
  return isOpenDayNumber(calendar, dayNumber(day));
}

/**
 * The working day `count` working days after (negative: before) a day; a closed day counts as the moment between
 * its neighbours.
 *
 * @example
 * const answerBy = addOpenDays(calendar, dayOf(calendar, found), 1);
 */
export function addOpenDays(calendar: StoreCalendar, day: Day, count: number): Day {
  const step = Math.sign(count);
  let number = dayNumber(day);
  for (let left = Math.abs(count); left > 0; ) {
    number += step;
    if (isOpenDayNumber(calendar, number)) left--;
  }
  return dayOfNumber(number);
}

function isOpenDayNumber(calendar: StoreCalendar, number: number): boolean {
  const first = calendar.firstSpanOfDay[number - calendar.firstDay];
  const end = calendar.firstSpanOfDay[number - calendar.firstDay + 1];
  if (first === undefined || end === undefined) throw outOfRange(calendar, `day ${dayOfNumber(number)}`);
  return end > first;
}

function openUpTo(calendar: StoreCalendar, at: Instant): number {
  if (at !== calendar.until) assertKnown(calendar, at);
  const i = lastAtOrBelow(calendar.opens, at);
  if (i < 0) return 0;
  const opening = calendar.opens[i] as number;
  return (calendar.openBefore[i] as number) + Math.min(at, calendar.closes[i] as number) - opening;
}

function assertKnown(calendar: StoreCalendar, at: Instant): void {
  if (!(at >= calendar.from && at < calendar.until)) throw outOfRange(calendar, `instant ${at}`);
}
