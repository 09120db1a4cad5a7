import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import { type Capacity, weightOf } from './capacity.ts';
import { type HumanTask, touchReason } from './human-task.ts';
import { coversIn, hasRoom, isAgent, type Load, leastLoaded, newLoad, take } from './load.ts';
import type { Placement } from './placement.ts';
import { compareTasks } from './task-order.ts';

interface Entry {
  readonly kind: 'listed' | 'handedOver';
  readonly task: HumanTask;
  readonly reasons: NonEmpty<Reason>;
}

/** The lists of a store's people while they fill. */
export interface Desks {
  /** The customer's owner at work; for a step of a manager or of the BDC the least loaded of them. */
  ownOf(task: HumanTask): Load | undefined;
  /** As {@link Desks.ownOf}, of managers and of the BDC only who has room. */
  ownWithRoom(task: HumanTask): Load | undefined;
  /** While the customer's owner is away: the least loaded person of the same department who has room. */
  colleagueWithRoom(task: HumanTask): Load | undefined;
  /** The least loaded person of a kind who has room, or anybody at all, with room or without. */
  agentWithRoom(task: HumanTask): Load | undefined;
  managerWithRoom(task: HumanTask): Load | undefined;
  anybody(): Load | undefined;
  /** Anybody of the BDC who is at work, with room or without. */
  agent(): Load | undefined;
  /** Whether the BDC does it anyway: by the plan, or because the customer is an agent's. */
  isAgents(task: HumanTask): boolean;
  /** @param why - what more is to be said of it */
  list(load: Load, task: HumanTask, why?: Reason): void;
  handOver(load: Load, task: HumanTask, code: string): void;
  /** With how full the day of who covers is, before it is given. */
  handToColleague(load: Load, task: HumanTask): void;
  /** Person by person, by id, in rank. */
  lists(): readonly Placement[];
}

export function openDesks(people: readonly Capacity[], context: Context): Desks {
  const loads = people.toSorted((a, b) => compareText(a.memberId, b.memberId)).map(newLoad);
  const byMember = new Map(loads.map((load) => [load.person.memberId, load]));
  const entries = new Map<Load, Entry[]>(loads.map((load) => [load, []]));
  const give = (load: Load, entry: Entry): void => {
    take(load, entry.task.touch);
    entries.get(load)?.push(entry);
  };
  const handOver = (load: Load, task: HumanTask, why: Reason): void =>
    give(load, { kind: 'handedOver', task, reasons: [why, task.worth, ...task.wait] });
  const knownOwnerOf = ({ touch }: HumanTask): Load | undefined =>
    touch.ownerId === undefined ? undefined : byMember.get(touch.ownerId);
  const ownerOf = (task: HumanTask): Load | undefined => {
    const load = knownOwnerOf(task);
    return load?.person.present === true ? load : undefined;
  };
  const poolOf = ({ touch }: HumanTask) => (touch.who === 'manager' ? 'manager' : 'bdc');
  return {
    ownOf: (task) => (task.touch.who === 'owner' ? ownerOf(task) : leastLoaded(poolOf(task), loads)),
    ownWithRoom: (task) => {
      if (task.touch.who !== 'owner') return leastLoaded(poolOf(task), loads, task);
      const own = ownerOf(task);
      return own !== undefined && hasRoom(own, task) ? own : undefined;
    },
    colleagueWithRoom: (task) => {
      const owner = task.touch.who === 'owner' ? knownOwnerOf(task) : undefined;
      if (owner === undefined || owner.person.present) return undefined;
      return leastLoaded(coversIn(owner.person.department), loads, task);
    },
    // A manager's step is one because it takes a manager.
    agentWithRoom: (task) => (task.touch.who === 'manager' ? undefined : leastLoaded('bdc', loads, task)),
    managerWithRoom: (task) => leastLoaded('manager', loads, task),
    anybody: () => leastLoaded('anybody', loads),
    agent: () => leastLoaded('bdc', loads),
    isAgents: (task) => {
      const owner = ownerOf(task);
      return task.touch.who === 'bdc' || (task.touch.who === 'owner' && owner !== undefined && isAgent(owner.person));
    },
    list: (load, task, why) =>
      give(load, { kind: 'listed', task, reasons: [task.worth, ...(why === undefined ? [] : [why]), ...task.wait] }),
    handOver: (load, task, code) => handOver(load, task, touchReason(code, task.touch, context)),
    handToColleague: (load, task) => {
      const data = { tasks: load.tasks, capacity: load.person.tasks };
      handOver(load, task, touchReason('workday.toColleague', task.touch, context, data));
    },
    lists: () => [...entries].flatMap(([load, mine]) => rankedList(load, mine)),
  };
}

function rankedList({ person }: Load, entries: readonly Entry[]): Placement[] {
  const weight = weightOf(person);
  return entries
    .toSorted((a, b) => compareTasks(a.task, b.task))
    .map(({ kind, task: { touch, expectedValue }, reasons }, i) => ({
      kind,
      touch,
      to: person.memberId,
      rank: i + 1,
      expectedValue: expectedValue * weight,
      reasons,
    }));
}
