import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { PlanRetired } from '../spine/plan-facts.ts';
import { reason } from '../spine/reason.ts';
import { ok, type Result, refuse } from '../spine/result.ts';

/**
 * How a version of a store's plan stands.
 * - `draft`: it may still change
 * - `active`: in force, one for each store
 * - `retired`: no longer of use: another one took its place, and what began under it ends under it; or it was withdrawn
 *   before it ran
 */
export const PLAN_STATES = ['draft', 'active', 'retired'] as const;
/** One of {@link PLAN_STATES}. */
export type PlanState = (typeof PLAN_STATES)[number];

/** What people do to a version: write it anew, sign for its load, sign it, put it into force, withdraw it. */
export const PLAN_ACTS = ['redraft', 'override', 'sign', 'activate', 'retire'] as const;
/** One of {@link PLAN_ACTS}. */
export type PlanAct = (typeof PLAN_ACTS)[number];

export const PLAN_ACT_REFUSALS = [
  'planVersion.notDraft',
  'planVersion.unfinished',
  'planVersion.notInUse',
  'planVersion.inForce',
  'planVersion.whyMissing',
] as const;
/** Why something cannot be done to a version of a plan. */
export type PlanActRefusal = (typeof PLAN_ACT_REFUSALS)[number];

/** What decides about an act. */
export interface PlanStanding {
  readonly state: PlanState;
  /** A draft that somebody is still writing: nobody is asked to sign it. */
  readonly unfinished: boolean;
}

type Stage = 'writing' | 'signing' | 'inForce' | 'over';

/** What is not here may be done. */
const REFUSED: Readonly<Record<PlanAct, Partial<Readonly<Record<Stage, PlanActRefusal>>>>> = {
  redraft: { inForce: 'planVersion.notDraft', over: 'planVersion.notDraft' },
  override: { inForce: 'planVersion.notDraft', over: 'planVersion.notDraft' },
  sign: { writing: 'planVersion.unfinished', over: 'planVersion.notInUse' },
  activate: { writing: 'planVersion.unfinished', inForce: 'planVersion.notDraft', over: 'planVersion.notDraft' },
  // Without a plan nothing is followed up: another version takes its place.
  retire: { inForce: 'planVersion.inForce', over: 'planVersion.notInUse' },
};

/**
 * Whether something may be done to a version of a plan as it stands. Who may do it is not asked here.
 *
 * @example
 * const may = mayActOnPlan(version, 'sign');
 * if (!may.ok) return may;
 */
export function mayActOnPlan(standing: PlanStanding, act: PlanAct): Result<PlanAct, PlanActRefusal> {
  const refusal = REFUSED[act][stageOf(standing)];
  return refusal === undefined ? ok(act) : refuse(reason(refusal));
}

/**
 * Withdraws a version that has not begun. Who was asked to sign it is told why; what nobody was shown needs no reason.
 *
 * @param why - undefined where nobody said
 * @returns the fact to keep; the words themselves are kept beside it
 *
 * @example
 * const retired = retirePlan(version, 'Two of us leave in June.', memberId, now);
 */
export function retirePlan(
  version: PlanStanding & { readonly id: Id<'PlanVersion'> },
  why: string | undefined,
  byId: Id<'Member'>,
  now: Instant,
): Result<Pick<PlanRetired, 'kind' | 'at' | 'data'>, PlanActRefusal> {
  const may = mayActOnPlan(version, 'retire');
  if (!may.ok) return may;
  if (why === undefined && !version.unfinished) return refuse(reason('planVersion.whyMissing'));
  return ok({ kind: 'plan.retired', at: now, data: { planVersionId: version.id, byId } });
}

function stageOf({ state, unfinished }: PlanStanding): Stage {
  if (state === 'draft') return unfinished ? 'writing' : 'signing';
  return state === 'active' ? 'inForce' : 'over';
}
