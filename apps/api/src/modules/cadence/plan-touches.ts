import {
  type Capacity,
  type ContactVerdict,
  type Context,
  customerStop,
  dueTouches,
  type Id,
  type Instant,
  type OpportunityHistory,
  type Placement,
  planDay,
  type Reason,
  recoveryTouches,
  type Touch,
} from '@beback/core';
import { withCustomerStops } from '../consent/with-customer-stops.ts';
import { type ContactEvidence, verdictOf } from '../contact/verdict-of.ts';
import { type TracedTouch, traceEpisodes } from '../measures/trace-episodes.ts';
import { contextAt, contextOf, type StoreRules } from '../store/store-rules.ts';
import type { TouchState } from './touch-row.ts';

/** A touch that the plan asks for, and whose it is. */
export interface AskedTouch {
  readonly touch: Touch;
  /** Undefined: the server's own step, or one that nobody has yet. */
  readonly memberId: Id<'Member'> | undefined;
  readonly placement: Placement['kind'];
  readonly rank: number | undefined;
  readonly verdict: ContactVerdict | undefined;
}

/** A touch that was asked for and is no longer. */
export interface SettledTouch {
  readonly id: string;
  readonly state: Exclude<TouchState, 'due'>;
  readonly at: Instant;
  /** The act that settled it. */
  readonly factId?: string;
  /** Why nobody needs to do it any more; absent: its first reasons stand. */
  readonly reason?: Reason;
}

export interface PlannedTouches {
  readonly asked: readonly AskedTouch[];
  readonly settled: readonly SettledTouch[];
}

/**
 * What the plan asks for about one opportunity now, against what was asked before. Pure: what to write.
 *
 * @param stored - touches known so far: id to state
 * @param people - of the store, with the room left in their day
 */
export function planTouches(
  history: OpportunityHistory,
  stored: ReadonlyMap<string, TouchState>,
  people: readonly Capacity[],
  evidence: ContactEvidence,
  rules: Pick<StoreRules, 'plan' | 'plans' | 'calendar'>,
  now: Instant,
): PlannedTouches {
  const context = contextOf(history, rules, now);
  // What the customer stopped is asked for no longer, whoever would do it.
  const due = [...dueTouches(history, context), ...recoveryTouches(history, context)].filter(
    (touch) => customerStop(touch, evidence.history, now) === undefined,
  );
  // What is asked for stands in the version under which the lead came; how much contact is allowed and how much work
  // fits into a day, in the one that is in force.
  const today = contextAt(rules, now);
  const verdicts = new Map(due.map((touch) => [touch.id, verdictOf(touch, evidence, today)]));
  const placements = placedToday(due, people, verdicts, today);
  const asked = due.map((touch): AskedTouch => {
    const placement = placements.get(touch.id);
    const given =
      placement !== undefined && 'to' in placement && placement.kind !== 'deferred' ? placement.to : undefined;
    return {
      touch,
      // An owner's touch is the owner's on any day, also when today's list has no room for it.
      memberId: touch.who === 'owner' ? touch.ownerId : given,
      placement: placement?.kind ?? 'deferred',
      rank: placement !== undefined && 'rank' in placement ? placement.rank : undefined,
      verdict: verdicts.get(touch.id),
    };
  });
  return { asked, settled: settledNow(history, stored, new Set(due.map((touch) => touch.id)), evidence, rules, now) };
}

function placedToday(
  due: readonly Touch[],
  people: readonly Capacity[],
  verdicts: ReadonlyMap<string, ContactVerdict>,
  context: Context,
): ReadonlyMap<string, Placement> {
  const verdictFor = (touch: Touch): ContactVerdict => {
    const verdict = verdicts.get(touch.id);
    if (verdict === undefined) throw new Error(`planTouches: no verdict for touch ${touch.id}`);
    return verdict;
  };
  const placements = planDay(due, people, { ...context, verdictOf: verdictFor });
  return new Map(placements.map((placement) => [placement.touch.id, placement]));
}

/** What became of touches that stood as due, or otherwise than the plans see them now. */
function settledNow(
  history: OpportunityHistory,
  stored: ReadonlyMap<string, TouchState>,
  open: ReadonlySet<string>,
  { history: customer }: ContactEvidence,
  rules: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly SettledTouch[] {
  const traces = withCustomerStops(traceEpisodes(history, rules, now), customer, now);
  const traced = new Map(traces.map((touch) => [touch.touch.id as string, touch]));
  const settled: SettledTouch[] = [];
  for (const [id, was] of stored) {
    if (open.has(id)) continue;
    const trace = traced.get(id);
    if (trace === undefined || trace.state === 'due') {
      if (was === 'due') settled.push({ id, state: 'cancelled', at: now });
    } else if (trace.state !== was) {
      settled.push(settledOf(id, trace, trace.state, now));
    }
  }
  return settled;
}

function settledOf(id: string, trace: TracedTouch, state: SettledTouch['state'], now: Instant): SettledTouch {
  return {
    id,
    state,
    at: trace.settledAt ?? now,
    ...(trace.by !== undefined && { factId: trace.by }),
    ...(trace.reasons !== trace.touch.reasons && { reason: trace.reasons[0] }),
  };
}
