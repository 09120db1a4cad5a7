import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import { DAY_24H, type Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { isBeforeAppointment } from './appointment-window.ts';
import { actsFrom, type Episode, episodeOf } from './episode.ts';
import { type PlannedTouch, plannedTouches } from './planned-touch.ts';
import { settledTouches } from './settle-touches.ts';
import { firstStop, missingAddress, type Stop } from './stop-event.ts';
import type { TouchWindow } from './touch.ts';

/**
 * What became of one step of the running plan.
 * - `open`: due now, overdue, or yet to come
 * - `done`: an act settled it
 * - `missed`: its deadline passed, and it is asked for no longer
 * - `stopped`: something ended it before its deadline
 * - `merged`: closed hours moved it onto a later touch of its channel, which stands for both
 * - `impossible`: there is no address to do it by
 */
export type TouchTrace = {
  readonly id: Id<'Touch'>;
  readonly step: Id<'Step'>;
  /** Which coming round of the step: 0 is the first. */
  readonly round: number;
  readonly window: TouchWindow;
} & (
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly by: Mark }
  | { readonly kind: 'missed' | 'stopped' | 'merged' | 'impossible'; readonly reason: Reason }
);

/** An overdue touch is given up after so long: a list that carries older misses is one that everybody ignores. */
export const GIVEN_UP_AFTER = 7 * DAY_24H;

/**
 * Every step of the plan that the opportunity is under, by the beginning of its window, with what became of it: the
 * answer to "why?" and "why not?", and what tells the calls that were skipped. Of a step that comes round again there
 * is every round that has begun and the next one.
 *
 * An overdue touch stays open until the next one of its channel begins, at most for seven days: then it is missed.
 *
 * @example
 * traceTouches(history, context).filter((trace) => trace.kind === 'missed').length;
 */
export function traceTouches(history: OpportunityHistory, context: Context): readonly TouchTrace[] {
  return traceEpisode(history, episodeOf(history, context.plan), context);
}

/**
 * The same of one episode: the running one, or that of the appointment beside it.
 */
export function traceEpisode(
  history: OpportunityHistory,
  episode: Episode | undefined,
  context: Context,
): readonly TouchTrace[] {
  if (episode === undefined || history.opportunityId === undefined) return [];
  const since = actsFrom(episode);
  const planned = plannedTouches(history.opportunityId, episode, context);
  const settled = settledTouches(planned, history, since);
  const stops = planned.map(({ step }) => firstStop(step, history, since, heardFrom(step, episode, since)));
  return planned.map((touch, i) => {
    const trace = { id: touch.id, step: touch.step.id, round: touch.round, window: touch.window };
    const by = settled.get(touch.id);
    if (by !== undefined) return { ...trace, kind: 'done', by };
    const end = endOf(touch, stops[i], successor(touch, planned, stops), episode, history, context);
    return end === undefined ? { ...trace, kind: 'open' } : { ...trace, ...end };
  });
}

/** What follows up a visit that did not take place is not ended by what was said before it. */
function heardFrom({ due }: PlannedTouch['step'], { startsAt }: Episode, since: Instant): Instant {
  return startsAt === undefined || startsAt < since || isBeforeAppointment(due) ? since : startsAt;
}

type Undone = Extract<TouchTrace, { reason: Reason }>;

/** Why a touch that nobody did is asked for no longer, or undefined while it is. */
function endOf(
  { step, window }: PlannedTouch,
  stop: Stop | undefined,
  next: PlannedTouch | undefined,
  { startsAt }: Episode,
  history: OpportunityHistory,
  { plan, now }: Context,
): Pick<Undone, 'kind' | 'reason'> | undefined {
  const why = (code: string, data: Reason['data'], facts: Reason['facts'] = []): Reason =>
    reason(code, data, { plan: { version: plan.version, step: step.id }, facts });

  if (stop !== undefined && stop.mark.at < window.deadline) {
    return { kind: 'stopped', reason: why(stop.code, { at: stop.mark.at }, [stop.mark.fact]) };
  }
  const missing = missingAddress(step, history);
  if (missing !== undefined) return { kind: 'impossible', reason: why(missing, {}) };
  if (next !== undefined && next.window.from <= window.from) {
    return { kind: 'merged', reason: why('cadence.merged', { from: next.window.from }) };
  }
  const givenUp = Math.min(
    window.deadline + GIVEN_UP_AFTER,
    Math.max(window.deadline, next?.window.from ?? Number.POSITIVE_INFINITY),
    // Nobody confirms or recalls a visit once its time has come.
    startsAt !== undefined && isBeforeAppointment(step.due) ? startsAt : Number.POSITIVE_INFINITY,
    // A stop after the deadline ends what was missed by then.
    stop?.mark.at ?? Number.POSITIVE_INFINITY,
  );
  return now < givenUp ? undefined : { kind: 'missed', reason: why('cadence.missed', { deadline: window.deadline }) };
}

/** The touch that takes another's place on a list once it begins: the plan's next one of the same channel and kind. */
function successor(
  touch: PlannedTouch,
  planned: readonly PlannedTouch[],
  stops: readonly (Stop | undefined)[],
): PlannedTouch | undefined {
  return planned.find((other, i) => {
    const stoppedAt = stops[i]?.mark.at ?? Number.POSITIVE_INFINITY;
    return (
      other.nominalMinutes > touch.nominalMinutes &&
      other.step.channel === touch.step.channel &&
      (other.step.who === 'automation') === (touch.step.who === 'automation') &&
      // What never begins, for something stopped it before, takes nobody's place.
      stoppedAt > other.window.from
    );
  });
}
