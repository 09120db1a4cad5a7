import type { Touch } from '../cadence/touch.ts';
import type { StepActor } from '../plan/follow-up-plan.ts';
import type { Capacity } from './capacity.ts';

/** A person's day while it fills. */
export interface Load {
  readonly person: Capacity;
  tasks: number;
  calls: number;
}

const MAY_DO: Readonly<Record<Exclude<StepActor, 'owner' | 'automation'>, (person: Capacity) => boolean>> = {
  manager: ({ role }) => role === 'manager' || role === 'generalManager',
  bdc: ({ role, department }) => role === 'bdcAgent' || (department === 'bdc' && role === 'salesperson'),
};

/** The person whom a touch belongs to: the customer's owner, else the least loaded one of those whose step it is. */
export function ownLoad(touch: Touch, loads: readonly Load[]): Load | undefined {
  if (touch.who === 'automation') return undefined;
  if (touch.who !== 'owner') return leastLoaded(touch, touch.who, loads);
  return loads.find(({ person }) => person.memberId === touch.ownerId && person.present);
}

/** The least loaded person of a kind who is present and has room for a touch. */
export function leastLoaded(touch: Touch, who: keyof typeof MAY_DO, loads: readonly Load[]): Load | undefined {
  let best: Load | undefined;
  for (const load of loads) {
    if (!load.person.present || !MAY_DO[who](load.person) || !hasRoom(load, touch)) continue;
    if (best === undefined || isLess(load, best)) best = load;
  }
  return best;
}

/** Whether a touch still fits into the person's tasks and, when it is a call, calls. */
export function hasRoom({ person, tasks, calls }: Load, touch: Touch): boolean {
  return tasks < person.tasks && (touch.channel !== 'call' || calls < person.calls);
}

export function take(load: Load, touch: Touch): void {
  load.tasks++;
  if (touch.channel === 'call') load.calls++;
}

function isLess(a: Load, b: Load): boolean {
  const difference = a.tasks / a.person.tasks - b.tasks / b.person.tasks;
  return difference === 0 ? a.person.memberId < b.person.memberId : difference < 0;
}
