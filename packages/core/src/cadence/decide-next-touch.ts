import type { OpenTable } from '../calendar/open-table.ts';
import type { StepColumns } from './step-columns.ts';
import type { TouchRows } from './touch-columns.ts';
import { CALLABLE, CLOCK, MAILABLE, REPEAT, STOPPED } from './touch-state.ts';
import { GIVEN_UP_AFTER } from './trace-touches.ts';

/**
 * Why a next touch stands where it does, as bits: the first response to a lead, which waits; a lead that came in again;
 * a touch whose deadline has passed. `explainNextTouch` gives the same as reasons.
 */
export const NEXT_TOUCH_CODES = { clockRunning: 1, askedAgain: 2, overdue: 4 } as const;

/** Where the answers stand, each at the place of its opportunity. */
export interface NextRows {
  /** From when it may be done and from when on it is late, in epoch milliseconds; NaN: nothing is asked of anybody. */
  readonly from: Float64Array;
  readonly deadline: Float64Array;
  /** Place among the steps of all triggers; -1: nothing. */
  readonly step: Int16Array;
  /** Bits of {@link NEXT_TOUCH_CODES}. */
  readonly codes: Uint8Array;
}

/** Decides about one row that some action plan holds. For the batch and the single call alike. */
export function decideNextTouch(
  rows: TouchRows,
  i: number,
  plan: StepColumns,
  table: OpenTable,
  now: number,
  out: NextRows,
): void {
  const flags = rows.flags[i] as number;
  const begin = rows.begin[i] as number;
  const beginDay = rows.beginDay[i] as number;
  const beginSpan = rows.beginSpan[i] as number;
  const stopRow = (flags & STOPPED) === 0 ? -1 : i * rows.stopKinds;
  let open = plan.people & ~(rows.settled[i] as number);
  if ((flags & CALLABLE) === 0) open &= ~plan.byPhone;
  if ((flags & MAILABLE) === 0) open &= ~plan.byMail;

  const { nextOpenDay } = table;
  let best = -1;
  let bestFrom = Number.POSITIVE_INFINITY;
  let bestDeadline = Number.POSITIVE_INFINITY;
  let first = -1;
  for (; open !== 0; open &= open - 1) {
    const s = 31 - Math.clz32(open & -open);
    let from: number;
    let deadline: number;
    if (plan.inDays[s] === 1) {
      const day = nextOpenDay[beginDay + (plan.afterDays[s] as number)] ?? -1;
      const lastDay = day < 0 ? -1 : (nextOpenDay[day + (plan.withinDays[s] as number)] ?? -1);
      if (lastDay < 0) continue;
      from = Math.max(table.dayOpens[day] as number, begin);
      // Nothing from here on begins earlier.
      if (s >= plan.tail && from > bestFrom) break;
      deadline = table.dayCloses[lastDay] as number;
    } else {
      from = openMinutesFrom(plan, s, begin, beginSpan, table);
      deadline = deadlineInMinutes(plan, s, begin, beginSpan, table);
    }
    if (!(from <= bestFrom) || now >= deadline + GIVEN_UP_AFTER) continue;
    const stop =
      stopRow < 0 ? Number.POSITIVE_INFINITY : (rows.stops[stopRow + (plan.stopClass[s] as number)] as number);
    if (stop < deadline || now >= stop) continue;
    const next = followerFrom(rows, plan, s, stopRow, begin, beginDay, beginSpan, table);
    // Its follower begins no later, and stands for both; or it was given up when the follower began.
    if (next <= from || (now >= deadline && now >= next)) continue;
    if (from < bestFrom) first = s;
    if (from === bestFrom && !comesFirst(plan, s, deadline, best, bestDeadline)) continue;
    best = s;
    bestFrom = from;
    bestDeadline = deadline;
  }
  if (best < 0) {
    clearNext(out, i);
    return;
  }
  out.from[i] = bestFrom;
  out.deadline[i] = bestDeadline;
  out.step[i] = plan.firstPlace + best;
  out.codes[i] =
    ((flags & CLOCK) !== 0 && best === first ? NEXT_TOUCH_CODES.clockRunning : 0) |
    ((flags & REPEAT) !== 0 ? NEXT_TOUCH_CODES.askedAgain : 0) |
    (now >= bestDeadline ? NEXT_TOUCH_CODES.overdue : 0);
}

/** Of touches that begin together, the one that is late first, then by id. */
function comesFirst(plan: StepColumns, s: number, deadline: number, best: number, bestDeadline: number): boolean {
  if (deadline !== bestDeadline) return deadline < bestDeadline;
  return (plan.rank[s] as number) < (plan.rank[best] as number);
}

/** When the touch begins that takes a touch's place; Infinity: none does. */
function followerFrom(
  rows: TouchRows,
  plan: StepColumns,
  s: number,
  stopRow: number,
  begin: number,
  beginDay: number,
  beginSpan: number,
  table: OpenTable,
): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (let other = plan.follower[s] as number; other >= 0; other = plan.sibling[other] as number) {
    const from = fromOf(plan, other, begin, beginDay, beginSpan, table);
    const stops = stopRow >= 0 && !((rows.stops[stopRow + (plan.stopClass[other] as number)] as number) > from);
    if (!stops && from < earliest) earliest = from;
    // What follows in days begins no earlier.
    if (other >= plan.tail && earliest < Number.POSITIVE_INFINITY) break;
  }
  return earliest;
}

/** When a step may begin; NaN: the calendar does not reach so far. The same as `touchWindow`. */
function fromOf(
  plan: StepColumns,
  s: number,
  begin: number,
  beginDay: number,
  beginSpan: number,
  table: OpenTable,
): number {
  if (plan.inDays[s] === 0) return openMinutesFrom(plan, s, begin, beginSpan, table);
  const { nextOpenDay } = table;
  const day = nextOpenDay[beginDay + (plan.afterDays[s] as number)] ?? -1;
  if (day < 0 || (nextOpenDay[day + (plan.withinDays[s] as number)] ?? -1) < 0) return Number.NaN;
  return Math.max(table.dayOpens[day] as number, begin);
}

function openMinutesFrom(plan: StepColumns, s: number, begin: number, beginSpan: number, table: OpenTable): number {
  const after = plan.after[s] as number;
  const until = deadlineInMinutes(plan, s, begin, beginSpan, table);
  if (Number.isNaN(until)) return until;
  return after === 0 ? begin : nextOpenFrom(openTimeFrom(begin, beginSpan, after, table), beginSpan, table);
}

function deadlineInMinutes(plan: StepColumns, s: number, begin: number, beginSpan: number, table: OpenTable): number {
  return openTimeFrom(begin, beginSpan, (plan.after[s] as number) + (plan.within[s] as number), table);
}

/** The instant by which the store has been open for so long; NaN beyond the calendar. As `addOpenTime`. */
function openTimeFrom(begin: number, beginSpan: number, milliseconds: number, table: OpenTable): number {
  let left = milliseconds;
  let start = begin;
  for (let span = beginSpan; span < table.spanCloses.length; ) {
    const length = (table.spanCloses[span] as number) - start;
    if (left <= length) return start + left;
    left -= length;
    span++;
    start = table.spanOpens[span] as number;
  }
  return Number.NaN;
}

/** The instant itself, or the next opening where it is the moment of closing. */
function nextOpenFrom(at: number, fromSpan: number, { spanOpens, spanCloses }: OpenTable): number {
  for (let span = fromSpan; span < spanCloses.length; span++) {
    if (at < (spanCloses[span] as number)) return Math.max(at, spanOpens[span] as number);
  }
  return Number.NaN;
}

export function clearNext(out: NextRows, i: number): void {
  out.from[i] = Number.NaN;
  out.deadline[i] = Number.NaN;
  out.step[i] = -1;
  out.codes[i] = 0;
}
