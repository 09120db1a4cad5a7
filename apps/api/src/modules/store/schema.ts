import type { DepartmentKind } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { DepartmentKindEnum } from '../../graphql/enums.ts';
import { inOrderOf, memberOf } from '../../graphql/load-nodes.ts';
import { storeInSight } from '../access/sight-sql.ts';

export interface GroupView {
  readonly id: string;
  readonly name: string;
}

export interface StoreView {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly phone: string | null;
}

export interface DepartmentView {
  readonly id: string;
  readonly kind: DepartmentKind;
  readonly name: string;
}

const STORES = statement(
  'stores by id',
  `select s.id, s.name, s.zone, s.phone
     from store s
    where s.group_id = $1 and s.id = any($3) and ${storeInSight('s.id', '$2')}`,
);

/** Every store that the viewer sees, by name. */
export const STORES_IN_SIGHT = statement(
  'stores in sight',
  `select s.id, s.name, s.zone, s.phone
     from store s
    where s.group_id = $1 and ${storeInSight('s.id', '$2')}
    order by s.name, s.id`,
);

const DEPARTMENTS = statement(
  'departments by id',
  `select d.id, d.kind, d.name
     from department d
    where d.group_id = $1 and d.id = any($3) and ${storeInSight('d.store_id', '$2')}`,
);

const DEPARTMENTS_OF_STORE = statement(
  'departments of a store',
  `select d.id, d.kind, d.name
     from department d
    where d.group_id = $1 and d.store_id = $3 and ${storeInSight('d.store_id', '$2')}
    order by d.kind`,
);

export const GroupType = builder.node(builder.objectRef<GroupView>('Group'), {
  description: 'A dealer group.',
  id: { resolve: ({ id }) => id },
  loadOne: async (id: string, context) => {
    const { group } = memberOf(context);
    return group.prisma.group.findUnique({ where: { id }, select: { id: true, name: true } });
  },
  fields: (t) => ({ name: t.exposeString('name') }),
});

async function departmentsById(context: RequestContext, ids: string[]): Promise<readonly (DepartmentView | null)[]> {
  const { viewer, group } = memberOf(context);
  return inOrderOf(ids, await group.sql<DepartmentView>(DEPARTMENTS, [group.groupId, viewer.memberId, ids]));
}

/** A department for a field of something else; null for one that is not in the viewer's sight. */
export const loadDepartment = batched<DepartmentView>(departmentsById);

export const DepartmentType = builder.node(builder.objectRef<DepartmentView>('Department'), {
  description: 'A part of a store.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => [...(await departmentsById(context, ids))],
  fields: (t) => ({ kind: t.expose('kind', { type: DepartmentKindEnum }), name: t.exposeString('name') }),
});

async function storesById(context: RequestContext, ids: string[]): Promise<readonly (StoreView | null)[]> {
  const { viewer, group } = memberOf(context);
  return inOrderOf(ids, await group.sql<StoreView>(STORES, [group.groupId, viewer.memberId, ids]));
}

/** A store for a field of something else; null for one that is not in the viewer's sight. */
export const loadStore = batched<StoreView>(storesById);

export const StoreType = builder.node(builder.objectRef<StoreView>('Store'), {
  description: 'A rooftop.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => [...(await storesById(context, ids))],
  fields: (t) => ({
    name: t.exposeString('name'),
    zone: t.exposeString('zone', { description: 'IANA zone: the store’s days and hours are counted in it.' }),
    phone: t.exposeString('phone', { nullable: true }),
    departments: t.field({
      type: [DepartmentType],
      resolve: async ({ id }, _args, context) => {
        const { viewer, group } = memberOf(context);
        return group.sql<DepartmentView>(DEPARTMENTS_OF_STORE, [group.groupId, viewer.memberId, id]);
      },
    }),
  }),
});
