import { nextOpen } from '../calendar/open-time.ts';
import { dayOf, startOfDay } from '../calendar/wall-time.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import { opportunityStatus } from '../opportunity/opportunity-status.ts';
import type { Context } from '../plan/context.ts';
import { addDays } from '../spine/day.ts';
import { DAY_24H, type Instant } from '../spine/instant.ts';
import { type Reason, type ReasonData, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { SurveyCode } from './reason-texts.ts';

/** Whether a buyer is to be asked now, at a later instant, or (as things stand) not at all. */
export type InvitationVerdict = { readonly reasons: NonEmpty<Reason<SurveyCode>> } & (
  | { readonly kind: 'due'; readonly since: Instant }
  | { readonly kind: 'notYet'; readonly at: Instant }
  | { readonly kind: 'none' }
);

/**
 * So many days after it was due an invitation is not sent any more. Deliveries that are imported or learned of late
 * must not bring every former buyer a survey.
 */
export const LATEST_AFTER_DAYS = 14;

/**
 * Whether the buyer of this deal is to be invited to the survey: from the opening of the store's day that the plan
 * names (two days after the delivery by default), or of the next open day; once a delivery; not when the deal was
 * unwound. Whether an e-mail may be sent is contact law's to say, beside this.
 *
 * @example
 * const verdict = invitationDue(history, context);
 * if (verdict.kind === 'notYet') wakeAt(verdict.at);
 */
export function invitationDue(history: OpportunityHistory, context: Context): InvitationVerdict {
  const { deliveredAt } = history;
  if (deliveredAt === undefined) return none('survey.notDelivered');
  const status = opportunityStatus(history);
  if (status === 'unwound') return none('survey.unwound');
  if (status !== 'delivered') return none('survey.notDelivered');
  const invited = history.surveys.findLast(({ did, at }) => did === 'invited' && at >= deliveredAt);
  if (invited !== undefined) return none('survey.alreadyInvited', { invitedAt: invited.at });
  return history.mailable ? verdictByTime(deliveredAt, context) : none('survey.noAddress');
}

function verdictByTime(deliveredAt: Instant, { plan, calendar, now }: Context): InvitationVerdict {
  const days = plan.survey.daysAfterDelivery;
  // First by the clock on the wall, for an old delivery may lie before the calendar's first day.
  if (now - deliveredAt > (days + 2 * LATEST_AFTER_DAYS) * DAY_24H) return tooLate();
  const delivered = dayOf(calendar, deliveredAt);
  const at = nextOpen(calendar, startOfDay(calendar, addDays(delivered, days)));
  if (now - at > LATEST_AFTER_DAYS * DAY_24H) return tooLate();
  const version = { plan: { version: plan.version } };
  return now < at
    ? { kind: 'notYet', at, reasons: [reason('survey.notYet', { delivered, at }, version)] }
    : { kind: 'due', since: at, reasons: [reason('survey.invitationDue', { delivered, days }, version)] };
}

function tooLate(): InvitationVerdict {
  return none('survey.tooLate', { days: LATEST_AFTER_DAYS });
}

function none(code: SurveyCode, data: ReasonData = {}): InvitationVerdict {
  return { kind: 'none', reasons: [reason(code, data)] };
}
