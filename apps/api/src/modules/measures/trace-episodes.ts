import {
  type Context,
  dueTouches,
  historyBefore,
  type Instant,
  instant,
  type OpportunityHistory,
  planAt,
  recoveryTouches,
  type Touch,
  type TouchTrace,
  traceTouches,
} from '@beback/core';
import { contextOf, type StoreRules } from '../store/store-rules.ts';
import { tracedAppointments } from './trace-appointments.ts';
import { tracedPromises } from './trace-promises.ts';
import { stateOf, type TracedTouch } from './traced-touch.ts';

/**
 * Every touch that was ever asked for about an opportunity, by what is known today. Core's trace knows the running
 * plan; a sale, a loss or a repeat lead ends one and begins another, so each stretch between them is traced as it stood
 * at its end, by the plan version in force when it began. What was late by then was missed, whatever came after; what was still to come is asked for no longer.
 */
export function traceEpisodes(
  history: OpportunityHistory,
  { plans, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly TracedTouch[] {
  const traced = new Map<string, TracedTouch>();
  for (const stretch of stretchesOf(history)) {
    const context = { plan: planAt(plans, stretch.from), calendar, now };
    for (const touch of traceStretch(history, stretch, context)) traced.set(touch.touch.id, touch);
  }
  for (const touch of tracedAppointments(history, { plans, calendar }, now)) traced.set(touch.touch.id, touch);
  for (const touch of traceRecoveries(history, { plans, calendar }, now)) traced.set(touch.touch.id, touch);
  for (const touch of tracedPromises(history, { plans, calendar }, now)) traced.set(touch.touch.id, touch);
  return [...traced.values()];
}

/** One plan runs from `from` (included) to `until` (excluded; undefined: to this day). */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/** By their beginnings, each with the beginning of the next one as its end. */
export function stretchesOf({ openings, leads, turns }: OpportunityHistory): readonly Stretch[] {
  const opening = openings[0];
  if (opening === undefined) return [];
  const changes = [...leads, ...turns].map(({ at }) => at).filter((at) => at > opening.at);
  const begins = [opening.at, ...new Set(changes.sort((a, b) => a - b))];
  return begins.map((from, i) => ({ from, until: begins[i + 1] }));
}

function traceStretch(history: OpportunityHistory, { from, until }: Stretch, context: Context): readonly TracedTouch[] {
  const within = until === undefined ? history : historyBefore(history, until);
  const traces = traceTouches(within, { ...context, now: until ?? context.now });
  const now = until === undefined ? dueTouches(within, context) : [];
  const asked = new Map([...askedAt(history, from, context), ...now].map((touch) => [touch.id, touch]));
  return traces.flatMap((trace) => {
    const touch = asked.get(trace.id) ?? askedLater(history, trace, context);
    const planVersionId = context.plan.version;
    return touch === undefined ? [] : [{ touch, planVersionId, ...stateOf(trace, touch, until) }];
  });
}

/**
 * What the plan asked for at an instant, by what is known today, before anybody acted on it: what was done in the same
 * millisecond was asked for all the same.
 */
function askedAt(history: OpportunityHistory, at: Instant, context: Context): readonly Touch[] {
  const { attempts, sends, replies } = historyBefore(history, at);
  const then = { ...historyBefore(history, instant(at + 1)), attempts, sends, replies };
  return dueTouches(then, { ...context, now: at });
}

/** A step that comes round again is asked for when its round begins. */
function askedLater(history: OpportunityHistory, { id, window }: TouchTrace, context: Context): Touch | undefined {
  if (window.from > context.now) return undefined;
  return askedAt(history, window.from, context).find((touch) => touch.id === id);
}

/** Calls to unhappy buyers: no steps of a plan, done as soon as somebody has spoken with the buyer or left word. */
function traceRecoveries(
  history: OpportunityHistory,
  rules: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly TracedTouch[] {
  const context = contextOf(history, rules, now);
  const open = new Set(recoveryTouches(history, context).map(({ id }) => id));
  const low = history.surveys.filter(({ did }) => did === 'answered');
  return low.flatMap((mark) =>
    recoveryTouches(historyBefore(history, instant(mark.at + 1)), { ...context, now: mark.at })
      .filter((touch) => touch.since === mark.at)
      .map((touch): TracedTouch => {
        const { id, reasons } = touch;
        const planVersionId = context.plan.version;
        if (open.has(id)) return { touch, planVersionId, state: 'due', settledAt: undefined, by: undefined, reasons };
        const by = recoveredBy(history, touch, context);
        return { touch, planVersionId, state: 'done', settledAt: by?.at, by: by?.fact, reasons };
      }),
  );
}

/** The call after which a recovery is asked for no longer. */
export function recoveredBy(history: OpportunityHistory, { id, since }: Touch, context: Context) {
  return history.attempts.find(
    ({ at }) =>
      at >= since &&
      recoveryTouches(historyBefore(history, instant(at + 1)), context).every((touch) => touch.id !== id),
  );
}
