import type { Touch } from '../cadence/touch.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { type Reason, type ReasonData, reason } from '../spine/reason.ts';
import { chanceToClose } from './chance-to-close.ts';

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
