import {
  addDays,
  type Day,
  dayOf,
  type Id,
  type Instant,
  instant,
  type MeasureRow,
  type OpportunityHistory,
  startOfDay,
  type Touch,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { askedNow } from '../cadence/asked-now.ts';
import { placeColumns } from '../cadence/touch-columns.ts';
import { loadEvidences } from '../contact/load-evidence.ts';
import { addMeasures } from '../measures/add-measures.ts';
import { type CountedStep, recountStep } from '../measures/count-steps.ts';
import { loadStorePeople } from '../routing/store-people.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { saveDayPlan } from './day-plan-row.ts';
import { openingOn } from './order-day-plan.ts';
import { capacitiesOf } from './store-day.ts';
import { placeTouches, type TouchPlace, verdictsOf } from './touch-place.ts';
import { workOfLate } from './work-of-late.ts';

// Whoever moves one of them meanwhile waits and finds the day planned; in the order of ids, and nothing else is held yet.
const OPPORTUNITIES = statement(
  'opportunities of a day, for planning',
  `select o.id, o.customer_id as "customerId", o.history
     from opportunity o
    where o.group_id = $1 and o.store_id = $2
      and exists (select from touch t
                   where t.group_id = $1 and t.opportunity_id = o.id and t.state = 'due' and t.window_from < $3)
    order by o.id
      for update`,
);
const STORED = statement(
  'touches of a day, for planning',
  `select id, member_id as "memberId", department_id as "departmentId", channel, counted
     from touch
    where group_id = $1 and store_id = $2 and state = 'due' and window_from < $3`,
);
const PLACE = statement(
  'place touches',
  `update touch t set
     member_id = p.member_id, placement = p.placement, placed_on = p.placed_on, deferred_to = p.deferred_to,
     expected_value = p.expected_value, placed_reasons = p.placed_reasons, lawful_until = p.lawful_until,
     next_lawful = p.next_lawful, counted = p.counted
    from jsonb_to_recordset($2::jsonb) as p(
      id text, member_id uuid, placement text, placed_on date, deferred_to date, expected_value double precision,
      placed_reasons jsonb, lawful_until timestamptz, next_lawful timestamptz, counted jsonb)
   where t.group_id = $1 and t.id = p.id and t.state = 'due'`,
);

interface OpportunityOfDay {
  readonly id: string;
  readonly customerId: string;
  readonly history: OpportunityHistory;
}

interface TouchOfDay {
  readonly id: string;
  readonly memberId: string | null;
  readonly departmentId: string;
  readonly channel: Touch['channel'];
  readonly counted: CountedStep | null;
}

/**
 * Plans the whole day of a store: all that is due to anybody until its end, at once, against what each person gets done
 * in a day. Before the opening it is planned as of the opening; later, as of now, with what has been done already.
 *
 * @returns the day that was planned
 */
export async function planStoreDay(tx: GroupTransaction, seal: Seal, rules: StoreRules, now: Instant): Promise<Day> {
  const { calendar, storeId } = rules;
  const at = instant(Math.max(now, openingOn(rules, now) ?? now));
  const today = dayOf(calendar, at);
  const tomorrow = startOfDay(calendar, addDays(today, 1));
  const opportunities = await tx.sql<OpportunityOfDay>(OPPORTUNITIES, [tx.groupId, storeId, new Date(tomorrow)]);
  const scope = { from: startOfDay(calendar, today), until: tomorrow, plannedAt: at, except: { storeId } };
  const people = await loadStorePeople(tx, tx.groupId, storeId, scope);
  const plan = { day: today, plannedAt: at, people: await workOfLate(tx, tx.groupId, rules, people, at) };
  const places = await placesOf(tx, seal, rules, opportunities, capacitiesOf(people, plan, today, rules), at);
  await saveDayPlan(tx, storeId, plan);
  await savePlaces(tx, rules, places, tomorrow);
  return today;
}

async function placesOf(
  tx: GroupTransaction,
  seal: Seal,
  rules: StoreRules,
  opportunities: readonly OpportunityOfDay[],
  people: ReturnType<typeof capacitiesOf>,
  at: Instant,
): Promise<ReadonlyMap<Id<'Touch'>, TouchPlace>> {
  const evidences = await loadEvidences(tx, seal, [...new Set(opportunities.map(({ customerId }) => customerId))]);
  const evidenceOf = new Map(opportunities.map(({ id, customerId }) => [id, evidences.get(customerId)]));
  const evidence = (opportunityId: string) => {
    const found = evidenceOf.get(opportunityId);
    if (found === undefined) throw new Error(`planStoreDay: nothing is known of the customer of ${opportunityId}`);
    return found;
  };
  const due = opportunities.flatMap(({ id, history }) => askedNow(history, evidence(id), rules, at));
  const context = contextAt(rules, at);
  return placeTouches(due, people, verdictsOf(due, evidence, context), context);
}

/** Writes where everything of today stands; what of it had been counted as somebody's moves to whose it is now. */
async function savePlaces(
  tx: GroupTransaction,
  { storeId }: StoreRules,
  places: ReadonlyMap<Id<'Touch'>, TouchPlace>,
  tomorrow: Instant,
): Promise<void> {
  const stored = await tx.sql<TouchOfDay>(STORED, [tx.groupId, storeId, new Date(tomorrow)]);
  const measures: MeasureRow[] = [];
  const touched = new Set<string>();
  const rows = stored.flatMap(({ id, memberId, departmentId, channel, counted }) => {
    const place = places.get(id as Id<'Touch'>);
    if (place === undefined) return [];
    for (const member of [memberId, place.memberId]) if (member != null) touched.add(member);
    const recounted = counted && { ...counted, memberId: place.memberId ?? null };
    measures.push(...recountStep(channel, counted, recounted, { storeId, departmentId }));
    return [{ id, counted: recounted, ...plainColumns(place) }];
  });
  if (rows.length > 0) await tx.sql(PLACE, [tx.groupId, json(rows)]);
  await addMeasures(tx, measures);
  for (const memberId of touched) await tx.notify({ kind: 'dayChanged', memberId });
}

/** A place's columns as JSON carries them. */
function plainColumns(place: TouchPlace): Readonly<Record<string, unknown>> {
  return { ...placeColumns(place), placed_reasons: place.reasons };
}
