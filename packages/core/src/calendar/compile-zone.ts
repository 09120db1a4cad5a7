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
 * No zone has changed its offset twice within so long since 1970, nor will by the rules known today (the shortest stay
 * is a week less an hour: Recife in October 2000, Gaza in 2040), so a look every six days misses no change.
 */
const LOOK_EVERY = 6 * DAY_24H;

const SECOND = 1000;

/**
 * Compiles a zone's offsets over a range of days. Looks at the offset every six days and halves the six days that hold a
 * change: about 70 looks a year, of some two microseconds each.
 *
 * The zone data are the engine's own (ICU, tzdata), read by `Intl`: a country's change of rules arrives with the next
 * engine, and tables compiled before are then compiled anew.
 *
 * @example
 * const zone = compileZone('America/Denver', { from: day('2026-01-01'), to: day('2028-12-31') });
 */
export function compileZone(zone: string, range: DayRange): Result<ZoneTable, ZoneRefusal> {
  const wrong = refusalOfRange(range);
  if (wrong !== undefined) return refuse(wrong);
  const firstDay = dayNumber(range.from);
  const lastDay = dayNumber(range.to);
  const clock = clockOf(zone);
  if (clock === undefined) return refuse(zoneUnknown(zone));

  const start = firstDay * DAY_24H - MARGIN;
  const end = (lastDay + 1) * DAY_24H + MARGIN;
  const changes = [start];
  const offsets = [offsetAt(clock, start)];
  for (let before = start, offset = offsetAt(clock, start); before < end; before += LOOK_EVERY) {
    const next = offsetAt(clock, before + LOOK_EVERY);
    if (next === offset) continue;
    changes.push(firstOf(clock, next, before, before + LOOK_EVERY));
    offsets.push(next);
    offset = next;
  }
  const table = { zone: properName(zone, clock), firstDay, lastDay, changes, offsets };
  const edge = (day: number): Instant => wallInstant(table, day, 0);
  return ok({ ...table, from: edge(firstDay), until: edge(lastDay + 1) });
}

/** Tells the zone's offset of an instant as `GMT-06:00`; undefined when the engine knows no such zone. */
function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  // Intl also takes fixed offsets ('-07:00'), which know no summer time: nobody means one here.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The zone's name in its proper case. Engines disagree on which of two names is the older one: a name is kept as it was given. */
function properName(zone: string, clock: Intl.DateTimeFormat): string {
  const told = clock.resolvedOptions().timeZone;
  return told.toLowerCase() === zone.toLowerCase() ? told : zone;
}

/** Local time less UTC at an instant, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, at: number): number {
  const told = clock.format(at);
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(told);
  if (found === null) throw new Error(`compileZone: expected an offset such as GMT-06:00 at the end of "${told}"`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND;
  return sign === '-' ? -size : size;
}

/** The first instant of an offset that came between two instants, a whole number of days apart. Zones change on a full second. */
function firstOf(clock: Intl.DateTimeFormat, offset: number, without: number, having: number): number {
  let [early, late] = [without, having];
  while (late - early > SECOND) {
    const middle = early + Math.floor((late - early) / SECOND / 2) * SECOND;
    if (offsetAt(clock, middle) === offset) late = middle;
    else early = middle;
  }
  return late;
}

function zoneUnknown(zone: string): Reason<'calendar.zoneUnknown'> {
  return calendarReason('calendar.zoneUnknown', {
    path: 'zone',
    given: String(zone),
    allowed: 'an IANA time zone name such as America/Chicago',
  });
}
