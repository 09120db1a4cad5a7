import {
  BDC_FULL,
  FLOOR_BUSY,
  FRESH_TO_MANAGER,
  LISTED,
  NO_BDC,
  NO_ROOM,
  NOBODY_THERE,
  OWNER_AWAY,
} from './place-code.ts';
import { AGENTS, ANYBODY, anybodyHasRoom, leastLoaded } from './seats.ts';
import { BUSY_FLOOR } from './work-columns.ts';
import {
  agentWithRoom,
  give,
  handToColleague,
  isAgents,
  isFresh,
  isManagers,
  managerWithRoom,
  mayFindCover,
  mayHaveOwnRoom,
  ownOf,
  ownWithRoom,
  type WorkDesks,
  whyAgent,
} from './work-desks.ts';
import { ROUTINE_BUCKETS, URGENT_BUCKETS, visitInOrder, type WorkQueue } from './work-queue.ts';

/**
 * Fills people's days: what is urgent, whatever room there is; then the BDC with its own work, and with the calls that it
 * had better make because the floor is busy; then each with their own work; then what is over into the room that is left.
 * What nobody takes stays marked as without room.
 */
export function giveWork(queue: WorkQueue, desks: WorkDesks): void {
  giveUrgent(queue, desks);
  if (desks.seats.pools[AGENTS]?.length !== 0) {
    giveAgents(queue, desks);
    giveFromBusyFloor(queue, desks);
  }
  giveTheirOwn(queue, desks);
  visitRoutine(
    queue,
    desks,
    (touch) => isLeft(desks, touch) && mayFindCover(desks, touch),
    (touch) => handOver(desks, touch),
  );
}

/** Routine work in its order, while anybody has room. */
function visitRoutine(
  queue: WorkQueue,
  { seats }: WorkDesks,
  mayGo: (touch: number) => boolean,
  visit: (touch: number) => void,
): void {
  visitInOrder(queue, ROUTINE_BUCKETS, () => anybodyHasRoom(seats), mayGo, visit);
}

function isLeft({ code }: WorkDesks, touch: number): boolean {
  return code[touch] === NO_ROOM;
}

/** Promises and waiting leads are bounded by nothing but that somebody is there. */
function giveUrgent(queue: WorkQueue, desks: WorkDesks): void {
  const uncovered: number[] = [];
  visitInOrder(
    queue,
    URGENT_BUCKETS,
    () => true,
    () => true,
    (touch) => {
      const own = ownOf(desks, touch);
      if (own < 0) uncovered.push(touch);
      else give(desks, own, touch, LISTED);
    },
  );
  // Only now, when everybody's own urgent work is known, is it known who is the least loaded.
  for (const touch of uncovered) {
    if (handToColleague(desks, touch)) continue;
    const cover = coverForUrgent(desks, touch);
    if (cover >= 0) give(desks, cover, touch, OWNER_AWAY);
    else desks.code[touch] = NOBODY_THERE;
  }
}

/** The BDC before a manager, as for all else; at the last anybody, with room or without. */
function coverForUrgent(desks: WorkDesks, touch: number): number {
  if (isManagers(desks, touch)) return -1;
  const agent = agentWithRoom(desks, touch);
  if (agent >= 0) return agent;
  const manager = managerWithRoom(desks, touch);
  return manager >= 0 ? manager : leastLoaded(desks.seats, ANYBODY);
}

function giveOwn(desks: WorkDesks, touch: number, why: number): void {
  const own = ownWithRoom(desks, touch);
  if (own >= 0) give(desks, own, touch, why);
}

function giveAgents(queue: WorkQueue, desks: WorkDesks): void {
  if (!desks.any.isAgents) return;
  visitRoutine(
    queue,
    desks,
    (touch) => isAgents(desks, touch) && mayHaveOwnRoom(desks, touch),
    (touch) => giveOwn(desks, touch, LISTED),
  );
}

/** Hands calls to the BDC that are best made when the floor is busy, as long as it has room; the customer stays the owner's. */
function giveFromBusyFloor(queue: WorkQueue, desks: WorkDesks): void {
  if (!desks.any.isOfBusyFloor) return;
  visitRoutine(
    queue,
    desks,
    (touch) => isOfBusyFloor(desks, touch) && isLeft(desks, touch) && !isAgents(desks, touch),
    (touch) => {
      const agent = agentWithRoom(desks, touch);
      if (agent >= 0) give(desks, agent, touch, FLOOR_BUSY);
    },
  );
}

function isOfBusyFloor({ columns }: WorkDesks, touch: number): boolean {
  return ((columns.flags[touch] as number) & BUSY_FLOOR) !== 0;
}

/** Each their own, with why a call that the BDC had better make is among it. */
function giveTheirOwn(queue: WorkQueue, desks: WorkDesks): void {
  const stays = desks.seats.pools[AGENTS]?.length === 0 ? NO_BDC : BDC_FULL;
  visitRoutine(
    queue,
    desks,
    (touch) => isLeft(desks, touch) && !isAgents(desks, touch) && mayHaveOwnRoom(desks, touch),
    (touch) => giveOwn(desks, touch, isOfBusyFloor(desks, touch) ? stays : LISTED),
  );
}

/** To a colleague of who is away; to the BDC while it has room; beyond that what is fresh to a manager who has. */
function handOver(desks: WorkDesks, touch: number): void {
  if (handToColleague(desks, touch)) return;
  const agent = agentWithRoom(desks, touch);
  if (agent >= 0) {
    give(desks, agent, touch, whyAgent(desks, touch));
    return;
  }
  const manager = isFresh(desks, touch) ? managerWithRoom(desks, touch) : -1;
  if (manager >= 0) give(desks, manager, touch, FRESH_TO_MANAGER);
}
