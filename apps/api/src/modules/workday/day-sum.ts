import type { Day, PlacementKind } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { dayInSight, storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';

/** How much of what a day asks stands in one place. */
export interface PlacedShare {
  readonly placement: PlacementKind;
  /** On whose list; null for what is on nobody's. */
  readonly memberId: string | null;
  /** The day on which it is asked again; null: not put off, or not planned yet. */
  readonly deferredTo: Day | null;
  readonly count: number;
}

// What is the member's own by the plan, wherever it went, and what stands on the member's list, whosever it was.
const SUM = statement(
  'sum of a day',
  `select mine.placement, mine."memberId", mine."deferredTo", count(*)::int as count
     from (select t.placement, t.store_id, o.owner_id as owner, t.who, st.zone, t.window_from,
                  case when t.placement in ('listed', 'handedOver') then t.member_id end as "memberId",
                  t.deferred_to as "deferredTo"
             from opportunity o
             join touch t on t.group_id = $1 and t.opportunity_id = o.id and t.state = 'due' and t.who = 'owner'
             join store st on st.group_id = $1 and st.id = t.store_id
            where o.group_id = $1 and o.owner_id = $3
           union all
           select t.placement, t.store_id, o.owner_id, t.who, st.zone, t.window_from, t.member_id, null
             from touch t
             join opportunity o on o.group_id = $1 and o.id = t.opportunity_id
             join store st on st.group_id = $1 and st.id = t.store_id
            where t.group_id = $1 and t.member_id = $3 and t.state = 'due' and t.placement in ('listed', 'handedOver')
              and not (t.who = 'owner' and o.owner_id is not distinct from $3)) mine
    where mine.window_from < ((($4::timestamptz at time zone mine.zone)::date + 1)::timestamp at time zone mine.zone)
      and ${storeInSight('mine.store_id', '$2::uuid')} and ${dayInSight('$3::uuid', '$2::uuid')}
    group by 1, 2, 3
    order by count desc, 1, 2, 3`,
);

/**
 * Where everything stands that is still asked of a member today: each touch of a person that is due by the end of the
 * day is counted once. Nothing is decided anew: it is read as it was placed.
 */
export function daySum(
  group: GroupDatabase,
  viewer: Viewer,
  memberId: string,
  now: number,
): Promise<readonly PlacedShare[]> {
  return group.sql<PlacedShare>(SUM, [group.groupId, viewer.memberId, memberId, new Date(now)]);
}
