import type { Reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import type { FollowUpPlan } from './follow-up-plan.ts';
import type { PlanRefusal } from './plan-refusal.ts';
import { PLAN_RULES } from './plan-rules.ts';
import { planShape } from './plan-shape.ts';

/**
 * Reads a follow-up plan from JSON of unknown origin.
 *
 * @param document - a parsed JSON value, not its text
 * @returns a copy of the document, or everything that is wrong with it: each refusal's data name the `path` of the
 * field and what is `allowed` there, most also what was `found`. The rules between fields are looked at once every
 * field is right.
 *
 * @example
 * const plan = parsePlan(JSON.parse(uploaded));
 * if (!plan.ok) return plan.refusals.map((refusal) => renderReason(refusal, 'en', zone));
 */
export function parsePlan(document: unknown): Result<FollowUpPlan, PlanRefusal> {
  const found: Reason<PlanRefusal>[] = [];
  const plan = planShape.read(document, '', (refusal) => found.push(refusal));
  if (plan !== undefined) for (const rule of PLAN_RULES) rule(plan, (refusal) => found.push(refusal));
  const refusals = nonEmpty(found);
  if (refusals !== undefined) return { ok: false, refusals };
  if (plan === undefined) throw new Error('parsePlan: a shape refused the document without a reason');
  return ok(plan);
}
