import type { StoreCalendar } from './store-calendar.ts';

/** A store's opening hours as typed arrays, for deciding about many opportunities in one go. */
export interface OpenTable {
  readonly firstDay: number;
  /** By day of the calendar: the index of the next day with hours, itself or later; -1: none. */
  readonly nextOpenDay: Int32Array;
  /** By day of the calendar: first opening and last closing; meaningless on a closed day. */
  readonly dayOpens: Float64Array;
  readonly dayCloses: Float64Array;
  /** Every open span, ascending. */
  readonly spanOpens: Float64Array;
  readonly spanCloses: Float64Array;
}

/** Tables by calendar: they go when it goes. */
const TABLES = new WeakMap<StoreCalendar, OpenTable>();

export function openTable(calendar: StoreCalendar): OpenTable {
  const known = TABLES.get(calendar);
  if (known !== undefined) return known;
  const { firstDay, lastDay, opens, closes, firstSpanOfDay } = calendar;
  const days = lastDay - firstDay + 1;
  const nextOpenDay = new Int32Array(days);
  const dayOpens = new Float64Array(days);
  const dayCloses = new Float64Array(days);
  let next = -1;
  for (let i = days - 1; i >= 0; i--) {
    const first = firstSpanOfDay[i] as number;
    const end = firstSpanOfDay[i + 1] as number;
    if (end > first) {
      next = i;
      dayOpens[i] = opens[first] as number;
      dayCloses[i] = closes[end - 1] as number;
    }
    nextOpenDay[i] = next;
  }
  const [spanOpens, spanCloses] = [Float64Array.from(opens), Float64Array.from(closes)];
  const table = { firstDay, nextOpenDay, dayOpens, dayCloses, spanOpens, spanCloses };
  TABLES.set(calendar, table);
  return table;
}
