import { addOpenTime } from '../calendar/open-time.ts';
import type { AttemptMark, PromiseMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import { TRIGGER_OF_ORIGIN } from '../plan/trigger-of-origin.ts';
import { id } from '../spine/id.ts';
import { type Instant, instant, MINUTE } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { isHumanAnswer } from './clock-acts.ts';
import { episodeOf } from './episode.ts';
import type { Touch } from './touch.ts';
import { GIVEN_UP_AFTER } from './trace-touches.ts';

/** No step of the plan: its place in a touch and in the touch's id. */
export const PROMISE_STEP = id<'Step'>('promise');

/** Open time after its instant within which a promise counts as kept. Ours. */
export const PROMISE_WITHIN_OPEN = 30 * MINUTE;

/**
 * What became of a promise.
 * - `open`: due, overdue, or yet to come
 * - `done`: somebody acted on it, or reached the customer by its channel from its time on
 * - `missed`: it was late, and is asked for no longer
 * - `stopped`: the customer lost interest before
 */
export type PromiseTrace = { readonly touch: Touch } & (
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly by: Mark }
  | { readonly kind: 'missed'; readonly reason: Reason }
  | { readonly kind: 'stopped'; readonly reason: Reason; readonly at: Instant }
);

/**
 * What customers were promised and still wait for: touches of the owner, of class promise, due at the very time that
 * was agreed. They stand beside the steps of the plan: a person's day is planned from both.
 *
 * @example
 * const touches = [...dueTouches(history, context), ...promiseTouches(history, context)];
 */
export function promiseTouches(history: OpportunityHistory, context: Context): readonly Touch[] {
  return tracePromises(history, context).flatMap((trace) => (trace.kind === 'open' ? [trace.touch] : []));
}

/**
 * Every promise that was ever made in an episode, with what became of it, in the order in which they were made.
 *
 * @example
 * tracePromises(history, context).filter(({ kind }) => kind === 'missed').length;
 */
export function tracePromises(history: OpportunityHistory, context: Context): readonly PromiseTrace[] {
  const { opportunityId } = history;
  if (opportunityId === undefined) return [];
  return (history.promises ?? []).map((mark) => {
    const touch = touchOf({ ...history, opportunityId }, mark, context);
    return { touch, ...endOf(history, mark, touch, context) };
  });
}

type Known = OpportunityHistory & Required<Pick<OpportunityHistory, 'opportunityId'>>;

function touchOf(history: Known, { fact, at, channel, dueAt }: PromiseMark, { plan, calendar, now }: Context): Touch {
  const { opportunityId, ownerId, origin } = history;
  const deadline = addOpenTime(calendar, dueAt, PROMISE_WITHIN_OPEN);
  const asked = reason(
    'cadence.promised',
    { channel, dueAt, since: at },
    { plan: { version: plan.version }, facts: [fact] },
  );
  return {
    id: id<'Touch'>(`${opportunityId}:${PROMISE_STEP}:${fact}`),
    opportunityId,
    step: PROMISE_STEP,
    channel,
    // The customer asked for it: it answers him.
    purpose: 'replyToInquiry',
    who: 'owner',
    ...(ownerId !== undefined && { ownerId }),
    urgency: 'promise',
    trigger: episodeOf(history, plan)?.trigger ?? plan.followedBy[TRIGGER_OF_ORIGIN[origin ?? 'internet']],
    since: at,
    window: { from: dueAt, best: dueAt, deadline },
    reasons: now < deadline ? [asked] : [asked, reason('cadence.overdue', { deadline })],
  };
}

/** What of a trace says how it ended. */
type End<T = PromiseTrace> = T extends PromiseTrace ? Omit<T, 'touch'> : never;

function endOf(
  { attempts }: OpportunityHistory,
  promise: PromiseMark,
  { id: touchId, window }: Touch,
  context: Context,
): End {
  const { now, plan } = context;
  const facts = [promise.fact];
  const why = (code: string, data: Reason['data'], of: Reason['facts']): Reason =>
    reason(code, data, { plan: { version: plan.version }, facts: of });
  const keeps = (attempt: AttemptMark): boolean =>
    attempt.channel === promise.channel &&
    (attempt.touchId === touchId || (attempt.at >= promise.dueAt && isHumanAnswer(attempt)));
  const by = attempts.find(keeps);
  // Who says no after the promise waits for nothing any more; the same act may have been the promised one.
  const no = attempts.find(({ at, disposition }) => at > promise.at && disposition === 'notInterested');
  if (by !== undefined && (no === undefined || by.at <= no.at))
    return { kind: 'done', by: { fact: by.fact, at: by.at } };
  if (no !== undefined && no.at < window.deadline) {
    return { kind: 'stopped', at: no.at, reason: why('cadence.stoppedByRefusal', { at: no.at }, [no.fact]) };
  }
  const givenUp = instant(Math.min(window.deadline + GIVEN_UP_AFTER, no?.at ?? Number.POSITIVE_INFINITY));
  if (now < givenUp) return { kind: 'open' };
  return { kind: 'missed', reason: why('cadence.missed', { deadline: window.deadline }, facts) };
}
