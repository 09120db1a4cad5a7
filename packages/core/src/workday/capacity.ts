import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { DailyCapacity } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import type { DepartmentKind, Role } from '../spine/words.ts';

/** One person's day: how much of it is left to plan. */
export interface Capacity extends DailyCapacity {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly department: DepartmentKind;
  /** At work on that day. */
  readonly present: boolean;
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
