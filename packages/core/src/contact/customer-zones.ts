import { compileZone } from '../calendar/compile-zone.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import { dayOfNumber } from '../spine/day.ts';

/** A customer's day may begin before the store's, and the next lawful hour may lie beyond the calendar's last day. */
const MARGIN_DAYS = 40;

/** Zones of customers, compiled once for each calendar; they go when the calendar goes. */
const TABLES = new WeakMap<StoreCalendar, Map<string, ZoneTable>>();

/**
 * A customer's zone over the days of a store's calendar.
 *
 * @throws RangeError when the zone is none: the table's own are tested, a stated one is checked where it comes in.
 */
export function customerZone(zone: string, calendar: StoreCalendar): ZoneTable {
  let known = TABLES.get(calendar);
  if (known === undefined) {
    known = new Map();
    TABLES.set(calendar, known);
  }
  const table = known.get(zone);
  if (table !== undefined) return table;
  const range = {
    from: dayOfNumber(calendar.firstDay - MARGIN_DAYS),
    to: dayOfNumber(calendar.lastDay + MARGIN_DAYS),
  };
  const compiled = compileZone(zone, range);
  if (!compiled.ok) {
    const allowed = 'an IANA time zone name such as America/Chicago';
    throw new RangeError(`mayContact: attempt.location.statedZone: expected ${allowed}, got ${JSON.stringify(zone)}`);
  }
  known.set(zone, compiled.value);
  return compiled.value;
}
