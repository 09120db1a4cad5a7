import { isHumanAnswer } from '../cadence/clock-acts.ts';
import type { Touch } from '../cadence/touch.ts';
import { addOpenTime, nextOpen } from '../calendar/open-time.ts';
import type { SurveyMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import { id } from '../spine/id.ts';
import { HOUR, type Instant } from '../spine/instant.ts';
import { recoveryReason } from './low-answer.ts';

/** No step of the plan: its place in a touch and in the touch's id. */
export const RECOVERY_STEP = id<'Step'>('recovery');

/** Open time within which an unhappy buyer is called: a store's working day. Ours. */
export const RECOVERY_WITHIN_OPEN = 8 * HOUR;

/**
 * The calls to buyers who gave a low answer, for a manager: promises, due as soon as the store is open. One a response,
 * until a person has spoken with the buyer or left word since.
 *
 * They stand beside the steps of the plan: a person's day is planned from both.
 *
 * @example
 * const touches = [...dueTouches(history, context), ...recoveryTouches(history, context)];
 */
export function recoveryTouches(history: OpportunityHistory, context: Context): readonly Touch[] {
  return history.surveys.flatMap((mark) => touchOf(mark, history, context) ?? []);
}

function touchOf(mark: SurveyMark, history: OpportunityHistory, context: Context): Touch | undefined {
  const { plan, calendar } = context;
  const { opportunityId, ownerId } = history;
  const why = mark.did === 'answered' ? recoveryReason(mark.answers, plan.survey) : undefined;
  if (opportunityId === undefined || why === undefined || wasCalled(history, mark.at)) return undefined;
  return {
    id: id<'Touch'>(`${opportunityId}:${RECOVERY_STEP}:${mark.fact}`),
    opportunityId,
    step: RECOVERY_STEP,
    channel: 'call',
    purpose: 'transaction',
    who: 'manager',
    ...(ownerId !== undefined && { ownerId }),
    urgency: 'promise',
    trigger: 'sold',
    since: mark.at,
    window: {
      from: mark.at,
      best: nextOpen(calendar, mark.at),
      deadline: addOpenTime(calendar, mark.at, RECOVERY_WITHIN_OPEN),
    },
    reasons: [{ ...why, plan: { version: plan.version }, facts: [mark.fact] }],
  };
}

function wasCalled(history: OpportunityHistory, since: Instant): boolean {
  return history.attempts.some(
    (attempt) => attempt.channel === 'call' && attempt.at >= since && isHumanAnswer(attempt),
  );
}
