import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CompiledStep } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import { askedReason } from './asked-reason.ts';
import { isHumanAnswer } from './clock-acts.ts';
import { type Episode, episodeOf } from './episode.ts';
import type { Touch, Urgency } from './touch.ts';
import { type TouchTrace, traceTouches } from './trace-touches.ts';

/**
 * The touches that the plan still asks for: overdue ones, those due now, and those to come if nothing else happens, by
 * the beginning of their windows (then deadline, then id). The same facts, plan and calendar give the same touches with
 * the same ids at any time, less what has passed by then.
 *
 * @param history - of one opportunity
 * @param context - its calendar must hold the trigger; touches beyond its last day appear when it reaches them
 *
 * @example
 * const today = dueTouches(history, context).filter((touch) => touch.window.from < endOfDay);
 */
export function dueTouches(history: OpportunityHistory, context: Context): readonly Touch[] {
  const episode = episodeOf(history, context.plan);
  const { opportunityId, ownerId } = history;
  if (episode === undefined || opportunityId === undefined) return [];
  const answered = history.attempts.some((attempt) => attempt.at >= episode.since && isHumanAnswer(attempt));
  let clock = episode.trigger === 'internet' && !answered;

  const touches: Touch[] = [];
  for (const trace of traceTouches(history, context)) {
    const step = context.plan.steps.get(trace.step);
    if (trace.kind !== 'open' || step === undefined) continue;
    const runs = clock && step.who !== 'automation';
    // Only the next thing that a person can do stops the clock; what comes after it will not be needed for that.
    if (runs) clock = false;
    touches.push(touchOf(trace, step, runs, episode, opportunityId, ownerId, context));
  }
  return touches.sort(byWindow);
}

/** One touch as plain data. `runs`: it is the one that the response clock waits for. */
export function touchOf(
  trace: Pick<TouchTrace, 'id' | 'round' | 'window'>,
  step: CompiledStep,
  runs: boolean,
  episode: Episode,
  opportunityId: Id<'Opportunity'>,
  ownerId: Id<'Member'> | undefined,
  context: Context,
): Touch {
  const { channel, purpose, who, due } = step;
  return {
    id: trace.id,
    opportunityId,
    step: step.id,
    channel,
    purpose,
    who,
    ...(ownerId && { ownerId }),
    urgency: urgencyOf(step, runs),
    trigger: episode.trigger,
    since: episode.since,
    window: trace.window,
    ...('at' in due && { dayMark: due.at }),
    reasons: reasonsOf(step, trace, runs, episode, context),
  };
}

/**
 * Whether a touch is late: from the instant of its deadline on.
 *
 * @example
 * const late = touches.filter((touch) => isOverdue(touch, now));
 */
export function isOverdue(touch: Touch, now: Instant): boolean {
  return now >= touch.window.deadline;
}

function urgencyOf(step: CompiledStep, clockRuns: boolean): Urgency {
  if (clockRuns) return 'clock';
  return step.purpose === 'appointment' ? 'promise' : 'routine';
}

function reasonsOf(
  step: CompiledStep,
  { round, window: { deadline } }: Pick<TouchTrace, 'round' | 'window'>,
  clockRuns: boolean,
  episode: Episode,
  { plan, now }: Context,
): NonEmpty<Reason> {
  const { since, fact, repeat } = episode;
  const asked = askedReason(step, round, episode, plan);
  const more: Reason[] = [];
  if (clockRuns) more.push(reason('cadence.clockRunning', { since }, { facts: [fact] }));
  if (repeat) more.push(reason('cadence.askedAgain', { since }, { facts: [fact] }));
  if (now >= deadline) more.push(reason('cadence.overdue', { deadline }));
  return [asked, ...more];
}

/** By the beginning of the window, then by deadline, then by id. */
export function byWindow(a: Touch, b: Touch): number {
  return a.window.from - b.window.from || a.window.deadline - b.window.deadline || (a.id < b.id ? -1 : 1);
}
