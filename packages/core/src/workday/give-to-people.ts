import type { Touch } from '../cadence/touch.ts';
import { dayOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import { instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { Capacity } from './capacity.ts';
import { type Desks, openDesks } from './desks.ts';
import { type HumanTask, touchReason } from './human-task.ts';
import type { Load } from './load.ts';
import type { Placement } from './placement.ts';
import { byPlace } from './task-order.ts';

/** A task that nobody does today, with the code that says why. */
type Left = readonly [task: HumanTask, code: 'workday.noRoom' | 'workday.nobodyThere'];

/** People's lists, what is left to automation, and what nobody does today. */
export interface Given {
  readonly lists: readonly Placement[];
  readonly automated: readonly Placement[];
  readonly left: readonly Left[];
}

/**
 * Fills people's days: what is urgent, whatever room there is; then the BDC with its own work, and with the calls that it
 * had better make because the floor is busy; then each with their own work; then what is over into the room that is left.
 *
 * @param serving - by opportunity: the server's own touch that reaches the customer when no person does
 */
export function giveToPeople(
  tasks: readonly HumanTask[],
  people: readonly Capacity[],
  serving: ReadonlyMap<Id<'Opportunity'>, Touch>,
  context: Context,
): Given {
  const desks = openDesks(people, context);
  const sorted = tasks.toSorted(byPlace);
  const unattended = giveUrgent(
    sorted.filter(({ touch }) => touch.urgency !== 'routine'),
    desks,
  );
  const routine = sorted.filter(({ touch }) => touch.urgency === 'routine');
  const over: HumanTask[] = [];
  const giveOwn = (task: HumanTask, why?: Reason): void => {
    const own = desks.ownWithRoom(task);
    if (own === undefined) over.push(task);
    else desks.list(own, task, why);
  };
  for (const task of routine) if (desks.isAgents(task)) giveOwn(task);
  const stays = giveFromBusyFloor(routine, desks, context);
  for (const task of routine) if (stays.has(task)) giveOwn(task, stays.get(task));
  over.sort(byPlace);
  const automated: Placement[] = [];
  const left: Left[] = [...unattended];
  for (const task of over) {
    if (handOver(task, desks)) continue;
    const instead = task.fresh || task.touch.who === 'manager' ? undefined : serving.get(task.touch.opportunityId);
    if (instead === undefined) left.push([task, 'workday.noRoom']);
    else automated.push(leftToAutomation(task, instead, context));
  }
  return { lists: desks.lists(), automated, left };
}

/** Promises and waiting leads are bounded by nothing but that somebody is there. */
function giveUrgent(tasks: readonly HumanTask[], desks: Desks): readonly Left[] {
  const uncovered: HumanTask[] = [];
  for (const task of tasks) {
    const own = desks.ownOf(task);
    if (own === undefined) uncovered.push(task);
    else desks.list(own, task);
  }
  // Only now, when everybody's own urgent work is known, is it known who is the least loaded.
  const left: Left[] = [];
  for (const task of uncovered) {
    if (handToColleague(task, desks)) continue;
    const cover = task.touch.who === 'manager' ? undefined : (withRoom(task, desks) ?? desks.anybody());
    if (cover === undefined) left.push([task, 'workday.nobodyThere']);
    else desks.handOver(cover, task, 'workday.ownerAway');
  }
  return left;
}

/** Who is away is covered by the own department first: there the customers are known best. */
function handToColleague(task: HumanTask, desks: Desks): boolean {
  const colleague = desks.colleagueWithRoom(task);
  if (colleague === undefined) return false;
  desks.handToColleague(colleague, task);
  return true;
}

/** For what is urgent: the BDC before a manager, as for all else. */
function withRoom(task: HumanTask, desks: Desks): Load | undefined {
  return desks.agentWithRoom(task) ?? desks.managerWithRoom(task);
}

/**
 * Hands calls to the BDC that are best made when the floor is busy, as long as it has room; the customer stays the
 * owner's.
 *
 * @returns what is left for people's own lists, and why a call that the BDC had better make is among it
 */
function giveFromBusyFloor(
  tasks: readonly HumanTask[],
  desks: Desks,
  context: Context,
): ReadonlyMap<HumanTask, Reason | undefined> {
  const stays = new Map<HumanTask, Reason | undefined>();
  for (const task of tasks) {
    if (desks.isAgents(task)) continue;
    const isBusy = task.touch.by === 'bdc';
    const agent = isBusy ? desks.agentWithRoom(task) : undefined;
    if (agent !== undefined) desks.handOver(agent, task, 'workday.floorBusy');
    else if (!isBusy) stays.set(task, undefined);
    else
      stays.set(
        task,
        touchReason(desks.agent() === undefined ? 'workday.noBdc' : 'workday.bdcFull', task.touch, context),
      );
  }
  return stays;
}

/** To a colleague of who is away; to the BDC while it has room; beyond that what is fresh to a manager who has. */
function handOver(task: HumanTask, desks: Desks): boolean {
  if (handToColleague(task, desks)) return true;
  const agent = desks.agentWithRoom(task);
  if (agent !== undefined) {
    desks.handOver(agent, task, desks.ownOf(task) === undefined ? 'workday.ownerAway' : 'workday.ownerFull');
    return true;
  }
  const manager = task.fresh ? desks.managerWithRoom(task) : undefined;
  if (manager === undefined) return false;
  desks.handOver(manager, task, 'workday.freshToManager');
  return true;
}

function leftToAutomation({ touch }: HumanTask, instead: Touch, context: Context): Placement {
  const { calendar, now } = context;
  const day = dayOf(calendar, instant(Math.max(instead.window.from, now)));
  const why = touchReason('workday.leftToAutomation', touch, context, { channel: instead.channel, day });
  return { kind: 'automated', touch, reasons: [why] };
}
