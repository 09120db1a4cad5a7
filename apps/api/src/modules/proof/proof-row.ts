import type { Id, ProofCode, ProofKind, ProofOutcome, Reason } from '@beback/core';

export const PROOF_KINDS = [
  'verified',
  'verifiedOtherRep',
  'short',
  'contradicted',
  'unmatched',
  'unverifiable',
  'excused',
  'pending',
] as const satisfies readonly ProofKind[];

/** The outcome of a claim as the table holds it. */
export interface ProofRow {
  readonly claimId: string;
  readonly kind: ProofKind;
  readonly recordId: string | null;
  readonly reasons: readonly Reason<ProofCode>[];
}

/** Columns of {@link ProofRow}, for a select list; the table goes by the alias `p`. */
export const PROOF_COLUMNS = 'p.claim_id as "claimId", p.kind, p.record_id as "recordId", p.reasons';

/** Core's outcome of a row. */
export function readProof({ claimId, kind, recordId, reasons }: ProofRow): ProofOutcome {
  const [first] = reasons;
  // What a pending claim waits for stands in its reason.
  const source = first?.code === 'proof.pending' ? first.data['source'] : '';
  return {
    claim: claimId as Id<'Fact'>,
    kind,
    reasons,
    ...(recordId !== null && { record: recordId as Id<'Fact'> }),
    ...(kind === 'pending' && { source }),
  } as ProofOutcome;
}

/** The record that an outcome names; null where it names none. */
export function recordOf(outcome: ProofOutcome): string | null {
  return 'record' in outcome ? outcome.record : null;
}
