import { type OpenTable, openTable } from '../calendar/open-table.ts';
import type { CompiledStep } from '../plan/compiled-plan.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { dueTouches, isOverdue } from './due-touches.ts';
import { type StepColumns, stepColumns } from './step-columns.ts';
import {
  ASKED_ALONE,
  CALLABLE,
  CLOCK,
  MAILABLE,
  NOTHING_ASKED,
  REPEAT,
  STOPPED,
  type TouchColumns,
} from './touch-columns.ts';
import { GIVEN_UP_AFTER } from './trace-touches.ts';

/**
 * Why a next touch stands where it does, as bits: the first response to a lead, which waits; a lead that came in again;
 * a touch whose deadline has passed. `nextTouch` gives the same as reasons.
 */
export const NEXT_TOUCH_CODES = { clockRunning: 1, askedAgain: 2, overdue: 4 } as const;

/** The next touch of each opportunity, at its place in the columns. */
export interface NextTouches {
  /** From when it may be done and from when on it is late, in epoch milliseconds; NaN: nothing is asked of anybody. */
  readonly from: Float64Array;
  readonly deadline: Float64Array;
  /** Place in {@link NextTouches.steps}; -1: nothing. */
  readonly step: Int16Array;
  /** Bits of {@link NEXT_TOUCH_CODES}. */
  readonly codes: Uint8Array;
  /** Every step of the plan. */
  readonly steps: readonly Id<'Step'>[];
}

/**
 * The first touch that the plan asks of a person, of many opportunities at once: the same as `nextTouch` of each, which
 * gives its id, its best time and its reasons.
 *
 * @param columns - of one store, made by `touchColumns`
 * @param into - the outcome of an earlier call with as many opportunities, to be overwritten; absent: made anew
 *
 * @example
 * const next = nextTouches(touchColumns(histories, { plan, calendar }), now);
 * const late = histories.filter((_, i) => (next.deadline[i] ?? now) < now);
 */
export function nextTouches(columns: TouchColumns, now: Instant, into?: NextTouches): NextTouches {
  const { plan, calendar, count } = columns;
  const out = into ?? emptyOutcome(columns);
  const table = openTable(calendar);
  const byTrigger = stepColumns(plan);
  for (let i = 0; i < count; i++) {
    const trigger = columns.trigger[i] as number;
    if (trigger === NOTHING_ASKED) clear(out, i);
    else if (trigger === ASKED_ALONE) decideAlone(columns, i, now, out);
    else decide(columns, i, byTrigger[trigger] as StepColumns, table, now, out);
  }
  return out;
}

// Helpers

function decide(
  columns: TouchColumns,
  i: number,
  plan: StepColumns,
  table: OpenTable,
  now: number,
  out: NextTouches,
): void {
  const flags = columns.flags[i] as number;
  const begin = columns.begin[i] as number;
  const beginDay = columns.beginDay[i] as number;
  const beginSpan = columns.beginSpan[i] as number;
  const stopRow = (flags & STOPPED) === 0 ? -1 : i * columns.stopKinds;
  let open = plan.people & ~(columns.settled[i] as number);
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
      const day = nextOpenDay[beginDay + (plan.after[s] as number)] ?? -1;
      const lastDay = day < 0 ? -1 : (nextOpenDay[day + (plan.within[s] as number)] ?? -1);
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
      stopRow < 0 ? Number.POSITIVE_INFINITY : (columns.stops[stopRow + (plan.stopClass[s] as number)] as number);
    if (stop < deadline || now >= stop) continue;
    const next = followerFrom(columns, plan, s, stopRow, begin, beginDay, beginSpan, table);
    // Its follower begins no later, and stands for both; or it was given up when the follower began.
    if (next <= from || (now >= deadline && now >= next)) continue;
    if (from < bestFrom) first = s;
    if (from === bestFrom && !comesFirst(plan, s, deadline, best, bestDeadline)) continue;
    best = s;
    bestFrom = from;
    bestDeadline = deadline;
  }
  if (best < 0) {
    clear(out, i);
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
  columns: TouchColumns,
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
    const stops = stopRow >= 0 && !((columns.stops[stopRow + (plan.stopClass[other] as number)] as number) > from);
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
  const day = nextOpenDay[beginDay + (plan.after[s] as number)] ?? -1;
  if (day < 0 || (nextOpenDay[day + (plan.within[s] as number)] ?? -1) < 0) return Number.NaN;
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

function decideAlone({ alone, plan, calendar }: TouchColumns, i: number, now: Instant, out: NextTouches): void {
  const history = alone.get(i);
  const due = history === undefined ? [] : dueTouches(history, { plan, calendar, now });
  const touch = due.find(({ who }) => who !== 'automation');
  if (touch === undefined) {
    clear(out, i);
    return;
  }
  out.from[i] = touch.window.from;
  out.deadline[i] = touch.window.deadline;
  out.step[i] = out.steps.indexOf(touch.step);
  const repeats = touch.reasons.some(({ code }) => code === 'cadence.askedAgain');
  out.codes[i] =
    (touch.urgency === 'clock' ? NEXT_TOUCH_CODES.clockRunning : 0) |
    (repeats ? NEXT_TOUCH_CODES.askedAgain : 0) |
    (isOverdue(touch, now) ? NEXT_TOUCH_CODES.overdue : 0);
}

function clear(out: NextTouches, i: number): void {
  out.from[i] = Number.NaN;
  out.deadline[i] = Number.NaN;
  out.step[i] = -1;
  out.codes[i] = 0;
}

function emptyOutcome({ count, plan }: TouchColumns): NextTouches {
  const steps: readonly CompiledStep[] = stepColumns(plan).flatMap((each) => each.steps);
  return {
    from: new Float64Array(count),
    deadline: new Float64Array(count),
    step: new Int16Array(count),
    codes: new Uint8Array(count),
    steps: steps.map((step) => step.id),
  };
}
