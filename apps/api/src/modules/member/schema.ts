import type { Role } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { inOrderOf, memberOf } from '../../graphql/load-nodes.ts';
import { memberInSightSql } from '../access/sight-sql.ts';

/** A person of the group as screens name it: with a number to dial. */
export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
}

const MEMBERS = statement(
  'members by id',
  `select m.id, m.name, m.role, m.phone
     from member m
    where m.group_id = $1 and m.id = any($3) and ${memberInSightSql('m.id', '$2')}`,
);

async function membersById(context: RequestContext, ids: string[]): Promise<readonly (MemberView | null)[]> {
  const { viewer, group } = memberOf(context);
  return inOrderOf(ids, await group.sql<MemberView>(MEMBERS, [group.groupId, viewer.memberId, ids]));
}

/** A member for a field of something else; null for one that is not in the viewer's sight. */
export const loadMember = batched<MemberView>(membersById);

export const MemberType = builder.node(builder.objectRef<MemberView>('Member'), {
  description: 'A person of the group.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => [...(await membersById(context, ids))],
  fields: (t) => ({
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum }),
    phone: t.exposeString('phone', { nullable: true, description: 'E.164, to dial.' }),
  }),
});
