import { parseDay } from './day.ts';
import { type Instant, instant } from './instant.ts';

/** The form of an instant outside: ISO 8601 with its offset. */
export const INSTANT_PATTERN =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$';

/** What {@link parseInstant} takes, for messages. */
export const INSTANT_ALLOWED = 'an ISO 8601 instant with its offset, such as 2026-11-21T16:00:00Z';

const SHAPE = new RegExp(INSTANT_PATTERN);
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads an ISO 8601 instant; undefined when the text is none, or names no offset: a wall time is no instant. What is
 * finer than a millisecond is cut off.
 *
 * @example
 * parseInstant('2026-11-21T09:00:00-07:00'); // 1795276800000
 */
export function parseInstant(text: string): Instant | undefined {
  if (!SHAPE.test(text) || parseDay(text.slice(0, 10)) === undefined) return undefined;
  const value = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return value >= FIRST && value <= LAST ? instant(value) : undefined;
}

/**
 * Writes an instant as ISO 8601 in UTC, with milliseconds.
 *
 * @throws RangeError before the year 0 and after 9999, which ISO 8601 writes in no agreed form.
 *
 * @example
 * formatInstant(instant(1_795_276_800_000)); // '2026-11-21T16:00:00.000Z'
 */
export function formatInstant(at: Instant): string {
  if (!(at >= FIRST && at <= LAST)) {
    throw new RangeError(`formatInstant: expected an instant of the years 0000 to 9999, got ${at}`);
  }
  return new Date(at).toISOString();
}
