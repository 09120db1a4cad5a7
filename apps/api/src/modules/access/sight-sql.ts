import { GROUP_SIGHT_ROLES } from './viewer.ts';

const GROUP_ROLES = GROUP_SIGHT_ROLES.map((role) => `'${role}'`).join(', ');

/**
 * A condition that the database itself checks: the member `viewer` sees the store, by role or by assignment. It stands
 * in every statement that shows what belongs to a store, whatever a resolver's scopes have said before.
 *
 * @param store - an expression of the store's id, such as `t.store_id`
 * @param viewer - the placeholder of the viewer's member id, such as `$2`; `$1` is the group
 */
export function storeInSight(store: string, viewer: string): string {
  return `exists (
       select from member v
        where v.group_id = $1 and v.id = ${viewer} and v.active
          and (v.role in (${GROUP_ROLES})
               or exists (select from assignment s
                           where s.group_id = $1 and s.member_id = v.id and s.store_id = ${store})))`;
}

/**
 * As {@link storeInSight}, for what belongs to a member: the viewer himself, somebody of a store that both work in, or
 * anybody for those who see the group.
 */
export function memberInSightSql(member: string, viewer: string): string {
  return `exists (
       select from member v
        where v.group_id = $1 and v.id = ${viewer} and v.active
          and (v.id = ${member}
               or v.role in (${GROUP_ROLES})
               or exists (select from assignment mine
                            join assignment theirs on theirs.group_id = $1 and theirs.store_id = mine.store_id
                           where mine.group_id = $1 and mine.member_id = v.id and theirs.member_id = ${member})))`;
}
