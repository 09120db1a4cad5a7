import { nextOpen } from '../calendar/open-time.ts';
import { lastAtOrBelow } from '../calendar/search-sorted.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CompiledPlan, CompiledStep } from '../plan/compiled-plan.ts';
import { TRIGGERS } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { isHumanAnswer } from './clock-acts.ts';
import { type Episode, episodeOf } from './episode.ts';
import { namedStep } from './named-step.ts';
import { plannedTouches } from './planned-touch.ts';
import { settledTouches } from './settle-touches.ts';
import { type StepColumns, stepColumns } from './step-columns.ts';
import { STOPPING, stopInstants } from './stop-event.ts';

/** Bits of {@link TouchColumns.flags}. */
export const [CALLABLE, MAILABLE, CLOCK, REPEAT, STOPPED] = [1, 2, 4, 8, 16] as const;
/** Values of {@link TouchColumns.trigger} beside the places in `TRIGGERS`. */
export const [NOTHING_ASKED, ASKED_ALONE] = [254, 255] as const;

/**
 * Opportunities of one store as columns, for `nextTouches`: what happened to them so far, whatever the hour. Made by
 * `touchColumns`; an opportunity to which something happens is encoded again by `encodeTouches`.
 */
export interface TouchColumns {
  readonly count: number;
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
  /** Place in `TRIGGERS`, or one of the values above. */
  readonly trigger: Uint8Array;
  readonly flags: Uint8Array;
  /** When the store was open first, from the trigger on: instant, day of the calendar, open span. */
  readonly begin: Float64Array;
  readonly beginDay: Int32Array;
  readonly beginSpan: Int32Array;
  /** Steps that an act settled: a bit for each. */
  readonly settled: Int32Array;
  /** When each kind of step was stopped, `stopKinds` for each opportunity; Infinity: not. */
  readonly stops: Float64Array;
  readonly stopKinds: number;
  /** Opportunities that no column can hold, by their place: steps that come round again, hours that the calendar lacks. */
  readonly alone: Map<number, OpportunityHistory>;
}

/**
 * Encodes opportunities of one store, once for many calls of `nextTouches`. It costs about as much as deciding about
 * each once: what was done settles the touches that were due then.
 *
 * @param histories - the i-th stands at place i of all columns
 * @param context - the plan that they are under, and the store's calendar, which must hold every trigger
 *
 * @example
 * const columns = touchColumns(histories, { plan, calendar });
 */
export function touchColumns(
  histories: readonly OpportunityHistory[],
  { plan, calendar }: { readonly plan: CompiledPlan; readonly calendar: StoreCalendar },
): TouchColumns {
  const count = histories.length;
  const stopKinds = Math.max(1, ...stepColumns(plan).map(({ stopClasses }) => stopClasses.length));
  const columns: TouchColumns = {
    count,
    plan,
    calendar,
    trigger: new Uint8Array(count),
    flags: new Uint8Array(count),
    begin: new Float64Array(count),
    beginDay: new Int32Array(count),
    beginSpan: new Int32Array(count),
    settled: new Int32Array(count),
    stops: new Float64Array(count * stopKinds),
    stopKinds,
    alone: new Map(),
  };
  for (const [i, history] of histories.entries()) encodeTouches(columns, i, history);
  return columns;
}

/**
 * Encodes one opportunity anew, after something happened to it.
 *
 * @example
 * encodeTouches(columns, i, foldAll(opportunityHistory, [logged], histories[i]));
 */
export function encodeTouches(columns: TouchColumns, i: number, history: OpportunityHistory): void {
  const { plan, calendar } = columns;
  columns.alone.delete(i);
  const episode = episodeOf(history, plan);
  if (episode === undefined || history.opportunityId === undefined) {
    columns.trigger[i] = NOTHING_ASKED;
    return;
  }
  const trigger = TRIGGERS.indexOf(episode.trigger);
  const steps = stepColumns(plan)[trigger] as StepColumns;
  if (!steps.fits || !opensAfter(calendar, episode.since)) {
    columns.trigger[i] = ASKED_ALONE;
    columns.alone.set(i, history);
    return;
  }
  const begin = nextOpen(calendar, episode.since);
  columns.trigger[i] = trigger;
  columns.begin[i] = begin;
  columns.beginDay[i] = dayNumberOf(calendar, begin) - calendar.firstDay;
  columns.beginSpan[i] = lastAtOrBelow(calendar.opens, begin);
  columns.settled[i] = settledBits(history, episode, steps.steps, plan, calendar);
  columns.flags[i] = flagsOf(history, episode) | (encodeStops(columns, i, steps, history, episode) ? STOPPED : 0);
}

function opensAfter({ until, closes }: StoreCalendar, at: Instant): boolean {
  return at < until && at < (closes[closes.length - 1] ?? Number.NEGATIVE_INFINITY);
}

function flagsOf({ callable, mailable, attempts }: OpportunityHistory, { trigger, since, repeat }: Episode): number {
  const answered = attempts.some((attempt) => attempt.at >= since && isHumanAnswer(attempt));
  const clock = trigger === 'internet' && !answered;
  return (callable ? CALLABLE : 0) | (mailable ? MAILABLE : 0) | (clock ? CLOCK : 0) | (repeat ? REPEAT : 0);
}

/** What people's acts settled. What the server sent by itself matters only where it names a touch of theirs. */
function settledBits(
  history: OpportunityHistory,
  episode: Episode,
  steps: readonly CompiledStep[],
  plan: CompiledPlan,
  calendar: StoreCalendar,
): number {
  const { opportunityId, attempts, sends } = history;
  if (opportunityId === undefined) return 0;
  const { since } = episode;
  // An act that names no touch settles the one that was due: then all windows are needed.
  for (const { at, touchId } of attempts) {
    if (at >= since && touchId === undefined) return settledByWindow(opportunityId, history, episode, plan, calendar);
  }
  let bits = 0;
  let guess = 0;
  for (const acts of [attempts, sends]) {
    for (const { at, touchId, channel } of acts) {
      if (touchId === undefined || at < since) continue;
      const place = namedStep(touchId, opportunityId, since, steps, guess);
      if (place < 0) continue;
      guess = place + 1;
      if (steps[place]?.channel === channel) bits |= 1 << place;
    }
  }
  return bits;
}

function settledByWindow(
  opportunityId: Id<'Opportunity'>,
  history: OpportunityHistory,
  episode: Episode,
  plan: CompiledPlan,
  calendar: StoreCalendar,
): number {
  // No step comes round again here, so that the hour of the question does not matter.
  const planned = plannedTouches(opportunityId, episode, { plan, calendar, now: episode.since });
  const settled = settledTouches(planned, history, episode.since);
  let bits = 0;
  for (const { id, step } of planned) if (settled.has(id)) bits |= 1 << step.order;
  return bits;
}

const INSTANTS = new Float64Array(STOPPING.length);

/** Whether anything stops any step. */
function encodeStops(
  { stops, stopKinds }: TouchColumns,
  i: number,
  { stopClasses }: StepColumns,
  history: OpportunityHistory,
  { since }: Episode,
): boolean {
  if (history.replies.length === 0 && history.attempts.length === 0) return false;
  stopInstants(history, since, INSTANTS);
  let any = false;
  for (let k = 0; k < stopClasses.length; k++) {
    let at = Number.POSITIVE_INFINITY;
    for (let bits = stopClasses[k] as number, e = 0; bits !== 0; bits >>= 1, e++) {
      if ((bits & 1) === 1) at = Math.min(at, INSTANTS[e] as number);
    }
    stops[i * stopKinds + k] = at;
    any ||= at < Number.POSITIVE_INFINITY;
  }
  return any;
}
