import { dayOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import type { ActivityLogged } from '../spine/fact.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { PaperCode } from './reason-texts.ts';
import type { PaperTime } from './time-on-paper.ts';

/**
 * Why a line of a sheet is not taken once more: the same line was keyed in before. Of a task that is still asked for (an
 * unhappy buyer is called until somebody reaches him) another time of the same day, or another day, is another line.
 *
 * @param standing - what was logged about the same task and stands; what did not come from paper does no harm
 * @param isAsked - the task is still asked for
 *
 * @example
 * const before = keyedInBefore(activities, time, touch.state === 'due', context);
 * if (before !== undefined) refuse(before);
 */
export function keyedInBefore(
  standing: readonly ActivityLogged[],
  time: PaperTime,
  isAsked: boolean,
  { calendar }: Pick<Context, 'calendar'>,
): Reason<PaperCode> | undefined {
  const before = standing.find(
    (fact) => fact.data.keyedInById !== undefined && !(isAsked && isAnotherTime(fact, time)),
  );
  if (before === undefined) return undefined;
  const { memberId, keyedInById } = before.data;
  const code = memberId === keyedInById ? 'paper.keyedIn' : 'paper.keyedInByAnother';
  const doneOn = dayOf(calendar, before.at);
  return reason(code, { doneOn, keyedInAt: before.recordedAt }, { facts: [before.id] });
}

/** Not at one moment: where one of the two has its day alone, neither can be told from the other on that day. */
function isAnotherTime({ at, data }: ActivityLogged, time: PaperTime): boolean {
  const { doneFrom = at, doneUntil = at } = data;
  return doneUntil < (time.doneFrom ?? time.at) || doneFrom > (time.doneUntil ?? time.at);
}
