import type { Day, Weekday } from '../spine/day.ts';
import type { Instant } from '../spine/instant.ts';
import type { ZoneTable } from './zone-table.ts';

/** A span of wall time in the store's zone, `HH:MM` on a 24-hour clock; `closes` may be `24:00`. */
export interface OpenSpan {
  readonly opens: string;
  readonly closes: string;
}

/** A day that differs from its weekday: a holiday (no spans) or other hours. */
export interface DayException {
  readonly day: Day;
  readonly open: readonly OpenSpan[];
  /** For people: `Thanksgiving`. */
  readonly name?: string;
}

/** A store's opening hours as people enter them. Several spans a day mean breaks between them. */
export interface StoreHours {
  /** IANA name of the store's zone, e.g. `America/Denver`. */
  readonly zone: string;
  /** Monday = 1 … Sunday = 7; an absent weekday is closed. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly OpenSpan[]>>>;
  readonly exceptions?: readonly DayException[];
}

/** From an instant (included) to an instant (excluded). */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * A store's clock and opening hours over a range of days, compiled by `compileStoreCalendar`: plain data, nothing but
 * numbers inside, safe to store, clone and share. Read it with the functions of this folder (`dayOf`, `isOpen`,
 * `addOpenTime` …); its fields are theirs.
 */
export interface StoreCalendar extends ZoneTable {
  /** Opening and closing instants of every open span of the range, ascending, never overlapping. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** Open milliseconds of the range before span `i`; one entry more than spans: the last is the total. */
  readonly openBefore: readonly number[];
  /** Index of the first span of day `firstDay + i`; one entry more than days. */
  readonly firstSpanOfDay: readonly number[];
}
