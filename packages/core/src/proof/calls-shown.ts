import type { AttemptMark, CallShown } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CallRecorded } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import { talkSecondsOf } from './judge-pair.ts';
import type { ProofKind } from './proof-outcome.ts';
import { CLAIM_RULES } from './proof-rules.ts';

const SHOWN_BY: Readonly<Record<ProofKind, CallShown | 'byRecord'>> = {
  verified: 'byRecord',
  verifiedOtherRep: 'byRecord',
  short: 'byRecord',
  // The record says that nobody and nothing took the call.
  contradicted: 'nothing',
  unmatched: 'nothing',
  unverifiable: 'unprovable',
  excused: 'unprovable',
  pending: 'awaited',
};

/**
 * What the phone system shows of a claimed call, by the outcome of its proof. That a record documents a claim does not
 * make a conversation of it: "left message" is documented by a ring of 10 s on which nothing can have been left.
 *
 * @param record - the one that the outcome names
 *
 * @example
 * callShown('verified', record); // 'talk'
 */
export function callShown(proof: ProofKind, record: CallRecorded | undefined): CallShown {
  const shown = SHOWN_BY[proof];
  if (shown !== 'byRecord') return shown;
  if (record === undefined) throw new RangeError(`callShown: a call that is ${proof} has a record, got none`);
  if (record.data.outcome === 'voicemailLeft') return 'voicemail';
  return talkSecondsOf(record) >= CLAIM_RULES.spoke.minTalkSeconds ? 'talk' : 'ring';
}

/**
 * The history with what the records show of its claimed calls: then clocks, plans and recoveries believe no call that
 * nothing shows. Facts alone do not tell it, for proofs are decisions; so it is asked for, never stored.
 *
 * @param shownOf - by the claim's fact; undefined: not held against records yet
 *
 * @example
 * const response = firstResponse(withCallsShown(history, (claim) => shown.get(claim)), customer, context);
 */
export function withCallsShown(
  history: OpportunityHistory,
  shownOf: (claim: Id<'Fact'>) => CallShown | undefined,
): OpportunityHistory {
  let changed = false;
  const attempts = history.attempts.map((attempt): AttemptMark => {
    const shown = attempt.channel === 'call' ? shownOf(attempt.fact) : undefined;
    if (shown === undefined || shown === attempt.shown) return attempt;
    changed = true;
    return { ...attempt, shown };
  });
  return changed ? { ...history, attempts } : history;
}
