import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { decideNextTouch, NEXT_TOUCH_CODES, type NextRows } from './decide-next-touch.ts';
import { dueTouches, isOverdue, touchOf } from './due-touches.ts';
import { episodeOf } from './episode.ts';
import { touchId } from './planned-touch.ts';
import type { StepColumns } from './step-columns.ts';
import type { Touch } from './touch.ts';
import { emptyRows, layState } from './touch-columns.ts';
import { ASKED_ALONE, NOTHING_ASKED, type TouchState, touchState } from './touch-state.ts';
import { touchWindow } from './touch-window.ts';

/** The first touch that the plan asks of a person, in numbers. */
export interface NextTouch {
  readonly step: Id<'Step'>;
  /** From when it may be done, and from when on it is late. */
  readonly from: Instant;
  readonly deadline: Instant;
  /** Bits of `NEXT_TOUCH_CODES`. */
  readonly codes: number;
}

/**
 * The first touch that the plan asks of a person: overdue, due or yet to come. `explainNextTouch` gives the whole of it;
 * for many opportunities at once there is `nextTouches`.
 *
 * @param state - made by `touchState` when something last happened
 *
 * @returns undefined when nothing is asked of anybody
 *
 * @example
 * const state = touchState(history, { plan, calendar });
 * const isLate = (nextTouch(state, now)?.deadline ?? now) < now;
 */
export function nextTouch(state: TouchState, now: Instant): NextTouch | undefined {
  const { trigger, rules } = state;
  if (trigger === NOTHING_ASKED) return undefined;
  if (trigger === ASKED_ALONE) return numbersOf(firstOf(state, now), now);
  const steps = rules.byTrigger[trigger] as StepColumns;
  layState(ROW, 0, state);
  decideNextTouch(ROW, 0, steps, rules.table, now, ANSWER);
  const place = (ANSWER.step[0] as number) - steps.firstPlace;
  const step = place < 0 ? undefined : steps.steps[place];
  if (step === undefined) return undefined;
  const [from, deadline] = [ANSWER.from[0] as Instant, ANSWER.deadline[0] as Instant];
  return { step: step.id, from, deadline, codes: ANSWER.codes[0] as number };
}

/**
 * The next touch with its id, its best time and all reasons: the first that `dueTouches` gives for a person.
 *
 * @example
 * const { reasons } = explainNextTouch(state, now) ?? { reasons: [] };
 */
export function explainNextTouch(state: TouchState, now: Instant): Touch | undefined {
  if (state.trigger === ASKED_ALONE) return firstOf(state, now);
  const { history, rules } = state;
  const { plan, calendar } = rules;
  const next = nextTouch(state, now);
  if (next === undefined) return undefined;
  const step = plan.steps.get(next.step);
  const episode = episodeOf(history, plan);
  const { opportunityId, ownerId } = history;
  if (step === undefined || episode === undefined || opportunityId === undefined) return undefined;
  const window = touchWindow(step, 0, episode.since, calendar);
  if (window === undefined) throw new Error(`explainNextTouch: step ${step.id} has no window`);
  const id = touchId(opportunityId, step.id, episode.since.toString(36), 0);
  const runs = (next.codes & NEXT_TOUCH_CODES.clockRunning) !== 0;
  return touchOf({ id, round: 0, window }, step, runs, episode, opportunityId, ownerId, { plan, calendar, now });
}

/**
 * The next touch of an opportunity, asked once: who asks again before anything happens keeps its `touchState`.
 *
 * @example
 * const next = nextTouchOf(foldAll(opportunityHistory, [logged], history), { plan, calendar, now });
 */
export function nextTouchOf(history: OpportunityHistory, context: Context): Touch | undefined {
  return explainNextTouch(touchState(history, context), context.now);
}

/** The row that a state is laid into, to be decided about as the batch decides; a mask holds no more kinds of stops. */
const ROW = /* @__PURE__ */ emptyRows(1, 31);
const ANSWER: NextRows = {
  from: new Float64Array(1),
  deadline: new Float64Array(1),
  step: new Int16Array(1),
  codes: new Uint8Array(1),
};

function firstOf({ history, rules: { plan, calendar } }: TouchState, now: Instant): Touch | undefined {
  return dueTouches(history, { plan, calendar, now }).find(({ who }) => who !== 'automation');
}

function numbersOf(touch: Touch | undefined, now: Instant): NextTouch | undefined {
  if (touch === undefined) return undefined;
  const { step, window, urgency, reasons } = touch;
  const repeats = reasons.some(({ code }) => code === 'cadence.askedAgain');
  const codes =
    (urgency === 'clock' ? NEXT_TOUCH_CODES.clockRunning : 0) |
    (repeats ? NEXT_TOUCH_CODES.askedAgain : 0) |
    (isOverdue(touch, now) ? NEXT_TOUCH_CODES.overdue : 0);
  return { step, from: window.from, deadline: window.deadline, codes };
}
