import { outOfRange } from '../calendar/wall-time.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import type { Context } from '../plan/context.ts';
import { type Instant, instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import { type NonEmpty, nonEmpty } from '../spine/result.ts';
import type { Attempt } from './attempt.ts';
import { fullCaps } from './attempt-caps.ts';
import { nextCommonStretch } from './calling-hours.ts';
import { groundAt } from './contact-basis.ts';
import { contactRules } from './contact-rules.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import { contactReason } from './reason-texts.ts';
import { capReasons, openReasons, quietReasons } from './verdict-reasons.ts';

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
  const ground = groundAt(customer, attempt, rules.basisLaws, now);
  if (!ground.ok) return { kind: 'never', reasons: atLeastOne(ground.reasons) };

  if (rules.zones.length === 0) {
    const until = Math.min(ground.until, calendar.until);
    return { kind: 'allowed', until: instant(until), reasons: atLeastOne(ground.reasons) };
  }
  const caps = fullCaps(rules, customer, now);
  let room: Instant = now;
  for (const cap of caps) if (cap.freeAt > room) room = cap.freeAt;
  const stretch = nextCommonStretch(rules.zones, room);
  if (stretch?.from === now) {
    const until = instant(Math.min(stretch.until, ground.until));
    return { kind: 'allowed', until, reasons: atLeastOne([...openReasons(rules, context), ...ground.reasons]) };
  }
  const why = [...capReasons(caps, context), ...quietReasons(rules, context)];
  if (stretch === undefined) return { kind: 'never', reasons: [contactReason('contact.noCommonHour'), ...why] };
  if (stretch.from < ground.until) return { kind: 'notNow', next: stretch.from, reasons: atLeastOne(why) };
  const ends = contactReason('contact.groundEndsFirst', { until: ground.until, next: stretch.from });
  return { kind: 'never', reasons: [ends, ...why, ...ground.reasons] };
}

function atLeastOne(reasons: readonly Reason[]): NonEmpty<Reason> {
  const some = nonEmpty(reasons);
  if (some === undefined) throw new Error('mayContact: a verdict without a reason');
  return some;
}
