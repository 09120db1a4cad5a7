import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import { standingAppointment } from '../opportunity/standing-appointment.ts';
import type { CompiledStep } from '../plan/compiled-plan.ts';
import type { StopEvent } from '../plan/follow-up-plan.ts';
import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import { DISPOSITIONS, type Disposition } from '../spine/words.ts';
import { isBelieved } from './clock-acts.ts';

/** What an attempt can end by what it claims. */
type ClaimedStop = Exclude<StopEvent, 'reply' | 'confirmed' | 'shown'>;

const ENDED_BY: Readonly<Record<ClaimedStop, readonly Disposition[]>> = {
  reached: ['spoke', 'appointmentSet', 'notInterested'],
  appointment: ['appointmentSet'],
  notInterested: ['notInterested'],
};

const STOP_CODES = {
  reply: 'cadence.stoppedByReply',
  reached: 'cadence.stoppedByConversation',
  appointment: 'cadence.stoppedByAppointment',
  notInterested: 'cadence.stoppedByRefusal',
  confirmed: 'cadence.stoppedByConfirmation',
  shown: 'cadence.stoppedByVisit',
  wrongNumber: 'cadence.stoppedByWrongNumber',
} as const satisfies Record<StopEvent | 'wrongNumber', string>;

/** What stopped a step. */
export interface Stop {
  readonly code: (typeof STOP_CODES)[keyof typeof STOP_CODES];
  readonly mark: Mark;
}

/**
 * The earliest event since the trigger that stops a step. A claim that the records speak against stops nothing.
 *
 * @param heardSince - from when on an answer or a conversation counts: who confirmed a visit and stayed away is asked why.
 */
export function firstStop(
  step: CompiledStep,
  history: OpportunityHistory,
  since: Instant,
  heardSince = since,
): Stop | undefined {
  let first: Stop | undefined;
  const consider = (event: keyof typeof STOP_CODES, mark: Mark | undefined) => {
    if (mark !== undefined && (first === undefined || mark.at < first.mark.at))
      first = { code: STOP_CODES[event], mark };
  };
  for (const event of step.stopOn) {
    const heard = event === 'reply' || event === 'reached';
    consider(event, firstMark(event, history, heard ? heardSince : since));
  }
  if (step.channel === 'call' || step.channel === 'text') consider('wrongNumber', wrongNumber(history, since));
  return first;
}

function firstMark(event: StopEvent, history: OpportunityHistory, since: Instant): Mark | undefined {
  // A customer's own call or message that IS the lead bears the lead's instant: it replies to nothing.
  if (event === 'reply') return history.replies.find((reply) => reply.at > since);
  if (event === 'confirmed' || event === 'shown') return standingAppointment(history)?.[event];
  const ends = ENDED_BY[event];
  return history.attempts.find(
    (attempt) => attempt.at >= since && ends.includes(attempt.disposition) && isBelieved(attempt),
  );
}

/** The latest call of the episode, when it reached a stranger; a call that went through later proves the number right. */
function wrongNumber(history: OpportunityHistory, since: Instant): Mark | undefined {
  const last = history.attempts.findLast((attempt) => attempt.channel === 'call' && isBelieved(attempt));
  return last !== undefined && last.at >= since && last.disposition === 'wrongNumber' ? last : undefined;
}

/** The first instant of each event that stops steps since the trigger, in the order of {@link STOPPING}; Infinity: none. */
export function stopInstants(history: OpportunityHistory, since: Instant, into: Float64Array): void {
  into.fill(Number.POSITIVE_INFINITY);
  if (history.replies.length > 0) into[0] = firstMark('reply', history, since)?.at ?? Number.POSITIVE_INFINITY;
  for (const attempt of history.attempts) {
    if (attempt.at < since || !isBelieved(attempt)) continue;
    const ends = ENDS[attempt.disposition];
    for (let k = 1; k < 4; k++) {
      if ((ends & (1 << k)) !== 0) into[k] = Math.min(into[k] as number, attempt.at);
    }
  }
  into[4] = wrongNumber(history, since)?.at ?? Number.POSITIVE_INFINITY;
}

/** Everything that can stop a step of a running episode; only an appointment's are stopped by what becomes of it. */
export const STOPPING = ['reply', 'reached', 'appointment', 'notInterested', 'wrongNumber'] as const;

/** What each end of an attempt stops, as bits in the order of {@link STOPPING}. */
const ENDS = /* @__PURE__ */ endsOf();

function endsOf(): Readonly<Record<Disposition, number>> {
  const events = ['reached', 'appointment', 'notInterested'] as const;
  const bitsOf = (disposition: Disposition): number =>
    events.reduce(
      (bits, event) => (ENDED_BY[event].includes(disposition) ? bits | (1 << STOPPING.indexOf(event)) : bits),
      0,
    );
  const rows = DISPOSITIONS.map((disposition) => [disposition, bitsOf(disposition)]);
  return Object.fromEntries(rows) as Record<Disposition, number>;
}

/** What stops a step, as bits in the order of {@link STOPPING}. */
export function stoppingBits({ stopOn, channel }: CompiledStep): number {
  const bits = STOPPING.reduce((all, event, k) => (stopOn.some((each) => each === event) ? all | (1 << k) : all), 0);
  return channel === 'call' || channel === 'text' ? bits | 16 : bits;
}

/** Why a step's channel is closed for this customer, as far as the leads told. */
export function missingAddress(
  step: CompiledStep,
  history: OpportunityHistory,
): 'cadence.noPhone' | 'cadence.noEmail' | undefined {
  if (step.channel === 'email') return history.mailable ? undefined : 'cadence.noEmail';
  if (step.channel === 'call' || step.channel === 'text') return history.callable ? undefined : 'cadence.noPhone';
  return undefined;
}
