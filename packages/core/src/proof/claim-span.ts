import type { Span } from '../calendar/store-calendar.ts';
import type { ActivityLogged, CallRecorded } from '../spine/fact.ts';
import { plus } from '../spine/instant.ts';
import { RECORD_WINDOW } from './proof-rules.ts';

/**
 * When a record of the claimed call may lie, both ends included: about the time noted; where paper tells the day alone,
 * on that day.
 *
 * @example
 * const { from, until } = claimSpan(claim);
 */
export function claimSpan({ at, data }: ActivityLogged): Span {
  const { doneFrom, doneUntil } = data;
  if (doneFrom !== undefined && doneUntil !== undefined) return { from: doneFrom, until: doneUntil };
  return { from: plus(at, -RECORD_WINDOW.before), until: plus(at, RECORD_WINDOW.after) };
}

/** Whether nothing but the day is known of when it was done. */
export function knowsDayOnly({ data }: ActivityLogged): boolean {
  return data.doneFrom !== undefined && data.doneUntil !== undefined;
}

/** Milliseconds from the time noted to the record; a day that holds the record lies no time apart from it. */
export function timeApart(claim: ActivityLogged, record: CallRecorded): number {
  return knowsDayOnly(claim) ? 0 : Math.abs(claim.at - record.at);
}
