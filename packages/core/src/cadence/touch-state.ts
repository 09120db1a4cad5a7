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
import type { StepColumns } from './step-columns.ts';
import { STOPPING, stopInstants } from './stop-event.ts';
import { type TouchRules, touchRules } from './touch-rules.ts';

/** Bits of {@link TouchState.flags}. */
export const [CALLABLE, MAILABLE, CLOCK, REPEAT, STOPPED] = [1, 2, 4, 8, 16] as const;
/** Values of {@link TouchState.trigger} beside the places in `TRIGGERS`. */
export const [NOTHING_ASKED, ASKED_ALONE] = [254, 255] as const;

/**
 * What happened to one opportunity so far, as its plan and its store's hours take it: all that the next touch depends
 * on but the hour. Made by `touchState`, asked by `nextTouch`; never changed.
 */
export interface TouchState {
  readonly rules: TouchRules;
  readonly history: OpportunityHistory;
  /**
   * Place in `TRIGGERS`, or one of the values above: nothing is asked; or no numbers can hold it (steps that come round
   * again, hours that the calendar lacks), and the history is asked itself.
   */
  readonly trigger: number;
  readonly flags: number;
  /** When the store was open first, from the trigger on: day of the calendar, open span, milliseconds into the span. */
  readonly beginDay: number;
  readonly beginSpan: number;
  readonly intoSpan: number;
  /** Steps that an act settled: a bit for each. */
  readonly settled: number;
  /** When each kind of step was stopped; Infinity: not. Empty where nothing stopped any. */
  readonly stops: readonly number[];
}

/**
 * The state of one opportunity under a plan: made when something happens to it, good at any hour until the next thing
 * does. It takes as long as reading every act of the history; the question then takes no notice of how many there were.
 *
 * @param context - the plan that it is under, and the store's calendar, which must hold the trigger
 *
 * @example
 * const state = touchState(history, { plan, calendar });
 * const after = touchState(foldAll(opportunityHistory, [logged], state.history), state.rules);
 */
export function touchState(
  history: OpportunityHistory,
  context: { readonly plan: CompiledPlan; readonly calendar: StoreCalendar },
): TouchState {
  const rules = touchRules(context);
  const { plan, calendar } = rules;
  const episode = episodeOf(history, plan);
  const { opportunityId } = history;
  if (episode === undefined || opportunityId === undefined) return unasked(rules, history, NOTHING_ASKED);
  const trigger = TRIGGERS.indexOf(episode.trigger);
  const steps = rules.byTrigger[trigger] as StepColumns;
  if (!steps.fits || !opensAfter(calendar, episode.since)) return unasked(rules, history, ASKED_ALONE);
  const begin = nextOpen(calendar, episode.since);
  const beginSpan = lastAtOrBelow(calendar.opens, begin);
  const stops = stopsOf(steps, history, episode);
  return {
    rules,
    history,
    trigger,
    flags: flagsOf(history, episode) | (stops.length > 0 ? STOPPED : 0),
    beginDay: dayNumberOf(calendar, begin) - calendar.firstDay,
    beginSpan,
    intoSpan: begin - (calendar.opens[beginSpan] as number),
    settled: settledBits(opportunityId, history, episode, steps.steps, rules),
    stops,
  };
}

function unasked(rules: TouchRules, history: OpportunityHistory, trigger: number): TouchState {
  return { rules, history, trigger, flags: 0, beginDay: 0, beginSpan: 0, intoSpan: 0, settled: 0, stops: NO_STOPS };
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
  opportunityId: Id<'Opportunity'>,
  history: OpportunityHistory,
  episode: Episode,
  steps: readonly CompiledStep[],
  rules: TouchRules,
): number {
  const { attempts, sends } = history;
  const { since } = episode;
  // An act that names no touch settles the one that was due: then all windows are needed.
  for (const { at, touchId } of attempts) {
    if (at >= since && touchId === undefined) return settledByWindow(opportunityId, history, episode, rules);
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
  { plan, calendar }: TouchRules,
): number {
  // No step comes round again here, so that the hour of the question does not matter.
  const planned = plannedTouches(opportunityId, episode, { plan, calendar, now: episode.since });
  const settled = settledTouches(planned, history, episode.since);
  let bits = 0;
  for (const { id, step } of planned) if (settled.has(id)) bits |= 1 << step.order;
  return bits;
}

const NO_STOPS: readonly number[] = [];
const INSTANTS = new Float64Array(STOPPING.length);

/** When each class of steps was stopped; none where nothing stops any step. */
function stopsOf({ stopClasses }: StepColumns, history: OpportunityHistory, { since }: Episode): readonly number[] {
  if (history.replies.length === 0 && history.attempts.length === 0) return NO_STOPS;
  stopInstants(history, since, INSTANTS);
  let first = Number.POSITIVE_INFINITY;
  for (const at of INSTANTS) if (at < first) first = at;
  if (first === Number.POSITIVE_INFINITY) return NO_STOPS;
  return stopClasses.map((stopping) => {
    let at = Number.POSITIVE_INFINITY;
    for (let bits = stopping, e = 0; bits !== 0; bits >>= 1, e++) {
      if ((bits & 1) === 1) at = Math.min(at, INSTANTS[e] as number);
    }
    return at;
  });
}
