import { consentFor } from '../consent/consent-for.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import { type Instant, MINUTE, plus } from '../spine/instant.ts';
import { CONFIRMATION_LAW } from './basis-laws.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import { lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';

const CONFIRM_WITHIN = 5 * MINUTE;

/**
 * Whether a text may confirm that the customer stopped texts: one, within five minutes, at any hour, for the customer has
 * just written. Keep the verdict with the message, like every other.
 *
 * @param customer - the customer's facts, folded by `contactHistory`
 *
 * @example
 * mayConfirmRevocation(history, now).kind === 'allowed';
 */
export function mayConfirmRevocation(customer: ContactHistory, now: Instant): ContactVerdict {
  const said = consentFor(customer, 'text', 'marketing');
  const evidence = lawEvidence(CONFIRMATION_LAW);
  if (said.kind === 'revoked') {
    const { act } = said;
    const until = plus(act.at, CONFIRM_WITHIN);
    const confirmed = customer.attempts.some(({ channel, at }) => channel === 'text' && at >= act.at);
    if (now < until && !confirmed) {
      const why = contactReason('contact.confirmsRevocation', { until, ...evidence }, { facts: [act.fact] });
      return { kind: 'allowed', until, reasons: [why] };
    }
  }
  return { kind: 'never', reasons: [contactReason('contact.nothingToConfirm', evidence)] };
}
