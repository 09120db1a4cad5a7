import type { ActivityLogged, CallRecorded } from '../spine/fact.ts';
import { claimSpan } from './claim-span.ts';
import { CLAIM_RULES, UNANSWERED } from './proof-rules.ts';

/** What a record would say of a claim that it is held against. */
export type PairVerdict = 'documents' | 'short' | 'contradicts';

/** Whether the record may be of the claimed call: outbound, to one of the customer's numbers, about that time. */
export function mayBeOf(claim: ActivityLogged, record: CallRecorded): boolean {
  const { data, at } = record;
  const { from, until } = claimSpan(claim);
  return (
    data.direction === 'outbound' &&
    ofOneStore(claim, record) &&
    at >= from &&
    at <= until &&
    claim.data.phones.includes(data.customerPhone)
  );
}

/** A fact without a store is of the whole group. */
function ofOneStore(claim: ActivityLogged, record: CallRecorded): boolean {
  return claim.storeId === undefined || record.storeId === undefined || claim.storeId === record.storeId;
}

/** What the record shows of the claim. An outcome that the phone system does not tell contradicts nothing. */
export function judgePair(claim: ActivityLogged, record: CallRecorded): PairVerdict {
  const rule = CLAIM_RULES[claim.data.disposition];
  if (rule.answered && UNANSWERED.includes(record.data.outcome)) return 'contradicts';
  return talkSecondsOf(record) < rule.minTalkSeconds ? 'short' : 'documents';
}

/** Some systems tell only the whole length, ringing included. */
export function talkSecondsOf({ data }: CallRecorded): number {
  return data.talkSeconds ?? data.totalSeconds;
}

/** Whether the record names the claiming person. A record that names nobody is nobody else's either. */
export function personOf(claim: ActivityLogged, record: CallRecorded): 'same' | 'other' | 'unnamed' {
  if (record.data.memberId === undefined) return 'unnamed';
  return record.data.memberId === claim.data.memberId ? 'same' : 'other';
}
