import { type ConsentState, consentFor } from '../consent/consent-for.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import { revokedReason } from '../contact/revoked-reason.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { Touch } from './touch.ts';

/**
 * That the customer wants no such contact any more.
 * - `cancelled`: he said so before it was late: it is nobody's miss
 * - `missed`: it was late by then, and is asked for no longer
 */
export interface CustomerStop {
  readonly kind: 'cancelled' | 'missed';
  readonly reason: Reason;
}

/**
 * Whether the customer's own word ends a touch that the plan asks for. A touch whose deadline passes while the customer
 * has it stopped stays ended, also when he allows such contact again later.
 *
 * @param customer - the customer's facts, folded by `contactHistory`
 *
 * @example
 * const open = dueTouches(history, context).filter((touch) => customerStop(touch, customer, now) === undefined);
 */
export function customerStop(
  touch: Pick<Touch, 'channel' | 'purpose' | 'window'>,
  customer: ContactHistory,
  now: Instant,
): CustomerStop | undefined {
  if (customer.acts.length === 0) return undefined;
  const { channel, purpose, window } = touch;
  const stopped = (state: ConsentState, kind: CustomerStop['kind']): CustomerStop | undefined =>
    state.kind === 'revoked' ? { kind, reason: revokedReason(state.act, channel, purpose) } : undefined;
  const today = consentFor(customer, channel, purpose);
  if (now < window.deadline) return stopped(today, 'cancelled');
  const inTime = consentFor(saidUntil(customer, window.deadline), channel, purpose);
  return stopped(inTime, 'cancelled') ?? stopped(today, 'missed');
}

function saidUntil(customer: ContactHistory, end: Instant): ContactHistory {
  const before = ({ at }: { readonly at: Instant }): boolean => at < end;
  return { ...customer, acts: customer.acts.filter(before), inquiries: customer.inquiries.filter(before) };
}
