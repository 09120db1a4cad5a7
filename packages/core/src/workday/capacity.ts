import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { DailyCapacity } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import type { DepartmentKind, Role } from '../spine/words.ts';

/** One person's day: how much fits into it, and how much of that is gone. */
export interface Capacity extends DailyCapacity {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly department: DepartmentKind;
  /** At work on that day. */
  readonly present: boolean;
  /** What stands on this day already, done or not, besides the touches that are to be placed; absent: nothing. */
  readonly taken?: DailyCapacity;
  /**
   * Room for the leads that are still expected today, as `roomForArrivals` reckons it: older touches leave it free, up
   * to half of the day. Absent: none.
   */
  readonly kept?: DailyCapacity;
  /**
   * What this person makes of a touch: the documented share of the calls noted of late, up to 1. It weighs the worth of
   * a touch. Absent: unknown, which counts as 1.
   */
  readonly accomplishes?: number;
}

/** Who makes nothing of calls so far still has an order on the list. */
const ACCOMPLISHES_AT_LEAST = 0.05;

/** What the worth of a touch is multiplied by on this person's list. */
export function weightOf({ accomplishes = 1 }: Capacity): number {
  return Math.max(accomplishes, ACCOMPLISHES_AT_LEAST);
}

/**
 * What a person of this department gets done in a day, by the plan. The floor's figure serves where the plan has none.
 *
 * @example
 * const ann: Capacity = { memberId, role: 'salesperson', department: 'sales', present: true, ...defaultCapacity('sales', plan) };
 */
export function defaultCapacity(department: DepartmentKind, { capacity }: CompiledPlan): DailyCapacity {
  return department === 'service' ? capacity.sales : capacity[department];
}
