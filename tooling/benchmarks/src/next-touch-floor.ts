import type { CompiledPlan, OpportunityHistory, StoreCalendar } from '@beback/core';
import {
  addDays,
  DAY_24H,
  dayNumberOf,
  dayOfNumber,
  episodeSince,
  isOpenDay,
  MINUTE,
  nextOpen,
  openingOf,
  traceTouches,
} from '@beback/core';
import type { StorePool } from './opportunity-pool.ts';
import { repeated } from './repeated.ts';

/** What the floor keeps of the opportunities of a store: the least that the decision needs. */
export interface Rows {
  readonly begin: Float64Array;
  readonly beginDay: Int32Array;
  /** Steps for people that are done, or whose channel is closed. */
  readonly done: Int32Array;
  readonly replied: Float64Array;
  readonly nextOpenDay: Int32Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

export interface FloorAnswer {
  readonly from: Float64Array;
  readonly deadline: Float64Array;
  readonly step: Int16Array;
  readonly late: Uint8Array;
}

const GIVEN_UP = 7 * DAY_24H;

/**
 * The same next touches for the pool of the benchmark and nothing else: calls only, four in the first open minutes and
 * then one a day at most, one span of hours a day, replies the only stop. Typed arrays and one table of days for each
 * store.
 */
export function nextTouchFloor(
  pool: readonly StorePool[],
  times = 1,
): { readonly run: (now: number) => number; readonly answers: readonly FloorAnswer[] } {
  const rows = pool.map((store) => repeatedRows(rowsOf(store), times));
  const answers = rows.map(({ begin: { length } }) => ({
    from: new Float64Array(length),
    deadline: new Float64Array(length),
    step: new Int16Array(length),
    late: new Uint8Array(length),
  }));
  const steps = stepsOf(pool[0]?.plan);
  return {
    answers,
    run: (now) => {
      let asked = 0;
      for (let s = 0; s < rows.length; s++)
        asked += decideStore(rows[s] as Rows, steps, now, answers[s] as FloorAnswer);
      return asked;
    },
  };
}

export interface Steps {
  readonly days: Int32Array;
  readonly after: Float64Array;
  readonly within: Float64Array;
  readonly stopsOnReply: Uint8Array;
  readonly inMinutes: number;
  readonly count: number;
}

function decideStore(rows: Rows, steps: Steps, now: number, answer: FloorAnswer): number {
  const { begin, done, replied } = rows;
  const { count } = steps;
  let asked = 0;
  for (let i = 0; i < begin.length; i++) {
    const bits = done[i] as number;
    let found = -1;
    let from = 0;
    let deadline = 0;
    for (let k = 0; k < count; k++) {
      if ((bits >> k) & 1) continue;
      deadline = deadlineOf(rows, steps, i, k);
      const reply = steps.stopsOnReply[k] === 1 ? (replied[i] as number) : Number.POSITIVE_INFINITY;
      if (now >= deadline + GIVEN_UP || reply < deadline || now >= reply) continue;
      from = fromOf(rows, steps, i, k);
      const next = followerFrom(rows, steps, i, k);
      // A follower that the reply stopped before it began takes nobody's place, nor does any after it.
      const follows = !((replied[i] as number) <= next);
      if (follows && (next <= from || (now >= deadline && now >= next))) continue;
      found = k;
      break;
    }
    answer.step[i] = found;
    if (found < 0) continue;
    answer.from[i] = from;
    answer.deadline[i] = deadline;
    answer.late[i] = now >= deadline ? 1 : 0;
    asked++;
  }
  return asked;
}

export function fromOf(
  { begin, beginDay, nextOpenDay, opens, closes }: Rows,
  { days, after, inMinutes }: Steps,
  i: number,
  k: number,
): number {
  const day = beginDay[i] as number;
  if (k >= inMinutes) return opens[nextOpenDay[day + (days[k] as number)] as number] as number;
  const at = (begin[i] as number) + (after[k] as number);
  const close = closes[day] as number;
  if (at < close) return at;
  const next = nextOpenDay[day + 1] as number;
  return (opens[next] as number) + at - close;
}

/** When the step that takes a step's place begins: at night the first of the day after may come before the next minutes. */
export function followerFrom(rows: Rows, steps: Steps, i: number, k: number): number {
  if (k + 1 >= steps.count) return Number.POSITIVE_INFINITY;
  const next = fromOf(rows, steps, i, k + 1);
  return k + 1 < steps.inMinutes ? Math.min(next, fromOf(rows, steps, i, steps.inMinutes)) : next;
}

export function deadlineOf(
  { begin, beginDay, nextOpenDay, opens, closes }: Rows,
  { days, after, within, inMinutes }: Steps,
  i: number,
  k: number,
): number {
  const day = beginDay[i] as number;
  if (k >= inMinutes) return closes[nextOpenDay[day + (days[k] as number)] as number] as number;
  const at = (begin[i] as number) + (after[k] as number) + (within[k] as number);
  const close = closes[day] as number;
  if (at <= close) return at;
  const next = nextOpenDay[day + 1] as number;
  return (opens[next] as number) + at - close;
}

export function stepsOf(plan: CompiledPlan | undefined): Steps {
  const steps = (plan?.actionPlans.internet ?? []).filter(({ who }) => who !== 'automation');
  return {
    days: Int32Array.from(steps, ({ due }) => (due.unit === 'days' ? due.after : 0)),
    after: Float64Array.from(steps, ({ due }) => due.after * MINUTE),
    within: Float64Array.from(steps, ({ due }) => due.within * MINUTE),
    stopsOnReply: Uint8Array.from(steps, ({ stopOn }) => (stopOn.includes('reply') ? 1 : 0)),
    inMinutes: steps.filter(({ due }) => due.unit === 'openMinutes').length,
    count: steps.length,
  };
}

export function rowsOf({ plan, calendar, histories }: StorePool): Rows {
  const people = plan.actionPlans.internet.filter(({ who }) => who !== 'automation');
  const begins = histories.map((history) => nextOpen(calendar, episodeSince(history) ?? calendar.from));
  return {
    begin: Float64Array.from(begins),
    beginDay: Int32Array.from(begins, (begin) => dayNumberOf(calendar, begin) - calendar.firstDay),
    done: Int32Array.from(histories, (history) =>
      doneBits(
        history,
        plan,
        calendar,
        people.map(({ id }) => id),
      ),
    ),
    replied: Float64Array.from(histories, ({ replies }) => replies[0]?.at ?? Number.POSITIVE_INFINITY),
    ...dayTable(calendar),
  };
}

function doneBits(
  history: OpportunityHistory,
  plan: CompiledPlan,
  calendar: StoreCalendar,
  steps: readonly string[],
): number {
  let bits = 0;
  for (const { kind, step } of traceTouches(history, { plan, calendar, now: history.openedAt ?? calendar.from })) {
    const k = steps.indexOf(step);
    if (k >= 0 && (kind === 'done' || kind === 'impossible')) bits |= 1 << k;
  }
  return history.callable ? bits : -1;
}

function repeatedRows(rows: Rows, times: number): Rows {
  const { begin, beginDay, done, replied } = rows;
  return {
    ...rows,
    begin: repeated(begin, times),
    beginDay: repeated(beginDay, times),
    done: repeated(done, times),
    replied: repeated(replied, times),
  };
}

function dayTable(calendar: StoreCalendar): Pick<Rows, 'nextOpenDay' | 'opens' | 'closes'> {
  const days = calendar.lastDay - calendar.firstDay + 1;
  const table = { nextOpenDay: new Int32Array(days), opens: new Float64Array(days), closes: new Float64Array(days) };
  for (let i = days - 1, next = days - 1; i >= 0; i--) {
    const date = addDays(dayOfNumber(calendar.firstDay), i);
    const [span] = isOpenDay(calendar, date) ? openingOf(calendar, date) : [];
    if (span !== undefined) {
      next = i;
      table.opens[i] = span.from;
      table.closes[i] = span.until;
    }
    table.nextOpenDay[i] = next;
  }
  return table;
}
