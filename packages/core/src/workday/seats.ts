import { compareText } from '../spine/compare-text.ts';
import type { Id } from '../spine/id.ts';
import { DEPARTMENT_KINDS, type DepartmentKind } from '../spine/words.ts';
import type { Capacity } from './capacity.ts';
import { coversIn, KEPT_AT_MOST, MAY_DO } from './who-may-do.ts';

/**
 * What of a touch decides whether it fits into a day: a call; of a lead of today, which may use the room that is kept.
 * Beside it, of a lead in its first days: it should not wait for another day.
 */
export const [FIT_CALL, FIT_ARRIVED, FIT_FRESH] = [1, 2, 4] as const;
const ALL_FITS = 0b1111;

/** Who is asked when somebody is looked for: managers, the BDC, anybody, or those who cover within a department. */
export const [MANAGERS, AGENTS, ANYBODY, COVERS] = [0, 1, 2, 3] as const;

/** The days of a store's people while they fill, as columns: a person's place, the seat, is the one by id. */
export interface Seats {
  readonly people: readonly Capacity[];
  readonly tasks: Float64Array;
  readonly calls: Float64Array;
  /** For what fits how there is room, a bit for each fit. */
  readonly room: Uint8Array;
  /** Who is present, by {@link MANAGERS} and so on, in the order of ids. */
  readonly pools: readonly (readonly number[])[];
  /** The fits for which somebody of a pool may have room, as bits. Days only fill: what is closed stays so. */
  readonly open: Uint8Array;
}

const POOLS = [MAY_DO.manager, MAY_DO.bdc, MAY_DO.anybody, ...DEPARTMENT_KINDS.map(coversIn)];

export function openSeats(persons: readonly Capacity[]): Seats {
  const people = persons.toSorted((a, b) => compareText(a.memberId, b.memberId));
  const present = people.flatMap(({ present }, seat) => (present ? [seat] : []));
  const seats = {
    people,
    tasks: Float64Array.from(people, ({ taken }) => taken?.tasks ?? 0),
    calls: Float64Array.from(people, ({ taken }) => taken?.calls ?? 0),
    room: new Uint8Array(people.length),
    pools: POOLS.map((mayDo) => present.filter((seat) => mayDo(people[seat] as Capacity))),
    open: new Uint8Array(POOLS.length).fill(ALL_FITS),
  };
  for (const seat of present) seats.room[seat] = roomOf(seats, seat);
  return seats;
}

/** The pool that covers for somebody of a department. */
export function coversOf(department: DepartmentKind): number {
  return COVERS + DEPARTMENT_KINDS.indexOf(department);
}

/** The seat of each of these members; -1: not among the people. */
export function seatsOf({ people }: Seats, members: readonly Id<'Member'>[]): Int32Array {
  const known = new Map(people.map(({ memberId }, seat) => [memberId, seat]));
  return Int32Array.from(members, (member) => known.get(member) ?? -1);
}

/** Whether what fits so still fits into a present person's day. */
export function hasRoom({ room }: Seats, seat: number, fit: number): boolean {
  return (((room[seat] as number) >> fit) & 1) === 1;
}

/** Whether anybody has room for anything. */
export function anybodyHasRoom({ room }: Seats): boolean {
  for (let seat = 0; seat < room.length; seat++) if (room[seat] !== 0) return true;
  return false;
}

/** A task more and, of a call, a call more must fit beside the room that is kept for the leads of today. */
function roomOf({ people, tasks, calls }: Omit<Seats, 'room'>, seat: number): number {
  const most = people[seat] as Capacity;
  const { kept } = most;
  const [keptTasks, keptCalls] = [keptOf(kept?.tasks, most.tasks), keptOf(kept?.calls, most.calls)];
  const [tasksThen, callsThen] = [(tasks[seat] as number) + 1, (calls[seat] as number) + 1];
  let room = 0;
  if (tasksThen + keptTasks <= most.tasks) {
    room |= 1;
    if (callsThen + keptCalls <= most.calls) room |= 1 << FIT_CALL;
  }
  if (tasksThen <= most.tasks) {
    room |= 1 << FIT_ARRIVED;
    if (callsThen <= most.calls) room |= 1 << (FIT_ARRIVED | FIT_CALL);
  }
  return room;
}

function keptOf(kept = 0, most: number): number {
  return Math.min(kept, most * KEPT_AT_MOST);
}

/** The least loaded person of a pool, with room or without; -1: nobody. */
export function leastLoaded(seats: Seats, pool: number): number {
  let best = -1;
  for (const seat of seats.pools[pool] as readonly number[]) {
    if (best < 0 || comesBefore(seats, seat, best)) best = seat;
  }
  return best;
}

/** The least loaded person of a pool who has room for what fits so; -1: nobody. */
export function leastLoadedWithRoom(seats: Seats, pool: number, fit: number): number {
  if (!isPoolOpen(seats, pool, fit)) return -1;
  let best = -1;
  for (const seat of seats.pools[pool] as readonly number[]) {
    if (hasRoom(seats, seat, fit) && (best < 0 || comesBefore(seats, seat, best))) best = seat;
  }
  if (best < 0) seats.open[pool] = (seats.open[pool] as number) & ~(1 << fit);
  return best;
}

/** False: nobody of a pool has room for what fits so. True says only that nobody has looked since. */
export function isPoolOpen({ open }: Seats, pool: number, fit: number): boolean {
  return (((open[pool] as number) >> fit) & 1) === 1;
}

export function takeSeat(seats: Seats, seat: number, fit: number): void {
  const { tasks, calls, room } = seats;
  tasks[seat] = (tasks[seat] as number) + 1;
  if ((fit & FIT_CALL) !== 0) calls[seat] = (calls[seat] as number) + 1;
  room[seat] = roomOf(seats, seat);
}

/** Less of the day gone, then who makes more of it; ids last, in the order of which people are asked. */
function comesBefore(seats: Seats, a: number, b: number): boolean {
  const accomplishes = (seat: number) => seats.people[seat]?.accomplishes ?? 1;
  const difference = gone(seats, a) - gone(seats, b) || accomplishes(b) - accomplishes(a);
  return difference < 0;
}

function gone({ people, tasks }: Seats, seat: number): number {
  const most = people[seat]?.tasks ?? 0;
  return most === 0 ? Number.MAX_VALUE : (tasks[seat] as number) / most;
}
