import type { Touch } from '../cadence/touch.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { type Reason, type ReasonData, reason } from '../spine/reason.ts';
import { chanceToClose, FRESH_UNTIL_DAY, isOfLead } from './chance-to-close.ts';

/** A touch that a person is to do today, with its worth. */
export interface HumanTask {
  readonly touch: Touch;
  /** The chance to close that it works on, whoever does it. */
  readonly expectedValue: number;
  /** Of a lead in its first days: it should not wait for another day. */
  readonly fresh: boolean;
  /** Its lead came today: it may use the room that is kept for such leads. */
  readonly arrived: boolean;
  /** Why it ranks where it does. */
  readonly worth: Reason;
  /** What makes it wait until later today. */
  readonly wait: readonly Reason[];
}

/** Rates a touch by its urgency and by the chance to close that its age leaves. */
export function humanTask(touch: Touch, wait: readonly Reason[], context: Context): HumanTask {
  const ageDays = ageOf(touch, context);
  const isLead = isOfLead(touch.trigger);
  return {
    touch,
    expectedValue: chanceToClose(touch.trigger, ageDays),
    fresh: isLead && ageDays <= FRESH_UNTIL_DAY,
    arrived: isLead && ageDays <= 0,
    worth: worthOf(touch, context),
    wait,
  };
}

/**
 * Why a touch stands where it does on a list: what makes it urgent, or the chance to close that its age leaves.
 *
 * @example
 * const why = renderReason(worthOf(touch, context), 'en', calendar.zone);
 */
export function worthOf(touch: Touch, context: Context): Reason {
  if (touch.urgency !== 'routine') return touchReason(`workday.${touch.urgency}`, touch, context);
  const days = ageOf(touch, context);
  return touchReason('workday.chanceToClose', touch, context, { days, chance: chanceToClose(touch.trigger, days) });
}

/** Whole store days since the trigger. */
export function ageOf(touch: Touch, { calendar, now }: Pick<Context, 'calendar' | 'now'>): number {
  return dayNumberOf(calendar, now) - dayNumberOf(calendar, touch.since);
}

/** A reason that names the plan's version and step. */
export function touchReason(
  code: string,
  touch: Touch,
  { plan }: Pick<Context, 'plan'>,
  data: ReasonData = {},
): Reason {
  return reason(code, data, { plan: { version: plan.version, step: touch.step } });
}
