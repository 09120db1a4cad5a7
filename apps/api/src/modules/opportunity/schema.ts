import { OPPORTUNITY_STATUSES, type OpportunityStatus, type Origin, type Reason } from '@beback/core';
import type { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { OriginEnum } from '../../graphql/enums.ts';
import { idOrNothing } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { seesGroup } from '../access/viewer.ts';
import { fullName, openPerson } from '../customer/customer-person.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { loadStore, StoreType } from '../store/schema.ts';

const OpportunityStatusEnum = builder.enumType('OpportunityStatus', { values: OPPORTUNITY_STATUSES });

/** What of a store's rows the viewer sees, in Prisma's terms: the same as `storeInSight` in SQL. */
export function storeSight(context: RequestContext) {
  const { viewer } = memberOf(context);
  return seesGroup(viewer) ? {} : { store: { assignments: { some: { memberId: viewer.memberId } } } };
}

/** The one opportunity of an id, if it is in the viewer's sight. */
export function opportunityInSight(context: RequestContext, id: string): Prisma.OpportunityWhereUniqueInput {
  return { groupId_id: { groupId: memberOf(context).group.groupId, id }, ...storeSight(context) };
}

export const OpportunityType = builder.prismaNode('Opportunity', {
  description: 'A buying episode of a customer.',
  id: { resolve: ({ id }) => id },
  select: { id: true },
  nullable: true,
  findUnique: (id, context) => opportunityInSight(context, id),
  fields: (t) => ({
    customerName: t.string({
      nullable: true,
      select: { groupId: true, customer: { select: { person: { select: { nameSealed: true } } } } },
      resolve: ({ groupId, customer }, _args, { resources }) =>
        fullName(openPerson(resources.seal, groupId, customer.person?.nameSealed ?? null).name) ?? null,
    }),
    vehicle: t.exposeString('vehicle', { nullable: true }),
    origin: t.field({ type: OriginEnum, select: { origin: true }, resolve: ({ origin }) => origin as Origin }),
    status: t.field({
      type: OpportunityStatusEnum,
      select: { status: true },
      resolve: ({ status }) => status as OpportunityStatus,
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    owner: t.field({
      type: MemberType,
      nullable: true,
      select: { ownerId: true },
      resolve: ({ ownerId }, _args, context) => (ownerId === null ? null : loadMember(context, ownerId)),
    }),
    whoGotIt: t.field({
      type: [ReasonType],
      description:
        'Why the owner got the latest lead, and why somebody else answers it where the owner is away. Empty: a person decided.',
      select: { routedReasons: true, store: { select: { zone: true } } },
      resolve: ({ routedReasons, store: { zone } }) =>
        (routedReasons as unknown as readonly Reason[]).map((reason) => ({ reason, zone })),
    }),
    store: t.field({
      type: StoreType,
      nullable: true,
      select: { storeId: true },
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
  }),
});

builder.queryField('opportunity', (t) =>
  t.prismaField({
    type: OpportunityType,
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      memberOf(context).group.prisma.opportunity.findUnique({
        ...query,
        where: opportunityInSight(context, idOrNothing('Opportunity', id)),
      }),
  }),
);
