import type { Instant } from '../spine/instant.ts';

/**
 * One time zone over a range of days, compiled to plain numbers. Offsets change a few times a year, so the table is short.
 *
 * Any function that takes a `ZoneTable` also takes a `StoreCalendar`.
 */
export interface ZoneTable {
  /** IANA name, e.g. `America/New_York`. */
  readonly zone: string;
  /** First instant the table knows: the start of its first day. */
  readonly from: Instant;
  /** First instant after its last day. */
  readonly until: Instant;
  /** Day numbers (days since 1970-01-01) of the first and the last day known, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** From `changes[i]` on, local time is UTC + `offsets[i]` (milliseconds). `changes[0]` lies before `from`. */
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}
