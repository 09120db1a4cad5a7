import {
  appointmentTouches,
  type Context,
  historyBefore,
  type Instant,
  instant,
  type OpportunityHistory,
  planAt,
  traceAppointment,
} from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';
import { stateOf, type TracedTouch } from './traced-touch.ts';

/**
 * What the plan asked for about each appointment that an opportunity ever stood under: one that was moved, called off,
 * replaced by another, or followed by a sale or a loss, as it stood at its end.
 */
export function tracedAppointments(
  history: OpportunityHistory,
  { plans, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly TracedTouch[] {
  return livesOf(history).flatMap(({ from, until }) => {
    const context = { plan: planAt(plans, from), calendar, now: until ?? now };
    return traceLife(history, from, until, context);
  });
}

/** An appointment stands from `from` (included) to `until` (excluded; undefined: to this day). */
export interface Life {
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/** Every appointment that ever stood. */
export function livesOf({ appointments, turns }: OpportunityHistory): readonly Life[] {
  if (appointments === undefined) return [];
  const ends = [...appointments.filter(({ did }) => did !== 'confirmed'), ...turns].map(({ at }) => at);
  const begins = appointments.flatMap(({ did, at }) => (did === 'set' || did === 'moved' ? [at] : []));
  return [...new Set(begins)].map((from) => {
    const after = ends.filter((at) => at > from);
    return { from, until: after.length === 0 ? undefined : instant(Math.min(...after)) };
  });
}

function traceLife(
  history: OpportunityHistory,
  from: Instant,
  until: Instant | undefined,
  context: Context,
): readonly TracedTouch[] {
  const within = until === undefined ? history : historyBefore(history, until);
  // What set it does nothing of what it asks for: at that instant all of it was asked for.
  const begun = appointmentTouches(historyBefore(history, instant(from + 1)), { ...context, now: from });
  const open = until === undefined ? appointmentTouches(within, context) : [];
  const asked = new Map([...begun, ...open].map((touch) => [touch.id, touch]));
  return traceAppointment(within, context).flatMap((trace) => {
    const touch = asked.get(trace.id);
    const planVersionId = context.plan.version;
    return touch === undefined ? [] : [{ touch, planVersionId, ...stateOf(trace, touch, until) }];
  });
}
