import type { Channel, Disposition } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { storeInSight } from '../access/sight-sql.ts';

/** What somebody says was done: a fact, with its sealed note. */
export interface ActivityView {
  readonly id: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly storeId: string;
  readonly memberId: string;
  readonly opportunityId: string;
  readonly channel: Channel;
  readonly disposition: Disposition;
  readonly noteSealed: Uint8Array | null;
}

/** Columns of {@link ActivityView}, for a select list; the fact goes by the alias `f`, its note by `n`. */
export const ACTIVITY_COLUMNS = `f.id, f.at, f.recorded_at as "recordedAt", f.store_id as "storeId",
       f.member_id as "memberId", f.opportunity_id as "opportunityId", f.data ->> 'channel' as channel,
       f.data ->> 'disposition' as disposition, n.text_sealed as "noteSealed"`;

const ACTIVITIES = statement(
  'activities by id',
  `select ${ACTIVITY_COLUMNS}
     from fact f
     left join note n on n.group_id = $1 and n.fact_id = f.id
    where f.group_id = $1 and f.id = any($3) and f.kind = 'activity.logged' and ${storeInSight('f.store_id', '$2')}`,
);

/** Activities by id, in no order; those that do not exist or are not in the member's sight are left out. */
export function loadActivities(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  ids: readonly string[],
): Promise<readonly ActivityView[]> {
  return runner.sql<ActivityView>(ACTIVITIES, [groupId, viewerId, ids]);
}
