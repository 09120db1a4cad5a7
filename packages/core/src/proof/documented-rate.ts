import type { ProofOutcome } from './proof-outcome.ts';

/** How the claims of a person, a department or a store are documented, in counts. */
export interface DocumentedRate {
  readonly claims: number;
  /** A record shows the call, from the claiming person's phone or a colleague's. */
  readonly documented: number;
  /** Of the documented: from a colleague's phone. */
  readonly otherPerson: number;
  /** Neither documented nor left out: no record, a record that shows less than was claimed, or nothing to look for. */
  readonly notDocumented: number;
  /** Left out of the rate, and shown beside it: */
  readonly pending: number;
  readonly excused: number;
  readonly outage: number;
  /** `documented + notDocumented`: what the share is of. */
  readonly of: number;
  /** 0 … 1; absent when there is nothing to judge yet. */
  readonly share?: number;
}

type Count = 'documented' | 'notDocumented' | 'pending' | 'excused' | 'outage';

const COUNT_OF = {
  verified: 'documented',
  // The call was made, from the dealership's phones, to the customer, at that time: whose desk it was is the
  // manager's question, not the rate's.
  verifiedOtherRep: 'documented',
  short: 'notDocumented',
  contradicted: 'notDocumented',
  unmatched: 'notDocumented',
  unverifiable: 'notDocumented',
  excused: 'excused',
  pending: 'pending',
} as const satisfies Record<ProofOutcome['kind'], Count>;

/**
 * What the outcome counts as. An outage of the phone system is nobody's omission.
 *
 * @example
 * proofCount(outcome); // 'documented'
 */
export function proofCount(outcome: ProofOutcome): Count {
  return outcome.reasons[0].code === 'proof.outage' ? 'outage' : COUNT_OF[outcome.kind];
}

/**
 * The documented share: documented / (all − pending − excused − outages). The trade's scandal was 62 %; our plan's
 * alarm is below 90 %. What is left out is counted apart, never hidden.
 *
 * @example
 * documentedRate(outcomes).share; // 0.62
 */
export function documentedRate(outcomes: readonly ProofOutcome[]): DocumentedRate {
  const counts: Record<Count, number> = { documented: 0, notDocumented: 0, pending: 0, excused: 0, outage: 0 };
  for (const outcome of outcomes) counts[proofCount(outcome)] += 1;
  const of = counts.documented + counts.notDocumented;
  return {
    claims: outcomes.length,
    ...counts,
    otherPerson: outcomes.filter(({ kind }) => kind === 'verifiedOtherRep').length,
    of,
    ...(of > 0 && { share: counts.documented / of }),
  };
}
