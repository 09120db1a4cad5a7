import type { Touch } from '../cadence/touch.ts';
import type { StepActor } from '../plan/follow-up-plan.ts';
import type { DepartmentKind } from '../spine/words.ts';
import type { Capacity } from './capacity.ts';
import type { HumanTask } from './human-task.ts';

/** A person's day while it fills. */
export interface Load {
  readonly person: Capacity;
  tasks: number;
  calls: number;
}

/** An estimate of what is to come must not empty a list: older touches get half of the day at least. */
export const KEPT_AT_MOST = 0.5;

/** Who is asked when somebody is looked for. */
export type Pool = Exclude<StepActor, 'owner' | 'automation'> | 'anybody';

export const MAY_DO: Readonly<Record<Pool, (person: Capacity) => boolean>> = {
  manager: ({ role }) => role === 'manager' || role === 'generalManager',
  bdc: ({ role, department }) => role === 'bdcAgent' || (department === 'bdc' && role === 'salesperson'),
  anybody: () => true,
};

/** Who covers for a colleague of the same department; its managers are asked only later. */
export function coversIn(department: DepartmentKind): (person: Capacity) => boolean {
  return (person) => person.department === department && (person.role === 'salesperson' || person.role === 'bdcAgent');
}

/** Whether somebody makes the calls of the BDC. */
export const isAgent = MAY_DO.bdc;

export function newLoad(person: Capacity): Load {
  return { person, tasks: person.taken?.tasks ?? 0, calls: person.taken?.calls ?? 0 };
}

/** The least loaded person of a kind who is present; with `task`: and has room for it. */
export function leastLoaded(
  pool: Pool | ((person: Capacity) => boolean),
  loads: readonly Load[],
  task?: HumanTask,
): Load | undefined {
  const mayDo = typeof pool === 'string' ? MAY_DO[pool] : pool;
  let best: Load | undefined;
  for (const load of loads) {
    if (!load.person.present || !mayDo(load.person) || (task !== undefined && !hasRoom(load, task))) continue;
    if (best === undefined || comesBefore(load, best)) best = load;
  }
  return best;
}

/** Whether a task still fits into the person's tasks and, when it is a call, calls, beside the room that is kept. */
export function hasRoom({ person, tasks, calls }: Load, { touch, arrived }: HumanTask): boolean {
  const kept = (figure: 'tasks' | 'calls') =>
    arrived ? 0 : Math.min(person.kept?.[figure] ?? 0, person[figure] * KEPT_AT_MOST);
  return (
    tasks + 1 + kept('tasks') <= person.tasks && (touch.channel !== 'call' || calls + 1 + kept('calls') <= person.calls)
  );
}

export function take(load: Load, touch: Touch): void {
  load.tasks++;
  if (touch.channel === 'call') load.calls++;
}

/** Less of the day gone, then who makes more of it; ids last. */
function comesBefore(a: Load, b: Load): boolean {
  return (
    (gone(a) - gone(b) ||
      (b.person.accomplishes ?? 1) - (a.person.accomplishes ?? 1) ||
      (a.person.memberId < b.person.memberId ? -1 : 1)) < 0
  );
}

function gone({ person, tasks }: Load): number {
  return person.tasks === 0 ? Number.MAX_VALUE : tasks / person.tasks;
}
