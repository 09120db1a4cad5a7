import { ROLES, type Role } from '@beback/core';
import { storeInSight } from '../access/sight-sql.ts';
import { type Capability, roleHas } from '../access/viewer.ts';

// The database's own check under the scopes, as in access: aliases that no statement around uses.

/** The viewer's role opens it, whatever a resolver's scopes have said before. `$1` is the group. */
export function roleOpens(capability: Capability, viewer: string): string {
  const roles: readonly Role[] = ROLES.filter((role) => roleHas(role, capability));
  return `exists (
       select from member sight_reader
        where sight_reader.group_id = $1 and sight_reader.id = ${viewer} and sight_reader.active
          and sight_reader.role in (${roles.map((role) => `'${role}'`).join(', ')}))`;
}

/**
 * The viewer answers for the store: a manager of it, or somebody who sees the group.
 *
 * @param store - an expression of the store's id, such as `s.id`
 * @param viewer - the placeholder of the viewer's member id, such as `$2`
 */
export function boardInSight(store: string, viewer: string): string {
  return `${roleOpens('storeBoard', viewer)} and ${storeInSight(store, viewer)}`;
}
