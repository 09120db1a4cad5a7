import { outOfRange } from '../calendar/wall-time.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import type { Context } from '../plan/context.ts';
import { type Instant, instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import { type NonEmpty, nonEmpty } from '../spine/result.ts';
import type { Attempt } from './attempt.ts';
import { fullCaps } from './attempt-caps.ts';
import { nextCommonStretch, openingAt } from './calling-hours.ts';
import { groundAt, groundReasons, groundUntil, noGroundReasons } from './contact-basis.ts';
import { contactRules } from './contact-rules.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import { contactReason } from './reason-texts.ts';
import { capReasons, openReason, placeReason, quietReasons } from './verdict-reasons.ts';

/**
 * Whether a customer may be contacted now, by this channel, for this purpose: consent, a ground in law, hours in every
 * zone where the customer may be, attempts of the last 24 hours, the store's own policy. The strictest rule wins.
 *
 * Ask when a day's list is built and again at the moment of the act, and keep the verdict with it. Times are instants;
 * windows are taken in the customer's zones, the plan's too. This is a data-driven guard, not legal advice.
 *
 * @param customer - the customer's facts, folded by `contactHistory`
 * @param attempt - channel, purpose, and what is known of where the customer is
 * @param context - plan, calendar and the instant to judge
 * @returns allowed `until`, not now but `next`, or never; each with the rules that say so
 * @throws RangeError when `now` lies outside the compiled calendar, or the stated zone is none
 *
 * @example
 * const verdict = mayContact(history, {
 *   channel: 'call',
 *   purpose: 'replyToInquiry',
 *   automated: false,
 *   location: { areaCodes: ['850'], postalCode: '32401' },
 * }, context);
 * if (verdict.kind === 'notNow') schedule(verdict.next);
 */
export function mayContact(customer: ContactHistory, attempt: Attempt, context: Context): ContactVerdict {
  const { now, calendar } = context;
  if (!(now >= calendar.from && now < calendar.until)) throw outOfRange(calendar, `instant ${now}`);
  const rules = contactRules(attempt, context);
  const { zones } = rules;
  const ground = groundAt(customer, attempt, rules, now);
  if (ground === undefined) {
    return { kind: 'never', reasons: atLeastOne(noGroundReasons(customer, attempt, rules, now)) };
  }
  const until = groundUntil(ground);
  if (zones.length === 0) {
    const reasons = groundReasons(ground, customer, attempt, rules, now);
    return { kind: 'allowed', until: instant(Math.min(until, calendar.until)), reasons };
  }
  const caps = fullCaps(rules, customer, now);
  const opening = caps.length === 0 ? openingAt(zones, now) : undefined;
  if (opening !== undefined) {
    const open = openReason(opening);
    const reasons: NonEmpty<Reason> = rules.placeKnown
      ? groundReasons(ground, customer, attempt, rules, now, open)
      : [open, ...groundReasons(ground, customer, attempt, rules, now, placeReason(context))];
    return { kind: 'allowed', until: instant(Math.min(opening.until, until)), reasons };
  }
  let room: Instant = now;
  for (const cap of caps) if (cap.freeAt > room) room = cap.freeAt;
  const stretch = nextCommonStretch(zones, room);
  const quiet = quietReasons(rules, context);
  const why = caps.length === 0 ? quiet : [...capReasons(caps, context), ...quiet];
  if (stretch === undefined) return { kind: 'never', reasons: [contactReason('contact.noCommonHour'), ...why] };
  const { from: next } = stretch;
  if (next < until) return { kind: 'notNow', next, reasons: atLeastOne(why) };
  const ends = contactReason('contact.groundEndsFirst', { until, next });
  return { kind: 'never', reasons: [ends, ...why, ...groundReasons(ground, customer, attempt, rules, now)] };
}

function atLeastOne(reasons: readonly Reason[]): NonEmpty<Reason> {
  const some = nonEmpty(reasons);
  if (some === undefined) throw new Error('mayContact: a verdict without a reason');
  return some;
}
