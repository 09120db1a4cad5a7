import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { memberInSightSql } from './sight-sql.ts';
import type { Viewer } from './viewer.ts';

const IN_SIGHT = statement('member in sight', `select 1 where ${memberInSightSql('$3::uuid', '$2')}`);

/** Whether the member works in a store that the viewer works in, or the viewer sees the group. */
export async function memberInSight(group: GroupDatabase, viewer: Viewer, memberId: string): Promise<boolean> {
  const rows = await group.sql(IN_SIGHT, [group.groupId, viewer.memberId, memberId]);
  return rows.length > 0;
}
