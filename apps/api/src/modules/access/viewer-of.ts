import type { DirectoryDatabase, Gateway, GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Viewer } from './viewer.ts';

const MEMBERSHIPS = statement(
  'memberships of a user',
  `select group_id as "groupId", member_id as "memberId"
     from user_group
    where user_id = $1
    order by group_id
    limit 1`,
);

const VIEWER = statement(
  'viewer',
  `select g.name as "groupName", m.name, m.role, m.phone,
          array(select a.store_id from assignment a where a.group_id = $1 and a.member_id = $2) as "storeIds"
     from member m
     join dealer_group g on g.id = $1
    where m.group_id = $1 and m.id = $2 and m.active`,
);

/** A user's place in a group. */
export interface Membership {
  readonly groupId: string;
  readonly memberId: string;
}

/** The member that a signed-in user is, with the group entered; undefined for a user who is no active member anywhere. */
export async function viewerOf(
  gateway: Gateway,
  { userId, membership }: { readonly userId: string; readonly membership: Membership | undefined },
): Promise<{ readonly viewer: Viewer; readonly group: GroupDatabase } | undefined> {
  if (membership === undefined) return undefined;
  const { groupId, memberId } = membership;
  const group = gateway.enterGroup(groupId);
  const [member] = await group.sql<Omit<Viewer, keyof Membership | 'userId'>>(VIEWER, [groupId, memberId]);
  return member === undefined ? undefined : { viewer: { userId, memberId, groupId, ...member }, group };
}

/** A user's place in a group. Who belongs to several groups gets the first of them. */
export async function membershipOf(directory: DirectoryDatabase, userId: string): Promise<Membership | undefined> {
  const [row] = await directory.sql<Membership>(MEMBERSHIPS, [userId]);
  return row;
}
