import { compareMarks } from '../spine/mark.ts';
import type { Channel, Purpose } from '../spine/words.ts';
import type { ConsentAct, ContactHistory } from './contact-history.ts';

/** What the ledger says about one channel and purpose. */
export type ConsentState =
  | { readonly kind: 'none' }
  /** `written`: some consent that still holds was given in writing. `act` is the latest. */
  | { readonly kind: 'given'; readonly act: ConsentAct; readonly written: boolean }
  | { readonly kind: 'revoked'; readonly act: ConsentAct };

/**
 * Where a later inquiry is itself the express request that reopens replies. Texts stay stopped until the customer
 * asks for texts: who sent STOP and then fills in a form has not asked for them.
 */
const REOPENED_BY_INQUIRY: readonly Channel[] = ['call', 'email', 'video', 'letter', 'inPerson'];

/**
 * What the customer's latest word on a channel and purpose was. The latest act decides, equal instants by fact id.
 *
 * A revocation reaches further than a consent: one that touches marketing ends it on every channel, and one by text
 * ends every text, appointments' too, unless the customer chose its scope (47 CFR 64.1200(a)(10) lets it be made by
 * any reasonable means; its reach over all purposes is postponed to 2027, we apply the safe half of it now). A later
 * consent reopens what it names, nothing else.
 *
 * @example
 * consentFor(history, 'text', 'marketing').kind === 'given';
 */
export function consentFor(history: ContactHistory, channel: Channel, purpose: Purpose): ConsentState {
  let revoked: ConsentAct | undefined;
  for (const act of history.acts) if (act.act === 'revoked' && covers(act, channel, purpose)) revoked = act;
  let latest: ConsentAct | undefined;
  let written = false;
  for (const act of history.acts) {
    if (act.act !== 'given' || !covers(act, channel, purpose)) continue;
    if (revoked !== undefined && compareMarks(act, revoked) <= 0) continue;
    latest = act;
    written ||= act.written;
  }
  if (latest !== undefined) return { kind: 'given', act: latest, written };
  if (revoked === undefined || reopenedByInquiry(history, revoked, channel, purpose)) return NOTHING_SAID;
  return { kind: 'revoked', act: revoked };
}

const NOTHING_SAID: ConsentState = { kind: 'none' };

function covers(act: ConsentAct, channel: Channel, purpose: Purpose): boolean {
  const onChannel = act.channel === 'all' || act.channel === channel;
  const forPurpose = act.purpose === 'all' || act.purpose === purpose;
  if (onChannel && forPurpose) return true;
  if (act.act === 'given' || act.scopeChosen) return false;
  const touchesMarketing = act.purpose === 'all' || act.purpose === 'marketing';
  return touchesMarketing && (purpose === 'marketing' || (act.channel === 'text' && channel === 'text'));
}

function reopenedByInquiry(history: ContactHistory, revoked: ConsentAct, channel: Channel, purpose: Purpose): boolean {
  if (purpose !== 'replyToInquiry' || !REOPENED_BY_INQUIRY.includes(channel)) return false;
  return history.inquiries.some((inquiry) => !inquiry.repeat && compareMarks(inquiry, revoked) > 0);
}
