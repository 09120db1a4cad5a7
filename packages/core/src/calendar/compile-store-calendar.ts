import { type Weekday, weekdayOfNumber } from '../spine/day.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import { compileZone, type ZoneRefusal } from './compile-zone.ts';
import type { DayRange } from './day-range.ts';
import type { StoreCalendar, StoreHours } from './store-calendar.ts';
import { type HoursRefusal, readStoreHours } from './store-hours.ts';
import { wallInstant } from './wall-time.ts';

/**
 * Compiles a store's opening hours over a range of days into plain numbers. Take a wide range (last year to the year
 * after next): three years cost a few milliseconds, and no decision ever waits for a calendar again.
 *
 * @param hours - the store's zone, weekly hours and exceptional days
 * @param range - days to compile, both included
 * @returns the calendar, or every fault of the hours: each names its `path`, what was `given` and what is `allowed`
 *
 * @example
 * const compiled = compileStoreCalendar(
 *   { zone: 'America/Denver', weekly: { 1: [{ opens: '09:00', closes: '20:00' }] } },
 *   { from: day('2026-01-01'), to: day('2028-12-31') },
 * );
 */
export function compileStoreCalendar(
  hours: StoreHours,
  range: DayRange,
): Result<StoreCalendar, ZoneRefusal | HoursRefusal> {
  const zone = compileZone(hours.zone, range);
  const read = readStoreHours(hours);
  if (!zone.ok) return { ok: false, refusals: [...zone.refusals, ...read.refusals] };
  const refusals = nonEmpty(read.refusals);
  if (refusals !== undefined) return { ok: false, refusals };

  const table = zone.value;
  const opens: number[] = [];
  const closes: number[] = [];
  const openBefore: number[] = [0];
  const firstSpanOfDay: number[] = [];
  let total = 0;
  for (let number = table.firstDay; number <= table.lastDay; number++) {
    firstSpanOfDay.push(opens.length);
    const weekday: Weekday = weekdayOfNumber(number);
    for (const [from, to] of read.exceptions.get(number) ?? read.weekly[weekday]) {
      const opening = wallInstant(table, number, from);
      const closing = wallInstant(table, number, to);
      // A span that lies wholly in an hour which the clock jumps over does not happen.
      if (closing <= opening) continue;
      opens.push(opening);
      closes.push(closing);
      total += closing - opening;
      openBefore.push(total);
    }
  }
  firstSpanOfDay.push(opens.length);
  return ok({ ...table, opens, closes, openBefore, firstSpanOfDay });
}
