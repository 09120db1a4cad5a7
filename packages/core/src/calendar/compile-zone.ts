import { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../spine/day.ts';
import { DAY_24H, type Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import { ok, type Result, refuse } from '../spine/result.ts';
import { type DayRange, refusalOfRange } from './day-range.ts';
import { calendarReason } from './reason-texts.ts';
import { wallInstant } from './wall-time.ts';
import type { ZoneTable } from './zone-table.ts';

/** Why a zone or a range of days cannot be compiled. */
export type ZoneRefusal = 'calendar.zoneUnknown' | 'calendar.rangeInvalid';

/** UTC offsets stay within ±14 hours, historically within ±16: two days around the range hold every local midnight. */
const MARGIN = 2 * DAY_24H;

/**
 * Compiles a zone's offsets over a range of days. Costs two Temporal calls per change of offset, whatever the
 * length of the range: three years take well under a millisecond with native Temporal.
 *
 * The zone data are the engine's own (ICU, tzdata): a country's change of rules arrives with the next engine, and
 * tables compiled before are then compiled anew.
 *
 * @example
 * const zone = compileZone('America/Denver', { from: day('2026-01-01'), to: day('2028-12-31') });
 */
export function compileZone(zone: string, range: DayRange): Result<ZoneTable, ZoneRefusal> {
  const wrong = refusalOfRange(range);
  if (wrong !== undefined) return refuse(wrong);
  const firstDay = dayNumber(range.from);
  const lastDay = dayNumber(range.to);
  const start = startOfZone(zone, firstDay * DAY_24H - MARGIN);
  if (start === undefined) return refuse(zoneUnknown(zone));

  const end = (lastDay + 1) * DAY_24H + MARGIN;
  const changes: number[] = [];
  const offsets: number[] = [];
  for (let at: Temporal.ZonedDateTime | null = start; at !== null; at = at.getTimeZoneTransition('next')) {
    if (at.epochMilliseconds > end) break;
    const offset = at.offsetNanoseconds / 1e6;
    if (offset === offsets.at(-1)) continue; // a change of abbreviation alone
    changes.push(at.epochMilliseconds);
    offsets.push(offset);
  }
  const table = { zone: start.timeZoneId, firstDay, lastDay, changes, offsets };
  const edge = (day: number): Instant => wallInstant(table, day, 0);
  return ok({ ...table, from: edge(firstDay), until: edge(lastDay + 1) });
}

function startOfZone(zone: string, at: number): Temporal.ZonedDateTime | undefined {
  // Temporal also takes fixed offsets ('-07:00'), which know no summer time: nobody means one here.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function zoneUnknown(zone: string): Reason<'calendar.zoneUnknown'> {
  return calendarReason('calendar.zoneUnknown', {
    path: 'zone',
    given: String(zone),
    allowed: 'an IANA time zone name such as America/Chicago',
  });
}
