import { type Reason, type ReasonData, reason } from '../spine/reason.ts';

/** Why a document is no follow-up plan; each names the `path` of the field and what is `allowed` there. */
export const PLAN_REFUSALS = [
  'plan.missing',
  'plan.unknownField',
  'plan.wrongType',
  'plan.outOfRange',
  'plan.notOneOf',
  'plan.wrongForm',
  'plan.duplicate',
  'plan.inconsistent',
] as const;
/** One of {@link PLAN_REFUSALS}. */
export type PlanRefusal = (typeof PLAN_REFUSALS)[number];

/** Collects what is wrong with a document. */
export type Report = (refusal: Reason<PlanRefusal>) => void;

/** A refusal at a path (`actionPlans[0].steps[2].due.after`; the document itself is `plan`). */
export function planRefusal(
  code: PlanRefusal,
  path: string,
  allowed: string,
  more: ReasonData = {},
): Reason<PlanRefusal> {
  return reason(code, { path: path === '' ? 'plan' : path, allowed, ...more });
}
