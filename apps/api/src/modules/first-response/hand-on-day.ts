import { type Capacity, firstResponse, type Instant, type OpportunityHistory, type Touch } from '@beback/core';
import { statement } from '../../database/statement.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import type { ContactEvidence } from '../contact/verdict-of.ts';
import type { LeadTakers } from '../routing/candidates.ts';
import { contextOf, kindOf, type StoreRules } from '../store/store-rules.ts';
import type { TouchPlace } from '../workday/touch-place.ts';
import { openHandOnDesk, type StoodBefore } from './hand-on-desk.ts';

// Over night a lead does not wander on from who got it.
const HANDED_OVER = statement(
  'touches that were handed over',
  `select opportunity_id as "opportunityId", member_id as "memberId", placed_reasons as "placedReasons"
     from touch
    where group_id = $1 and opportunity_id = any($2) and placement = 'handedOver'
    order by window_from desc, id`,
);

/** A planned day, before the clocks of its leads have had their say. */
export interface PlannedDay {
  readonly places: ReadonlyMap<Touch['id'], TouchPlace>;
  readonly due: readonly Touch[];
  /** Histories with what records show of their calls. */
  readonly leads: readonly { readonly id: string; readonly history: OpportunityHistory }[];
  readonly people: readonly Capacity[];
}

/**
 * The places of a planned day once the clocks of its leads have had their say: who is unanswered since yesterday begins
 * the day where the clock left it.
 */
export async function handOnDay(
  reader: GroupReader,
  rules: StoreRules,
  day: PlannedDay,
  evidenceOf: (opportunityId: string) => ContactEvidence,
  at: Instant,
): Promise<ReadonlyMap<Touch['id'], TouchPlace>> {
  const waiting = waitingOf(day, rules, evidenceOf, at);
  if (waiting.length === 0) return day.places;
  const ids = waiting.map(({ touch }) => touch.opportunityId);
  const rows = await reader.sql<StoodBefore & { readonly opportunityId: string }>(HANDED_OVER, [reader.groupId, ids]);
  const before = Map.groupBy(rows, ({ opportunityId }) => opportunityId);
  const desk = await openHandOnDesk(reader, reader.groupId, withPlaced(day));
  const places = new Map(day.places);
  for (const { touch, place, departmentId, response, context } of waiting) {
    const stood = before.get(touch.opportunityId) ?? [];
    const of = { response, department: kindOf({ departmentId }, rules), holderId: undefined, before: stood };
    places.set(touch.id, desk.place({ touch, place }, of, context));
  }
  return places;
}

/** The touches that would stop a clock which has come so far that somebody else is to have them. */
function waitingOf(
  { places, due, leads }: PlannedDay,
  rules: StoreRules,
  evidenceOf: (opportunityId: string) => ContactEvidence,
  at: Instant,
) {
  const histories = new Map(leads.map(({ id, history }) => [id, history]));
  return due.flatMap((touch) => {
    const history = touch.urgency === 'clock' ? histories.get(touch.opportunityId) : undefined;
    const place = places.get(touch.id);
    if (history === undefined || place === undefined) return [];
    const context = contextOf(history, rules, at);
    const response = firstResponse(history, evidenceOf(touch.opportunityId), context);
    if (response.kind !== 'running' || response.stage === 'call' || response.stage === 'late') return [];
    return [{ touch, place, departmentId: history.departmentId ?? '', response, context }];
  });
}

/** What the plan has just put on a list takes its room. */
function withPlaced({ people, places }: PlannedDay): LeadTakers {
  const placed = new Map<string, number>();
  for (const { kind, memberId } of places.values()) {
    if (memberId === undefined || (kind !== 'listed' && kind !== 'handedOver')) continue;
    placed.set(memberId, (placed.get(memberId) ?? 0) + 1);
  }
  const loaded = people.map(({ memberId, role, department, taken = { tasks: 0, calls: 0 } }) => ({
    memberId,
    role,
    department,
    taken: { ...taken, tasks: taken.tasks + (placed.get(memberId) ?? 0) },
    lastLeadAt: undefined,
  }));
  return { people: loaded, capacities: people };
}
