import type { Id, Instant, MeasureRow, Touch } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import { placeColumns } from '../cadence/touch-columns.ts';
import { addMeasures } from '../measures/add-measures.ts';
import { type CountedStep, recountStep } from '../measures/count-steps.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { TouchPlace } from './touch-place.ts';

const STORED = statement(
  'touches of a day, for planning',
  `select id, member_id as "memberId", also_member_id as "alsoMemberId", department_id as "departmentId", channel, counted
     from touch
    where group_id = $1 and store_id = $2 and state = 'due' and window_from < $3`,
);
const PLACE = statement(
  'place touches',
  `update touch t set
     member_id = p.member_id, also_member_id = p.also_member_id, placement = p.placement, placed_on = p.placed_on, deferred_to = p.deferred_to,
     expected_value = p.expected_value, placed_reasons = p.placed_reasons, lawful_until = p.lawful_until,
     next_lawful = p.next_lawful, counted = p.counted
    from jsonb_to_recordset($2::jsonb) as p(
      id text, member_id uuid, also_member_id uuid, placement text, placed_on date, deferred_to date,
      expected_value double precision,
      placed_reasons jsonb, lawful_until timestamptz, next_lawful timestamptz, counted jsonb)
   where t.group_id = $1 and t.id = p.id and t.state = 'due'`,
);

interface TouchOfDay {
  readonly id: string;
  readonly memberId: string | null;
  readonly alsoMemberId: string | null;
  readonly departmentId: string;
  readonly channel: Touch['channel'];
  readonly counted: CountedStep | null;
}

/**
 * Writes where touches of today stand; what of them had been counted as somebody's moves to whose it is now. Everybody
 * whose list it changes hears of it.
 *
 * @param places - by touch id; what is not in it stays
 * @param tomorrow - where the day ends
 */
export async function savePlaces(
  tx: GroupTransaction,
  { storeId }: StoreRules,
  places: ReadonlyMap<Id<'Touch'>, TouchPlace>,
  tomorrow: Instant,
): Promise<void> {
  const stored = await tx.sql<TouchOfDay>(STORED, [tx.groupId, storeId, new Date(tomorrow)]);
  const measures: MeasureRow[] = [];
  const touched = new Set<string>();
  const rows = stored.flatMap(({ id, memberId, alsoMemberId, departmentId, channel, counted }) => {
    const place = places.get(id as Id<'Touch'>);
    if (place === undefined) return [];
    for (const member of [memberId, alsoMemberId, place.memberId, place.alsoMemberId]) {
      if (member != null) touched.add(member);
    }
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
