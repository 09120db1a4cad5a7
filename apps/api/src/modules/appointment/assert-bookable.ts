import { dayOf, type Instant, isOpen, openingOf, type Span } from '@beback/core';
import { InputError } from '../../graphql/errors.ts';
import type { StoreRules } from '../store/store-rules.ts';

/** Nobody agrees on a time beyond that; the calendar holds as much at any time of the year. */
const MOST_DAYS_AHEAD = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Holds an agreed time to what can be kept: it lies after it was agreed, within a year, and the store is open then.
 *
 * @throws InputError that names the field and what is allowed, with the hours of that day.
 */
export function assertBookable(
  field: string,
  at: Instant,
  agreedAt: Instant,
  { calendar }: Pick<StoreRules, 'calendar'>,
): void {
  const latest = agreedAt + MOST_DAYS_AHEAD * DAY_MS;
  if (at <= agreedAt || at > latest) {
    throw new InputError(field, `a time after ${iso(agreedAt)} and until ${iso(latest)}`);
  }
  if (isOpen(calendar, at)) return;
  const day = dayOf(calendar, at);
  const hours = openingOf(calendar, day).map(({ from, until }: Span) => `${iso(from)} to ${iso(until)}`);
  const open = hours.length === 0 ? 'it is closed all day' : `it is open from ${hours.join(', and from ')}`;
  throw new InputError(field, `a time at which the store is open (on ${day} ${open})`);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
