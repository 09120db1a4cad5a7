import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { type PageArguments, pageOf, pageWish, unknownCursor } from '../../graphql/keyset-page.ts';
import { ACTIVITY_COLUMNS, type ActivityView } from '../activity/activity-view.ts';
import type { MemberBoard } from './member-board.ts';

const CURSOR = statement(
  'cursor of an activity',
  `select f.at
     from fact f
    where f.group_id = $1 and f.id = $4 and f.member_id = $2 and f.store_id = $3 and f.kind = 'activity.logged'`,
);

// The days of the board begin and end in the store's zone.
const ACTIVITIES = statement(
  'activities of a member',
  `select ${ACTIVITY_COLUMNS}
     from fact f
     left join note n on n.group_id = $1 and n.fact_id = f.id
    where f.group_id = $1 and f.member_id = $2 and f.store_id = $3 and f.kind = 'activity.logged'
      and f.at >= ($4::date::timestamp at time zone $6) and f.at < (($5::date + 1)::timestamp at time zone $6)
      and ($7::timestamptz is null or (f.at, f.id) < ($7, $8::uuid))
    order by f.at desc, f.id desc
    limit $9`,
);

/** What the person says was done on the board's days, the latest first. The board itself was in the viewer's sight. */
export async function memberActivities(group: GroupDatabase, board: MemberBoard, page: PageArguments) {
  const { groupId } = group;
  const { member, store, from, to } = board;
  const wish = pageWish('Activity', page);
  const { take, afterId } = wish;
  const after = afterId === undefined ? null : await cursorAt(group, board, afterId);
  const parameters = [groupId, member.id, store.id, from, to, store.zone, after, afterId ?? null, take];
  return pageOf('Activity', wish, await group.sql<ActivityView>(ACTIVITIES, parameters));
}

async function cursorAt(group: GroupDatabase, { member, store }: MemberBoard, afterId: string): Promise<Date> {
  const [row] = await group.sql<{ readonly at: Date }>(CURSOR, [group.groupId, member.id, store.id, afterId]);
  if (row === undefined) throw unknownCursor();
  return row.at;
}
