import type { ContactHistory } from '../consent/contact-history.ts';
import type { Context } from '../plan/context.ts';
import { type Instant, instant } from '../spine/instant.ts';
import type { Attempt } from './attempt.ts';
import { fullCaps } from './attempt-caps.ts';
import { nextCommonStretch } from './calling-hours.ts';
import { contactRules } from './contact-rules.ts';

/** Whether hours and caps leave a contact open: until an instant (excluded), or from the next one on. */
export type CallingWindow =
  | { readonly open: true; readonly until: Instant }
  | { readonly open: false; readonly next: Instant };

/**
 * The lawful hours of a contact at the context's instant, wherever the customer may be, with the caps that the attempts
 * until then have filled. It says nothing of consent or ground: {@link mayContact} does. What was true of an instant
 * stays true of it, whatever happens later; so clocks can count by it.
 *
 * Where no hour of two weeks is lawful in all zones, time is not a question of hours: open without end.
 *
 * @example
 * const window = callingWindow(customer, { channel: 'call', purpose: 'replyToInquiry', automated: false, location }, context);
 * if (!window.open) pauseUntil(window.next);
 */
export function callingWindow(customer: ContactHistory, attempt: Attempt, context: Context): CallingWindow {
  const { now, calendar } = context;
  const rules = contactRules(attempt, context);
  const made = { ...customer, attempts: customer.attempts.filter(({ at }) => at <= now) };
  const room = instant(Math.max(now, ...fullCaps(rules, made, now).map(({ freeAt }) => freeAt)));
  const stretch = rules.zones.length === 0 ? undefined : nextCommonStretch(rules.zones, room);
  // The next attempt may fill a cap: then it is asked again.
  const until = customer.attempts.find(({ at }) => at > now)?.at ?? calendar.until;
  if (stretch === undefined) return { open: true, until };
  if (stretch.from > now) return { open: false, next: stretch.from };
  return { open: true, until: instant(Math.min(stretch.until, until)) };
}
