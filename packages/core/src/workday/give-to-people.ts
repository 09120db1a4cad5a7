import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { Capacity } from './capacity.ts';
import { byPlace, byRank, type HumanTask, touchReason } from './human-task.ts';
import { hasRoom, type Load, leastLoaded, ownLoad, take } from './load.ts';
import type { Placement } from './placement.ts';

interface Entry {
  readonly kind: 'listed' | 'handedOver';
  readonly task: HumanTask;
  readonly reasons: NonEmpty<Reason>;
}

/** People's lists, and the tasks for which nobody has room today. */
export interface Given {
  readonly lists: readonly Placement[];
  readonly left: readonly HumanTask[];
}

/** Fills people's days: first each with their own work, then what is over into the room that is left. */
export function giveToPeople(tasks: readonly HumanTask[], people: readonly Capacity[], context: Context): Given {
  const loads = people
    .toSorted((a, b) => compareText(a.memberId, b.memberId))
    .map((person): Load => ({ person, tasks: 0, calls: 0 }));
  const entries = new Map<Load, Entry[]>(loads.map((load) => [load, []]));
  const give = (load: Load, entry: Entry) => {
    take(load, entry.task.touch);
    entries.get(load)?.push(entry);
  };

  const over: (readonly [task: HumanTask, why: Reason])[] = [];
  for (const task of tasks.toSorted(byPlace)) {
    const { touch } = task;
    const own = ownLoad(touch, loads);
    if (own !== undefined && (touch.urgency === 'promise' || hasRoom(own, touch))) {
      give(own, { kind: 'listed', task, reasons: [task.worth, ...task.wait] });
    } else {
      over.push([task, touchReason(own === undefined ? 'workday.ownerAway' : 'workday.ownerFull', touch, context)]);
    }
  }
  const left: HumanTask[] = [];
  for (const [task, why] of over) {
    // A manager's step is one because it takes a manager.
    const agent = task.touch.who === 'manager' ? undefined : leastLoaded(task.touch, 'bdc', loads);
    const to = agent ?? (task.pressing ? leastLoaded(task.touch, 'manager', loads) : undefined);
    if (to === undefined) left.push(task);
    else give(to, { kind: 'handedOver', task, reasons: [why, task.worth, ...task.wait] });
  }
  return { lists: [...entries].flatMap(([load, list]) => rankedList(load, list)), left };
}

function rankedList({ person }: Load, entries: readonly Entry[]): Placement[] {
  return entries
    .toSorted((a, b) => byRank(a.task, b.task))
    .map(({ kind, task: { touch, expectedValue }, reasons }, i) => ({
      kind,
      touch,
      to: person.memberId,
      rank: i + 1,
      expectedValue,
      reasons,
    }));
}
