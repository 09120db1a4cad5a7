import { dayNumberOf } from '../calendar/wall-time.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import { bestTime } from '../contact/best-time.ts';
import type { HourGrounds } from '../contact/hour-wish.ts';
import { contactReason } from '../contact/reason-texts.ts';
import type { LocationEvidence } from '../location/location-evidence.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import type { Trigger } from '../plan/follow-up-plan.ts';
import type { Mark } from '../spine/mark.ts';
import type { Disposition } from '../spine/words.ts';
import { byWindow } from './due-touches.ts';
import type { Touch } from './touch.ts';

/** What the best time asks of a customer beside the opportunity: as `mayContact` does. */
export interface CustomerEvidence {
  readonly history: ContactHistory;
  readonly location: LocationEvidence;
  /** Further calls that the customer answered: `connected` ones of the phone system, those of other opportunities. */
  readonly answered?: readonly Mark[];
}

/** Which ends of a call mean that the customer took it. */
const IS_ANSWERED: Readonly<Record<Disposition, boolean>> = {
  spoke: true,
  appointmentSet: true,
  notInterested: true,
  leftMessage: false,
  noAnswer: false,
  wrongNumber: false,
  sent: false,
};

/**
 * The touches with the best time of what people do by call or text: lawful wherever the customer may be, in the
 * store's hours, near the hour that suits this customer, with the reasons behind the touch's own. `by` says who had
 * better make it. Where the plan counts in minutes, or wants a day's opening, only the law moves it.
 *
 * A work number that was given in business hours lets the first call begin at once.
 *
 * @param touches - of one opportunity, from `dueTouches` and `recoveryTouches`
 * @param context - with the plan in force now, for its contact policy
 * @returns by the beginning of their windows
 *
 * @example
 * const touches = withBestTimes(dueTouches(history, context), history, { history: customer, location }, context);
 */
export function withBestTimes(
  touches: readonly Touch[],
  history: OpportunityHistory,
  evidence: CustomerEvidence,
  context: Context,
): readonly Touch[] {
  const calls = history.attempts.filter(({ channel }) => channel === 'call');
  const answered = [...calls.filter(({ disposition }) => IS_ANSWERED[disposition]), ...(evidence.answered ?? [])];
  const first = touches.find((touch) => touch.channel === 'call' && touch.who !== 'automation');
  const wasCalled = first !== undefined && calls.some(({ at }) => at >= first.since);
  return touches
    .map((touch) => {
      if (touch.who === 'automation' || (touch.channel !== 'call' && touch.channel !== 'text')) return touch;
      const { channel, purpose } = touch;
      const isFirst = touch === first && !wasCalled;
      const grounds = channel === 'call' ? groundsOf(touch, isFirst, answered, history, context) : { answered: [] };
      const attempt = { channel, purpose, automated: false, location: evidence.location };
      const { at, by, reasons } = bestTime(attempt, touch.window, grounds, evidence.history, context);
      const from = Math.min(touch.window.from, at) as typeof at;
      // A manager's step is one because it takes a manager.
      const hint = by !== undefined && touch.who === 'owner';
      const busy = hint ? [contactReason('bestTime.floorBusy')] : [];
      const [why, ...more] = touch.reasons;
      const window = { ...touch.window, from, best: at };
      return { ...touch, ...(hint && { by }), window, reasons: [why, ...more, ...reasons, ...busy] as const };
    })
    .sort(byWindow);
}

/** Where the hour of the lead says when the customer likes to speak; a clock that stands may give all the same instant. */
const COUNTS_FROM_LEAD: Readonly<Record<Trigger, boolean>> = {
  internet: true,
  phoneUp: true,
  walkIn: true,
  leaseEnd: false,
  service: false,
  appointmentSet: false,
  sold: false,
  lost: false,
};

/** What speaks for an hour of a call. */
function groundsOf(
  touch: Touch,
  isFirst: boolean,
  answered: readonly Mark[],
  history: OpportunityHistory,
  { calendar }: Context,
): HourGrounds {
  const lead = history.leads.findLast(({ at }) => at === touch.since);
  const begin = lead ?? history.openings.find(({ at }) => at === touch.since);
  const isToday = dayNumberOf(calendar, touch.window.from) === dayNumberOf(calendar, touch.since);
  const atOnce = isFirst && isToday && lead?.workNumber === true && { gaveWorkNumber: lead };
  if (touch.dayMark !== 'triggerHour') return { answered: [], ...atOnce };
  if (begin === undefined || !COUNTS_FROM_LEAD[touch.trigger]) return { answered, ...atOnce };
  return { answered, ...(touch.trigger === 'walkIn' ? { visited: begin } : { asked: begin }), ...atOnce };
}
