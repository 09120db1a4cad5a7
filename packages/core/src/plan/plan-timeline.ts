import type { Instant } from '../spine/instant.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { CompiledPlan } from './compiled-plan.ts';

/** A version of the plan, in force from an instant until the next one's. */
export interface PlanInForce {
  readonly from: Instant;
  readonly plan: CompiledPlan;
}

/** A store's plan versions that came into force, the earliest first. */
export type PlanTimeline = NonEmpty<PlanInForce>;

/**
 * The version that was in force at an instant; the earliest one before its time too.
 *
 * What began under a version ends under it: a lead keeps the plan under which it came, for that is what people had signed
 * and what the customer was to expect. A repeat lead, a sale and a loss begin anew, under the version of their own time.
 *
 * @example
 * const plan = planAt(timeline, episodeSince(history) ?? now);
 */
export function planAt(timeline: PlanTimeline, at: Instant): CompiledPlan {
  const inForce = timeline.findLast(({ from }) => from <= at) ?? timeline[0];
  return inForce.plan;
}
