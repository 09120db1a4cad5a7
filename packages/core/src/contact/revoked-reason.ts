import type { ConsentAct } from '../consent/contact-history.ts';
import type { Reason } from '../spine/reason.ts';
import type { Channel, Purpose } from '../spine/words.ts';
import { REVOCATION_LAW } from './basis-laws.ts';
import { lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';

/** That the customer stopped it: which act, since when, and the rule that makes it bind. */
export function revokedReason(act: ConsentAct, channel: Channel, purpose: Purpose): Reason {
  const data = { channel, purpose, revokedAt: act.at, ...lawEvidence(REVOCATION_LAW) };
  return contactReason('contact.revoked', data, { facts: [act.fact] });
}
