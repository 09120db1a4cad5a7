import { type Touch, URGENCIES, type Urgency } from '../cadence/touch.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import { type Reason, type ReasonData, reason } from '../spine/reason.ts';
import { chanceToClose, FRESH_UNTIL_DAY } from './chance-to-close.ts';

/** A touch that a person is to do today, with its worth. */
export interface HumanTask {
  readonly touch: Touch;
  readonly expectedValue: number;
  /** Urgent, or of a lead in its first days: it should not wait for another day. */
  readonly pressing: boolean;
  /** Why it ranks where it does. */
  readonly worth: Reason;
  /** What makes it wait until later today. */
  readonly wait: readonly Reason[];
}

/** Rates a touch by its urgency and by the chance to close that its age leaves. */
export function humanTask(touch: Touch, wait: readonly Reason[], context: Context): HumanTask {
  const { calendar, now } = context;
  const ageDays = dayNumberOf(calendar, now) - dayNumberOf(calendar, touch.since);
  const expectedValue = chanceToClose(touch.trigger, ageDays);
  const leadIsFresh = ageDays <= FRESH_UNTIL_DAY && touch.trigger !== 'sold' && touch.trigger !== 'lost';
  const worth =
    touch.urgency === 'routine'
      ? touchReason('workday.chanceToClose', touch, context, { days: ageDays, chance: expectedValue })
      : touchReason(touch.urgency === 'clock' ? 'workday.clock' : 'workday.promise', touch, context);
  return { touch, expectedValue, pressing: touch.urgency !== 'routine' || leadIsFresh, worth, wait };
}

/** A reason that names the plan's version and step. */
export function touchReason(code: string, touch: Touch, { plan }: Context, data: ReasonData = {}): Reason {
  return reason(code, data, { plan: { version: plan.version, step: touch.step } });
}

/** Promises take their place in a day first: they are kept whatever else there is. */
const PLACED: readonly Urgency[] = ['promise', 'clock', 'routine'];

/** In which order tasks take the room of a day. */
export function byPlace(a: HumanTask, b: HumanTask): number {
  return byUrgencyAndWorth(PLACED, a, b);
}

/** In which order a person sees them: a waiting lead before all else. */
export function byRank(a: HumanTask, b: HumanTask): number {
  return byUrgencyAndWorth(URGENCIES, a, b);
}

/** Ids decide last, so that the order is never left open. */
function byUrgencyAndWorth(order: readonly Urgency[], a: HumanTask, b: HumanTask): number {
  return (
    order.indexOf(a.touch.urgency) - order.indexOf(b.touch.urgency) ||
    b.expectedValue - a.expectedValue ||
    a.touch.window.deadline - b.touch.window.deadline ||
    a.touch.window.best - b.touch.window.best ||
    compareText(a.touch.id, b.touch.id)
  );
}
