import {
  type Capacity,
  type Id,
  type Instant,
  keepsPlace,
  type OpportunityHistory,
  type Reason,
  type StandingPlace,
  type Touch,
  worthOf,
} from '@beback/core';
import { withCustomerStops } from '../consent/with-customer-stops.ts';
import type { ContactEvidence } from '../contact/verdict-of.ts';
import { traceEpisodes } from '../measures/trace-episodes.ts';
import type { TracedTouch } from '../measures/traced-touch.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { placeTouches, type TouchPlace, verdictIn, verdictsOf } from '../workday/touch-place.ts';
import { askedNow } from './asked-now.ts';
import { type StoredTouch, storedPlace } from './stored-touch.ts';
import type { TouchState } from './touch-row.ts';

/** A touch that the plan asks for, and where it stands today. */
export interface AskedTouch {
  readonly touch: Touch;
  readonly place: TouchPlace;
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
 * A touch that was placed today stays where it is, as core sees it; the others are placed into the room that people
 * have left.
 *
 * @param stored - touches known so far
 * @param people - of the store, with what stands on their day besides this opportunity
 */
export function planTouches(
  history: OpportunityHistory,
  stored: readonly StoredTouch[],
  people: readonly Capacity[],
  evidence: ContactEvidence,
  rules: Pick<StoreRules, 'plan' | 'plans' | 'calendar'>,
  now: Instant,
): PlannedTouches {
  const due = askedNow(history, evidence, rules, now);
  // What is asked for stands in the version under which the lead came; how much contact is allowed and how much work
  // fits into a day, in the one that is in force.
  const today = contextAt(rules, now);
  const verdicts = verdictsOf(due, () => evidence, today);
  const context = { ...today, verdictOf: verdictIn(verdicts) };
  const known = new Map(stored.map((touch) => [touch.id as string, touch]));
  const standing = new Map<Id<'Touch'>, AskedTouch>();
  for (const touch of due) {
    const before = known.get(touch.id);
    const place = before?.state === 'due' ? storedPlace(before) : undefined;
    if (before === undefined || place === undefined || !keepsPlace(touch, standingOf(place), people, context)) continue;
    const reasons =
      before.urgency === touch.urgency ? place.reasons : [...place.reasons.slice(0, -1), worthOf(touch, today)];
    standing.set(touch.id, { touch, place: { ...place, reasons, verdict: verdicts.get(touch.id) } });
  }
  const anew = due.filter(({ id }) => !standing.has(id));
  const placed = placeTouches(anew, withTaken(people, [...standing.values()]), verdicts, today);
  const asked = due.map((touch): AskedTouch => {
    const place = placed.get(touch.id);
    const kept = standing.get(touch.id) ?? (place && { touch, place });
    if (kept === undefined) throw new Error(`planTouches: touch ${touch.id} was placed nowhere`);
    return kept;
  });
  return { asked, settled: settledNow(history, known, new Set(due.map((touch) => touch.id)), evidence, rules, now) };
}

/** What of this opportunity stays on people's lists takes its room, as all that stands there. */
function withTaken(people: readonly Capacity[], standing: readonly AskedTouch[]): readonly Capacity[] {
  return people.map((person) => {
    const mine = standing.filter(({ place }) => isOnList(place) && place.memberId === person.memberId);
    const calls = mine.filter(({ touch }) => touch.channel === 'call').length;
    const { tasks: gone = 0, calls: called = 0 } = person.taken ?? {};
    return { ...person, taken: { tasks: gone + mine.length, calls: called + calls } };
  });
}

function isOnList({ kind }: TouchPlace): boolean {
  return kind === 'listed' || kind === 'handedOver';
}

function standingOf({ kind, memberId, placedOn }: TouchPlace): StandingPlace | undefined {
  if (placedOn === undefined) return undefined;
  return { kind, day: placedOn, ...(memberId !== undefined && { to: memberId }) };
}

/** What became of touches that stood as due, or otherwise than the plans see them now. */
function settledNow(
  history: OpportunityHistory,
  stored: ReadonlyMap<string, Pick<StoredTouch, 'state'>>,
  open: ReadonlySet<string>,
  { history: customer }: ContactEvidence,
  rules: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly SettledTouch[] {
  const traces = withCustomerStops(traceEpisodes(history, rules, now), customer, now);
  const traced = new Map(traces.map((touch) => [touch.touch.id as string, touch]));
  const settled: SettledTouch[] = [];
  for (const [id, { state: was }] of stored) {
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
