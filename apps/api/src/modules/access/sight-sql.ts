import { GROUP_SIGHT_ROLES } from './viewer.ts';

const GROUP_ROLES = GROUP_SIGHT_ROLES.map((role) => `'${role}'`).join(', ');

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
