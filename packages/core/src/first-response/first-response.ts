import { clockActOf, isHumanAnswer } from '../cadence/clock-acts.ts';
import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { openMillisecondsBetween } from '../calendar/open-time.ts';
import { consentFor } from '../consent/consent-for.ts';
import type { AttemptMark, LeadMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import { TRIGGER_OF_ORIGIN } from '../plan/trigger-of-origin.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { Channel } from '../spine/words.ts';
import { actsPassedBy } from './acts-passed-by.ts';
import { firstCallHours, type ResponseStage, type ResponseWait, responseWait, stageBegins } from './response-stages.ts';

/** Time since receipt both ways, in milliseconds: by the clock on the wall, and while the store was open. */
export interface ResponseTime {
  readonly wall: number;
  readonly open: number;
}

/** The clock of a lead that had one, whatever became of it. */
interface Clocked {
  /** Receipt of the lead. */
  readonly since: Instant;
  readonly time: ResponseTime;
  readonly reasons: NonEmpty<Reason>;
  /** What was done about the lead and stopped no clock, each with why: auto-replies, rings, calls that nothing shows. */
  readonly passedBy: readonly Reason[];
}

/**
 * The response clock of the latest lead.
 * - `none`: no lead asks for an answer: a visit and a phone-up are answered when they happen, a lease end and a visit to
 *   the workshop have plans of their own, and what arrives once more after the delivery begins no plan
 * - `running`: nobody has answered; `next` is when it enters its next stage, absent in the last one; `waits` says what
 *   keeps it from counting now
 * - `stopped`: a person answered, by the activity `by`; `provisional` until the phone system's records have come
 * - `closed`: before anybody answered the deal was sold or lost, or the customer wished for no answer any more
 */
export type FirstResponse =
  | { readonly kind: 'none' }
  | (Clocked &
      (
        | {
            readonly kind: 'running';
            readonly stage: ResponseStage;
            readonly next?: { readonly stage: ResponseStage; readonly at: Instant };
            readonly waits?: ResponseWait;
          }
        | {
            readonly kind: 'stopped';
            readonly at: Instant;
            readonly by: Id<'Fact'>;
            readonly memberId: Id<'Member'>;
            readonly provisional: boolean;
            /** Before the minutes that the plan promises for the first call were over. */
            readonly inTime: boolean;
          }
        | { readonly kind: 'closed'; readonly at: Instant }
      ));

/** A lead that a person answered, and when. */
export interface LeadAnswer {
  readonly lead: LeadMark;
  readonly answer: AttemptMark;
  readonly time: ResponseTime;
}

/**
 * How long the latest lead has waited for a person. The clock starts at receipt, anew with a repeat, and only a human
 * act stops it: what stops it and what never does is the table `CLOCK_ACTS`. A call is believed until the phone system's
 * records are there; give a history {@link withCallsShown} to have it hold against them.
 *
 * Stages count open time, so a lead of the night runs from opening. The law's window beats them: while nobody may call the
 * customer, wherever he may be, the escalation pauses.
 *
 * @param customer - what contact law asks: past attempts, consents, places
 *
 * @example
 * const response = firstResponse(withCallsShown(history, shownOf), { history: customer, location }, context);
 * if (response.kind === 'running' && response.next) wakeAt(response.next.at);
 */
export function firstResponse(
  history: OpportunityHistory,
  customer: CustomerEvidence,
  context: Context,
): FirstResponse {
  const lead = clockedLead(history, context);
  if (lead === undefined) return { kind: 'none' };
  const answered = leadAnswer(history, context);
  const passedBy = actsPassedBy(history, lead, answered?.answer);
  if (answered !== undefined) return { ...stopped(answered, customer, context), passedBy };
  const end = endOf(history, lead, customer);
  return end === undefined
    ? { ...running(lead, customer, context), passedBy }
    : { ...closed(lead, end, context), passedBy };
}

/**
 * The answer to the latest lead, if a person gave one before the deal was closed.
 *
 * @example
 * const waited = leadAnswer(history, context)?.time.open;
 */
export function leadAnswer(
  history: OpportunityHistory,
  context: Pick<Context, 'plan' | 'calendar'>,
): LeadAnswer | undefined {
  const lead = clockedLead(history, context);
  if (lead === undefined) return undefined;
  const answer = history.attempts.find((attempt) => attempt.at >= lead.at && isHumanAnswer(attempt));
  const end = closingTurn(history, lead);
  if (answer === undefined || (end !== undefined && end < answer.at)) return undefined;
  return { lead, answer, time: responseTime(lead.at, answer.at, context) };
}

function clockedLead({ leads, turns }: OpportunityHistory, { plan }: Pick<Context, 'plan'>): LeadMark | undefined {
  const lead = leads.at(-1);
  if (lead === undefined || plan.followedBy[TRIGGER_OF_ORIGIN[lead.origin]] !== 'internet') return undefined;
  return turns.findLast((turn) => turn.at < lead.at)?.to === 'delivered' ? undefined : lead;
}

function closingTurn({ turns }: OpportunityHistory, lead: LeadMark): Instant | undefined {
  return turns.find(({ at, to }) => at >= lead.at && (to === 'lost' || to === 'delivered'))?.at;
}

/** Ways in which a person could still answer. */
const WAYS_TO_ANSWER: readonly Channel[] = ['call', 'text', 'email'];

type End = { readonly at: Instant; readonly code: 'firstResponse.closedUnanswered' | 'firstResponse.noAnswerWished' };

/** What ended a clock that nobody stopped: the deal, or the customer's own word on every channel. */
function endOf(history: OpportunityHistory, lead: LeadMark, customer: CustomerEvidence): End | undefined {
  const turn = closingTurn(history, lead);
  if (turn !== undefined) return { at: turn, code: 'firstResponse.closedUnanswered' };
  const said = WAYS_TO_ANSWER.map((channel) => consentFor(customer.history, channel, 'replyToInquiry'));
  const last = Math.max(...said.map((state) => (state.kind === 'revoked' ? state.act.at : Number.POSITIVE_INFINITY)));
  return last >= lead.at && Number.isFinite(last)
    ? { at: last as Instant, code: 'firstResponse.noAnswerWished' }
    : undefined;
}

function stopped({ lead, answer, time }: LeadAnswer, customer: CustomerEvidence, context: Context) {
  const late = stageBegins(lead.at, firstCallHours(lead, customer, context), context)[0]?.at;
  const act = clockActOf(answer);
  const facts = { facts: [lead.fact, answer.fact] };
  const why = reason('firstResponse.answered', { ...time, channel: answer.channel }, facts);
  const provisional = act === 'awaitedCall';
  return {
    kind: 'stopped' as const,
    since: lead.at,
    at: answer.at,
    by: answer.fact,
    memberId: answer.memberId,
    provisional,
    inTime: late === undefined || answer.at < late,
    time,
    reasons: provisional ? ([why, reason('firstResponse.provisional', {}, facts)] as const) : ([why] as const),
  };
}

function closed(lead: LeadMark, { at, code }: End, context: Context) {
  const time = responseTime(lead.at, at, context);
  const reasons = [reason(code, { ...time }, { facts: [lead.fact] })] as const;
  return { kind: 'closed' as const, since: lead.at, at, time, reasons };
}

function running(lead: LeadMark, customer: CustomerEvidence, context: Context) {
  const { plan, now } = context;
  const hours = firstCallHours(lead, customer, context);
  const time = responseTime(lead.at, now, context);
  const begins = stageBegins(lead.at, hours, context);
  const stage = begins.findLast(({ at }) => at !== undefined && at <= now)?.stage ?? 'call';
  const next = begins.find(({ at }) => at !== undefined && at > now);
  const waits = responseWait(hours, context);
  const why = reason(STAGE_CODES[stage], { ...time }, { plan: { version: plan.version }, facts: [lead.fact] });
  return {
    kind: 'running' as const,
    since: lead.at,
    stage,
    time,
    ...(next?.at !== undefined && { next: { stage: next.stage, at: next.at } }),
    ...(waits !== undefined && { waits }),
    reasons: waits === undefined ? ([why] as const) : ([why, waitReason(waits)] as const),
  };
}

const STAGE_CODES = {
  call: 'firstResponse.callDue',
  late: 'firstResponse.late',
  handOver: 'firstResponse.handOver',
  manager: 'firstResponse.manager',
} as const satisfies Record<ResponseStage, string>;

function waitReason({ by, until }: ResponseWait): Reason {
  if (until === undefined) return reason('firstResponse.waits');
  return reason(by === 'law' ? 'firstResponse.pausedByLaw' : 'firstResponse.closedNow', { until });
}

function responseTime(from: Instant, to: Instant, { calendar }: Pick<Context, 'calendar'>): ResponseTime {
  // A clock that is a little behind must not make a negative wait of it.
  const until = Math.max(from, to) as Instant;
  return { wall: until - from, open: openMillisecondsBetween(calendar, from, until) };
}
