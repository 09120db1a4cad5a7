import type { Instant } from '../spine/instant.ts';
import type { Capacity } from './capacity.ts';
import { giveWork } from './give-work.ts';
import { LEFT_TO_AUTOMATION, NO_ROOM } from './place-code.ts';
import { FIT_FRESH } from './seats.ts';
import { type SortedOut, sortOutWork } from './sort-out-work.ts';
import { MANAGER, WHO, type WorkColumns } from './work-columns.ts';
import { openDesks } from './work-desks.ts';
import { compareOnList, queueWork } from './work-queue.ts';

/** Where each touch goes today, at its place in the columns; `explainPlace` gives all of it with its reasons. */
export interface PlacedWork {
  readonly columns: WorkColumns;
  readonly now: Instant;
  /** In the order of ids: their places are meant by {@link PlacedWork.to}. */
  readonly people: readonly Capacity[];
  /** Place in `PLACE_CODES`: where it goes, and what decided it. */
  readonly code: Uint8Array;
  /** Of what is on a list: the place of its person; of what is left to automation: of the server's touch; else -1. */
  readonly to: Int32Array;
  /** On its person's list, from 1; 0: on nobody's. */
  readonly rank: Int32Array;
  /** By person: the touches on the list, in rank. */
  readonly lists: readonly (readonly number[])[];
  /** Of what a colleague of who is away got: how many tasks the colleague had before. */
  readonly coverTasks: ReadonlyMap<number, number>;
}

/**
 * Places every touch of a store on its day of `now`, each exactly once, by the rules of `planDay`, for any number.
 *
 * @param columns - made by `workColumns`, judged by `judgeWork` at `now`
 * @param people - of the store
 * @param into - the outcome of an earlier call with as many touches, to be overwritten; absent: made anew
 *
 * @throws Error when contact law was not asked about a touch
 *
 * @example
 * const columns = workColumns(due, { plan, calendar });
 * judgeWork(columns, verdictOf);
 * const { lists, code } = placeWork(columns, people, now);
 * const deferred = code.reduce((sum, each) => sum + (PLACE_CODES[each]?.kind === 'deferred' ? 1 : 0), 0);
 */
export function placeWork(
  columns: WorkColumns,
  people: readonly Capacity[],
  now: Instant,
  into?: PlacedWork,
): PlacedWork {
  const count = columns.touches.length;
  const { code, to, rank } = into ?? {
    code: new Uint8Array(count),
    to: new Int32Array(count),
    rank: new Int32Array(count),
  };
  const sorted = sortOutWork(columns, now, code);
  const queue = queueWork(columns, sorted.bucket);
  const desks = openDesks(columns, people, sorted, to);
  giveWork(queue, desks);
  leaveToAutomation(sorted, columns, to);
  rank.fill(0);
  for (const list of desks.lists) {
    list.sort((a, b) => compareOnList(queue, a, b));
    for (let k = 0; k < list.length; k++) rank[list[k] as number] = k + 1;
  }
  const { lists, coverTasks, seats } = desks;
  return { columns, now, people: seats.people, code, to, rank, lists, coverTasks };
}

/** What found no room is left to a message of the server to the same customer, unless it is fresh or takes a manager. */
function leaveToAutomation({ code, fit, serving }: SortedOut, { flags, touches }: WorkColumns, to: Int32Array): void {
  if (serving.size === 0) return;
  for (let i = 0; i < code.length; i++) {
    if (code[i] !== NO_ROOM || ((fit[i] as number) & FIT_FRESH) !== 0 || ((flags[i] as number) & WHO) === MANAGER)
      continue;
    const instead = serving.get(touches[i]?.opportunityId as never);
    if (instead === undefined) continue;
    code[i] = LEFT_TO_AUTOMATION;
    to[i] = instead;
  }
}
