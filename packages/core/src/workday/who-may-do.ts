import type { StepActor } from '../plan/follow-up-plan.ts';
import type { DepartmentKind } from '../spine/words.ts';
import type { Capacity } from './capacity.ts';

/** An estimate of what is to come must not empty a list: older touches get half of the day at least. */
export const KEPT_AT_MOST = 0.5;

/** Who is asked when somebody is looked for. */
export const MAY_DO: Readonly<
  Record<Exclude<StepActor, 'owner' | 'automation'> | 'anybody', (person: Capacity) => boolean>
> = {
  manager: ({ role }) => role === 'manager' || role === 'generalManager',
  bdc: ({ role, department }) => role === 'bdcAgent' || (department === 'bdc' && role === 'salesperson'),
  anybody: () => true,
};

/** Who covers for a colleague of the same department; its managers are asked only later. */
export function coversIn(department: DepartmentKind): (person: Capacity) => boolean {
  return (person) => person.department === department && (person.role === 'salesperson' || person.role === 'bdcAgent');
}
