import {
  dayOf,
  type Id,
  type Instant,
  type MeasureRow,
  measureFirstResponse,
  measureProof,
  type ProofOutcome,
} from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';
import type { StepPlace } from './count-steps.ts';
import type { LeadResponse } from './lead-responses.ts';

/** Who claims a call, and when it was. */
export interface Claimed {
  readonly memberId: string;
  readonly at: Instant;
}

/** What a claim with its outcome adds, on the day of the claim. */
export function countProof(
  { memberId, at }: Claimed,
  outcome: ProofOutcome,
  { storeId, departmentId }: StepPlace,
  { calendar }: Pick<StoreRules, 'calendar'>,
): MeasureRow {
  return {
    storeId: storeId as Id<'Store'>,
    departmentId: departmentId as Id<'Department'>,
    memberId: memberId as Id<'Member'>,
    day: dayOf(calendar, at),
    measures: measureProof(outcome),
  };
}

/** What an answered lead adds, for who answered it, on the day of the answer. */
export function countResponse(
  { memberId, at, openMs, wallMs }: LeadResponse,
  { storeId, departmentId }: StepPlace,
  { calendar }: Pick<StoreRules, 'calendar'>,
): MeasureRow {
  return {
    storeId: storeId as Id<'Store'>,
    departmentId: departmentId as Id<'Department'>,
    memberId,
    day: dayOf(calendar, at),
    measures: measureFirstResponse(openMs, wallMs),
  };
}
