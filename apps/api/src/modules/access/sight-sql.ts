import { ROLES, type Role } from '@beback/core';
import { GROUP_SIGHT_ROLES, roleHas } from './viewer.ts';

const sqlList = (roles: readonly Role[]): string => roles.map((role) => `'${role}'`).join(', ');
const GROUP_ROLES = sqlList(GROUP_SIGHT_ROLES);
const BOARD_ROLES = sqlList(ROLES.filter((role) => roleHas(role, 'storeBoard')));

// Aliases that no statement around uses: an inner name hides an outer one without a word.

/**
 * A condition that the database itself checks: the member `viewer` sees the store, by role or by assignment. It stands
 * in every statement that shows what belongs to a store, whatever a resolver's scopes have said before.
 *
 * @param store - an expression of the store's id, such as `t.store_id`
 * @param viewer - the placeholder of the viewer's member id, such as `$2`; `$1` is the group
 */
export function storeInSight(store: string, viewer: string): string {
  return `exists (
       select from member sight_viewer
        where sight_viewer.group_id = $1 and sight_viewer.id = ${viewer} and sight_viewer.active
          and (sight_viewer.role in (${GROUP_ROLES})
               or exists (select from assignment sight_mine
                           where sight_mine.group_id = $1 and sight_mine.member_id = sight_viewer.id
                             and sight_mine.store_id = ${store})))`;
}

/**
 * As {@link storeInSight}, for a person's day: the viewer's own, those of the stores that the viewer manages, or
 * anybody's for those who see the group.
 */
export function dayInSight(member: string, viewer: string): string {
  return `(${member} = ${viewer}
       or exists (
         select from member sight_manager
          where sight_manager.group_id = $1 and sight_manager.id = ${viewer}
            and sight_manager.role in (${BOARD_ROLES}))
      and ${memberInSightSql(member, viewer)})`;
}

/**
 * As {@link storeInSight}, for what belongs to a member: the viewer himself, somebody of a store that both work in, or
 * anybody for those who see the group.
 */
export function memberInSightSql(member: string, viewer: string): string {
  return `exists (
       select from member sight_viewer
        where sight_viewer.group_id = $1 and sight_viewer.id = ${viewer} and sight_viewer.active
          and (sight_viewer.id = ${member}
               or sight_viewer.role in (${GROUP_ROLES})
               or exists (select from assignment sight_mine
                            join assignment sight_theirs
                              on sight_theirs.group_id = $1 and sight_theirs.store_id = sight_mine.store_id
                           where sight_mine.group_id = $1 and sight_mine.member_id = sight_viewer.id
                             and sight_theirs.member_id = ${member})))`;
}
