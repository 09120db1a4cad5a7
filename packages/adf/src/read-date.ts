import type { LocalTime } from './adf-document.ts';
import { type DateParts, matchDate } from './date-patterns.ts';
import { wallToInstant } from './zone-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Mail takes a moment; a form's clock may be a little off. */
const DELIVERY_MS = 10 * MINUTE;
/** A request does not come from the future: beyond this, day and month were written the other way round. */
const FUTURE_MS = 36 * HOUR;

/** Countries that write the month first; the others write the day first. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR', 'GU', 'FM', 'MH', 'PW']);

export interface ReadDate {
  /** ISO 8601 with offset, or the wall time of the store. */
  readonly value: string | LocalTime;
  /** The date was not written as ISO 8601 asks. */
  readonly repaired: boolean;
  /** No zone was given, and only UTC fits the time of receipt. */
  readonly asUtc: boolean;
}

export interface DateContext {
  readonly country: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/**
 * Reads a request date as senders write it: broken offsets, no zone, words, slashes, epoch numbers.
 *
 * @returns null when it is no date.
 *
 * @example
 * readDate('2026-03-05T8:05:00-06:0', { country: 'US', zone: 'America/Chicago', receivedAt: 0 })?.value;
 * // '2026-03-05T08:05:00-06:00'
 */
export function readDate(text: string, context: DateContext): ReadDate | null {
  const epoch = /^\s*(\d{10})(\d{3})?\s*$/.exec(text);
  if (epoch !== null) {
    const value = new Date(Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0)).toISOString();
    return { value: value.replace('.000Z', 'Z'), repaired: true, asUtc: false };
  }
  const matched = matchDate(text);
  if (matched === undefined) return null;
  const parts = pickOrder(matched, context);
  if (parts === undefined) return null;
  const wall = print(parts);
  if (parts.offset !== null) return { value: wall + parts.offset, repaired: !parts.exact, asUtc: false };
  const asUtc = wallAsUtc(parts);
  const elsewhere = Math.abs(wallToInstant(context.zone, asUtc) - context.receivedAt) >= 3 * HOUR - DELIVERY_MS;
  // A server that prints UTC without saying so: then UTC, and nothing else, is the time of receipt.
  if (elsewhere && Math.abs(asUtc - context.receivedAt) <= DELIVERY_MS) {
    return { value: `${wall}Z`, repaired: true, asUtc: true };
  }
  return { value: { local: wall }, repaired: true, asUtc: false };
}

/** A date without meaning for any clock (a timeframe): as much of ISO 8601 as was sent. */
export function readPlainDate(text: string, context: DateContext): string | null {
  const matched = matchDate(text);
  if (matched === undefined) return null;
  const parts = pickOrder(matched, context, false);
  if (parts === undefined) return null;
  return /:|T\d/.test(text) ? print(parts) + (parts.offset ?? '') : print(parts).slice(0, 10);
}

/** Puts day and month in the order that makes a date, and, where both do, one that is not in the future. */
function pickOrder(parts: DateParts, context: DateContext, past = true): DateParts | undefined {
  const swapped = { ...parts, month: parts.day, day: parts.month };
  // Without a leading year the pattern takes the month for the first number.
  const dayFirst = parts.ambiguous && !parts.yearFirst && !MONTH_FIRST.has(context.country);
  const orders = (dayFirst ? [swapped, parts] : parts.ambiguous ? [parts, swapped] : [parts]).filter(isDate);
  const arrived = orders.find((order) => !past || parts.exact || wallAsUtc(order) <= context.receivedAt + FUTURE_MS);
  return arrived ?? orders[0];
}

function wallAsUtc(parts: DateParts): number {
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function isDate(parts: DateParts): boolean {
  const value = new Date(wallAsUtc(parts));
  return (
    parts.year >= 1900 &&
    value.getUTCMonth() === parts.month - 1 &&
    value.getUTCDate() === parts.day &&
    parts.hour < 24 &&
    parts.minute < 60 &&
    parts.second < 60
  );
}

function print(parts: DateParts): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = /[1-9]/.test(parts.fraction) ? `.${parts.fraction.padEnd(3, '0')}` : '';
  const date = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
  return `${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}${fraction}`;
}
