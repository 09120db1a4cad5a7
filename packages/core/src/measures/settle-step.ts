import type { ProofKind, ProofOutcome } from '../proof/proof-outcome.ts';
import type { Instant } from '../spine/instant.ts';

/** How a step of the plan stands: not settled yet, done, or past its deadline and not done. */
export type StepState = 'open' | 'done' | 'missed';

/**
 * Whether a claim with this outcome lets a call step count as done. Once the feed has passed, a call that nothing
 * shows clears nothing; a call that was too short, or that nobody answered, was a call nevertheless.
 */
const CLEARS_CALL_STEP = {
  verified: true,
  verifiedOtherRep: true,
  short: true,
  contradicted: true,
  excused: true,
  pending: true,
  unmatched: false,
  unverifiable: false,
} as const satisfies Record<ProofKind, boolean>;

/** A step as it was done, or not. */
export interface SettledStep {
  /** From here on it is late. */
  readonly deadline: Instant;
  /** When it was done, through the step's own channel: an e-mail does no call step. */
  readonly doneAt?: Instant;
  /** For a call: how far the claim is documented. */
  readonly proof?: ProofOutcome;
}

/**
 * How a step stands now. A step that was done late is done: how late is the business of the response clock.
 *
 * @example
 * settleStep({ deadline, doneAt, proof }, now); // 'missed' once the feed has passed an undocumented call
 */
export function settleStep(step: SettledStep, now: Instant): StepState {
  if (step.doneAt !== undefined && clears(step.proof)) return 'done';
  return now >= step.deadline ? 'missed' : 'open';
}

function clears(proof: ProofOutcome | undefined): boolean {
  if (proof === undefined || proof.reasons[0].code === 'proof.outage') return true;
  return CLEARS_CALL_STEP[proof.kind];
}
