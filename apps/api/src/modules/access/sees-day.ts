import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { dayInSight } from './sight-sql.ts';
import type { Viewer } from './viewer.ts';

const SEES_DAY = statement('sees day', `select 1 where ${dayInSight('$3::uuid', '$2::uuid')}`);

/** Whether the viewer may look at a member's day: the own one, and those of the people whom the viewer manages. */
export async function seesDay(group: GroupDatabase, viewer: Viewer, memberId: string): Promise<boolean> {
  if (memberId === viewer.memberId) return true;
  const rows = await group.sql(SEES_DAY, [group.groupId, viewer.memberId, memberId]);
  return rows.length > 0;
}
