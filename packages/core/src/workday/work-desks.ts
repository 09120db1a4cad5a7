import type { Capacity } from './capacity.ts';
import { OWNER_AWAY, OWNER_FULL, TO_COLLEAGUE } from './place-code.ts';
import {
  AGENTS,
  coversOf,
  FIT_FRESH,
  hasRoom,
  isPoolOpen,
  leastLoaded,
  leastLoadedWithRoom,
  MANAGERS,
  openSeats,
  type Seats,
  seatsOf,
  takeSeat,
} from './seats.ts';
import type { SortedOut } from './sort-out-work.ts';
import { BUSY_FLOOR, MANAGER, OWNER, WHO, type WorkColumns } from './work-columns.ts';
import { NO_BUCKET } from './work-queue.ts';

/** Values of {@link WorkDesks.whose} beside seats: nobody who is there, any manager, any agent of the BDC. */
const [NOBODYS, ANY_MANAGERS, ANY_AGENTS] = [-1, -2, -3] as const;

/** The lists of a store's people while they fill. Touches and people are places; -1: nobody. */
export interface WorkDesks {
  readonly columns: WorkColumns;
  readonly seats: Seats;
  readonly code: Uint8Array;
  readonly to: Int32Array;
  readonly fit: Uint8Array;
  /** Of what people are to do: the seat of the customer's owner, where the owner does it and is there, or as above. */
  readonly whose: Int16Array;
  /** Whether there is any work of such. */
  readonly any: { readonly isAgents: boolean; readonly isOfBusyFloor: boolean };
  /** By seat, 1: an agent of the BDC who is there. */
  readonly isAgent: Uint8Array;
  /** By place of the owner in the columns: the seat, there or away; -1: not among the people. */
  readonly seatOfOwner: Int32Array;
  /** By seat: what is on the list, in the order in which it came there. */
  readonly lists: readonly number[][];
  /** Of what colleagues cover: how many tasks they had before. */
  readonly coverTasks: Map<number, number>;
}

export function openDesks(
  columns: WorkColumns,
  people: readonly Capacity[],
  { code, fit, bucket }: SortedOut,
  to: Int32Array,
): WorkDesks {
  const seats = openSeats(people);
  const seatOfOwner = seatsOf(seats, columns.owners);
  const isAgent = new Uint8Array(people.length);
  for (const seat of seats.pools[AGENTS] ?? []) isAgent[seat] = 1;
  const present = Int16Array.from(seatOfOwner, (seat) => (seats.people[seat]?.present === true ? seat : NOBODYS));
  const whose = new Int16Array(fit.length);
  const any = { isAgents: false, isOfBusyFloor: false };
  for (let i = 0; i < whose.length; i++) {
    if (bucket[i] === NO_BUCKET) continue;
    const kind = columns.flags[i] as number;
    const who = kind & WHO;
    const owner = columns.owner[i] as number;
    let own: number = who === MANAGER ? ANY_MANAGERS : ANY_AGENTS;
    if (who === OWNER) own = owner < 0 ? NOBODYS : (present[owner] as number);
    whose[i] = own;
    if (own === ANY_AGENTS || isAgent[own] === 1) any.isAgents = true;
    if ((kind & BUSY_FLOOR) !== 0) any.isOfBusyFloor = true;
  }
  const lists = seats.people.map(() => []);
  return { columns, seats, code, to: to.fill(-1), fit, whose, any, isAgent, seatOfOwner, lists, coverTasks: new Map() };
}

/** Puts a touch on a list, and says what decided it. */
export function give({ seats, code, to, fit, lists }: WorkDesks, seat: number, touch: number, why: number): void {
  takeSeat(seats, seat, fit[touch] as number);
  code[touch] = why;
  to[touch] = seat;
  lists[seat]?.push(touch);
}

/** The customer's owner at work; for a step of a manager or of the BDC the least loaded of them. */
export function ownOf({ whose, seats }: WorkDesks, touch: number): number {
  const own = whose[touch] as number;
  return own >= NOBODYS ? own : leastLoaded(seats, poolOf(own));
}

/** As {@link ownOf}, of managers and of the BDC only who has room. */
export function ownWithRoom(desks: WorkDesks, touch: number): number {
  const { whose, seats } = desks;
  const own = whose[touch] as number;
  const fit = fitOf(desks, touch);
  if (own < NOBODYS) return leastLoadedWithRoom(seats, poolOf(own), fit);
  return own >= 0 && hasRoom(seats, own, fit) ? own : -1;
}

/** Whether {@link ownWithRoom} may find somebody: among many it does not look. */
export function mayHaveOwnRoom(desks: WorkDesks, touch: number): boolean {
  const own = desks.whose[touch] as number;
  const fit = fitOf(desks, touch);
  if (own >= 0) return hasRoom(desks.seats, own, fit);
  return own < NOBODYS && isPoolOpen(desks.seats, poolOf(own), fit);
}

function poolOf(whose: number): number {
  return whose === ANY_MANAGERS ? MANAGERS : AGENTS;
}

function fitOf({ fit }: WorkDesks, touch: number): number {
  return (fit[touch] as number) & ~FIT_FRESH;
}

/** Of a lead in its first days: it should not wait for another day. */
export function isFresh({ fit }: WorkDesks, touch: number): boolean {
  return ((fit[touch] as number) & FIT_FRESH) !== 0;
}

export function isManagers({ whose }: WorkDesks, touch: number): boolean {
  return whose[touch] === ANY_MANAGERS;
}

/** Whether the BDC does it anyway: by the plan, or because the customer is an agent's. */
export function isAgents({ whose, isAgent }: WorkDesks, touch: number): boolean {
  const own = whose[touch] as number;
  return own >= 0 ? isAgent[own] === 1 : own === ANY_AGENTS;
}

/** The pool that covers for an owner who is away; -1: the owner is there, or nobody is known. */
function coverPoolOf({ whose, columns, seatOfOwner, seats }: WorkDesks, touch: number): number {
  if (whose[touch] !== NOBODYS) return -1;
  const owner = seats.people[seatOfOwner[columns.owner[touch] as number] as number];
  return owner === undefined ? -1 : coversOf(owner.department);
}

/** While the customer's owner is away, hands it to the least loaded person of the same department who has room. */
export function handToColleague(desks: WorkDesks, touch: number): boolean {
  const pool = coverPoolOf(desks, touch);
  const colleague = pool < 0 ? -1 : leastLoadedWithRoom(desks.seats, pool, fitOf(desks, touch));
  if (colleague < 0) return false;
  desks.coverTasks.set(touch, desks.seats.tasks[colleague] as number);
  give(desks, colleague, touch, TO_COLLEAGUE);
  return true;
}

/** The least loaded agent with room. A manager's step is one because it takes a manager. */
export function agentWithRoom(desks: WorkDesks, touch: number): number {
  return isManagers(desks, touch) ? -1 : leastLoadedWithRoom(desks.seats, AGENTS, fitOf(desks, touch));
}

export function managerWithRoom(desks: WorkDesks, touch: number): number {
  return leastLoadedWithRoom(desks.seats, MANAGERS, fitOf(desks, touch));
}

/** Whether a colleague, an agent or, of what is fresh, a manager may have room: among them it does not look. */
export function mayFindCover(desks: WorkDesks, touch: number): boolean {
  const { seats } = desks;
  const fit = fitOf(desks, touch);
  if (isPoolOpen(seats, AGENTS, fit) && !isManagers(desks, touch)) return true;
  if (isPoolOpen(seats, MANAGERS, fit) && isFresh(desks, touch)) return true;
  const covers = coverPoolOf(desks, touch);
  return covers >= 0 && isPoolOpen(seats, covers, fit);
}

/** Why an agent gets what is another's. */
export function whyAgent(desks: WorkDesks, touch: number): number {
  return ownOf(desks, touch) < 0 ? OWNER_AWAY : OWNER_FULL;
}
