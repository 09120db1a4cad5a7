import type { Brand } from './brand.ts';

/** Epoch milliseconds, UTC. ISO 8601 exists only in codecs. */
export type Instant = Brand<number, 'Instant'>;

/** Milliseconds of a second. */
export const SECOND = 1000;
/** Milliseconds of a minute. */
export const MINUTE = 60 * SECOND;
/** Milliseconds of an hour. */
export const HOUR = 60 * MINUTE;
/** 24 hours of wall time. A store's calendar day can be 23 or 25 hours long: use the calendar for days. */
export const DAY_24H = 24 * HOUR;

/** The bounds that ECMAScript gives a time value (±100 million days around 1970). */
const MAX_EPOCH_MS = 8.64e15;

/**
 * Makes an instant of epoch milliseconds.
 *
 * @throws RangeError when the number is no whole millisecond within ECMAScript's time range.
 *
 * @example
 * instant(1_795_276_800_000); // 2026-11-21T16:00:00Z
 */
export function instant(epochMilliseconds: number): Instant {
  if (!Number.isInteger(epochMilliseconds) || Math.abs(epochMilliseconds) > MAX_EPOCH_MS) {
    throw new RangeError(
      `instant: expected whole epoch milliseconds within ±${MAX_EPOCH_MS}, got ${String(epochMilliseconds)}`,
    );
  }
  return epochMilliseconds as Instant;
}

/**
 * `from` moved by a span in milliseconds (negative: earlier).
 *
 * @example
 * plus(received, 5 * MINUTE);
 */
export function plus(from: Instant, milliseconds: number): Instant {
  return instant(from + milliseconds);
}
