import { memberInSightSql } from '../access/sight-sql.ts';
import { roleOpens } from '../board/board-sight.ts';

/**
 * The viewer may say that the member is away or back: the member himself, or who runs the days of a store in which the
 * member works. The database's own check under the scopes; `$1` is the group.
 *
 * @param member - an expression of the member's id
 * @param viewer - the placeholder of the viewer's member id
 */
export function absenceInSight(member: string, viewer: string): string {
  return `(${member} = ${viewer} or (${roleOpens('manageDay', viewer)} and ${memberInSightSql(member, viewer)}))`;
}
