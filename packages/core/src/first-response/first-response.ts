import { TRIGGER_OF_ORIGIN } from '../cadence/episode.ts';
import { isHumanAnswer } from '../cadence/human-answer.ts';
import { addOpenTime, openMillisecondsBetween } from '../calendar/open-time.ts';
import type { AttemptMark, LeadMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import type { ClockPolicy } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import { type Instant, MINUTE } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';

/**
 * How far a running clock has come, in open time since receipt: `call` (the first call is due), `late`, `handOver`
 * (somebody who is present may take the lead over), `manager` (the manager is told).
 */
export const RESPONSE_STAGES = ['call', 'late', 'handOver', 'manager'] as const;
/** One of {@link RESPONSE_STAGES}. */
export type ResponseStage = (typeof RESPONSE_STAGES)[number];

/** A stage begins when so much open time has passed since receipt. */
const STAGE_BEGINS = [
  { stage: 'late', after: 'callWithinOpenMinutes' },
  { stage: 'handOver', after: 'handOverAfterOpenMinutes' },
  { stage: 'manager', after: 'managerAfterOpenMinutes' },
] as const satisfies readonly { stage: ResponseStage; after: keyof ClockPolicy }[];

/** Time since receipt both ways, in milliseconds: by the clock on the wall, and while the store was open. */
export interface ResponseTime {
  readonly wall: number;
  readonly open: number;
}

/**
 * The response clock of the latest lead.
 * - `none`: no lead asks for an answer: a visit and a phone-up are answered when they happen, and what arrives once more
 *   after the delivery begins no plan
 * - `running`: nobody has answered; `next` is when it enters its next stage, absent in the last one
 * - `stopped`: a person answered, by the activity `by`
 * - `closed`: the deal was sold or lost before anybody answered
 */
export type FirstResponse =
  | { readonly kind: 'none' }
  | ({ readonly since: Instant; readonly time: ResponseTime; readonly reasons: NonEmpty<Reason> } & (
      | {
          readonly kind: 'running';
          readonly stage: ResponseStage;
          readonly next?: { readonly stage: ResponseStage; readonly at: Instant };
        }
      | {
          readonly kind: 'stopped';
          readonly at: Instant;
          readonly by: Id<'Fact'>;
          readonly memberId: Id<'Member'>;
          /** Before the minutes that the plan promises for the first call were over. */
          readonly inTime: boolean;
        }
      | { readonly kind: 'closed'; readonly at: Instant }
    ));

/**
 * How long the latest lead has waited for a person. The clock starts at receipt, anew with a repeat, and only a human
 * act stops it: words spoken, a message left, something personal sent, as logged. What the server sends by itself
 * never does ("first response in 12 seconds" is an auto-reply), nor does a call that nobody took.
 *
 * Stages count open time, so a lead of the night runs from opening.
 *
 * @example
 * const response = firstResponse(history, context);
 * if (response.kind === 'running' && response.next) wakeAt(response.next.at);
 */
export function firstResponse(history: OpportunityHistory, context: Context): FirstResponse {
  const lead = history.leads.at(-1);
  if (lead === undefined || TRIGGER_OF_ORIGIN[lead.origin] !== 'internet') return { kind: 'none' };
  const turnBefore = history.turns.findLast((turn) => turn.at < lead.at);
  if (turnBefore?.to === 'delivered') return { kind: 'none' };
  const answer = history.attempts.find((attempt) => attempt.at >= lead.at && isHumanAnswer(attempt));
  const end = history.turns.find((turn) => turn.at >= lead.at && (turn.to === 'lost' || turn.to === 'delivered'));
  if (answer !== undefined && !(end !== undefined && end.at < answer.at)) return stopped(lead, answer, context);
  if (end !== undefined) return closed(lead, end.at, context);
  return running(lead, context);
}

function stopped(lead: LeadMark, answer: AttemptMark, context: Context): FirstResponse {
  const time = responseTime(lead.at, answer.at, context);
  const inTime = time.open < context.plan.clock.callWithinOpenMinutes * MINUTE;
  return {
    kind: 'stopped',
    since: lead.at,
    at: answer.at,
    by: answer.fact,
    memberId: answer.memberId,
    inTime,
    time,
    reasons: [
      reason('firstResponse.answered', { ...time, channel: answer.channel }, { facts: [lead.fact, answer.fact] }),
    ],
  };
}

function closed(lead: LeadMark, at: Instant, context: Context): FirstResponse {
  const time = responseTime(lead.at, at, context);
  const reasons = [reason('firstResponse.closedUnanswered', { ...time }, { facts: [lead.fact] })] as const;
  return { kind: 'closed', since: lead.at, at, time, reasons };
}

function running(lead: LeadMark, context: Context): FirstResponse {
  const { plan, calendar, now } = context;
  const time = responseTime(lead.at, now, context);
  const ahead = STAGE_BEGINS.findIndex(({ after }) => time.open < plan.clock[after] * MINUTE);
  const next = STAGE_BEGINS[ahead];
  const stage = ahead === -1 ? 'manager' : (STAGE_BEGINS[ahead - 1]?.stage ?? 'call');
  const why = reason(STAGE_CODES[stage], { ...time }, { plan: { version: plan.version }, facts: [lead.fact] });
  const waiting = { kind: 'running', since: lead.at, stage, time, reasons: [why] } as const;
  if (next === undefined) return waiting;
  const openMinutes = plan.clock[next.after];
  return { ...waiting, next: { stage: next.stage, at: addOpenTime(calendar, lead.at, openMinutes * MINUTE) } };
}

const STAGE_CODES = {
  call: 'firstResponse.callDue',
  late: 'firstResponse.late',
  handOver: 'firstResponse.handOver',
  manager: 'firstResponse.manager',
} as const satisfies Record<ResponseStage, string>;

function responseTime(from: Instant, to: Instant, { calendar }: Context): ResponseTime {
  // A clock that is a little behind must not make a negative wait of it.
  const until = Math.max(from, to) as Instant;
  return { wall: until - from, open: openMillisecondsBetween(calendar, from, until) };
}
