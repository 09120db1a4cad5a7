import type { Channel, Origin, Reason } from '@beback/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { ChannelEnum, OriginEnum } from '../../graphql/enums.ts';
import { idOf, idOrNothing } from '../../graphql/global-id.ts';
import { pageOf, pageWish, unknownCursor } from '../../graphql/keyset-page.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { OpportunityType, opportunityInSight, storeSight } from '../opportunity/schema.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { type Inquiry, vehicleLabel } from './inquiry.ts';
import { COMMENT_FIELD, LEAD_STATUSES, type LeadStatus } from './lead-row.ts';
import { openRawText } from './raw-text.ts';
import { receiptOf } from './receipt.ts';
import { REVIEW_VERDICTS, reviewHeldLead, reviewWish } from './review-held-lead.ts';

export const LeadStatusEnum = builder.enumType('LeadStatus', {
  values: LEAD_STATUSES,
  description: 'What became of an inbound message: needsEyes and awaitsReview wait for a person.',
});

function leadInSight(context: RequestContext, id: string) {
  return { groupId_id: { groupId: memberOf(context).group.groupId, id }, ...storeSight(context) };
}

export const LeadType = builder.prismaNode('Lead', {
  description: 'An inbound message.',
  id: { resolve: ({ id }) => id },
  select: { id: true },
  nullable: true,
  findUnique: (id, context) => leadInSight(context, id),
  fields: (t) => ({
    receipt: t.string({
      description: 'What the sender of our form was told to name it by.',
      resolve: ({ id }) => receiptOf(id),
    }),
    status: t.field({
      type: LeadStatusEnum,
      select: { status: true },
      resolve: ({ status }) => status as LeadStatus,
    }),
    origin: t.field({ type: OriginEnum, select: { origin: true }, resolve: ({ origin }) => origin as Origin }),
    source: t.exposeString('source', { description: 'Who sent it, as it names itself.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    vehicle: t.string({
      nullable: true,
      select: { vehicles: true },
      resolve: ({ vehicles }) => vehicleLabel((vehicles as unknown as Pick<Inquiry, 'vehicles'>).vehicles[0]),
    }),
    comment: t.string({
      nullable: true,
      description: 'What the customer wrote. Hostile input: show it as text.',
      select: { groupId: true, commentSealed: true },
      resolve: ({ groupId, commentSealed }, _args, { resources }) =>
        commentSealed === null ? null : resources.seal.open(groupId, COMMENT_FIELD, commentSealed),
    }),
    raw: t.string({
      nullable: true,
      description: 'For managers: the whole document as it arrived. Hostile input: show it as text.',
      authScopes: { capability: 'storeBoard' },
      select: { rawTextId: true },
      resolve: async ({ rawTextId }, _args, context) => {
        if (rawTextId === null) return null;
        const bytes = await openRawText(memberOf(context).group, context.resources.seal, rawTextId);
        return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
      },
    }),
    preferredChannel: t.field({
      type: ChannelEnum,
      nullable: true,
      description: 'How the customer wants the answer.',
      select: { preferredChannel: true },
      resolve: ({ preferredChannel }) => preferredChannel as Channel | null,
    }),
    reviewedAt: t.expose('reviewedAt', { type: 'DateTime', nullable: true }),
    reviewedBy: t.field({
      type: MemberType,
      nullable: true,
      select: { reviewedById: true },
      resolve: ({ reviewedById }, _args, context) => (reviewedById === null ? null : loadMember(context, reviewedById)),
    }),
    reasons: t.field({
      type: [ReasonType],
      description: 'Why it waits for a person, or did.',
      select: { reasons: true, store: { select: { zone: true } } },
      resolve: ({ reasons, store: { zone } }) =>
        (reasons as unknown as readonly Reason[]).map((reason) => ({ reason, zone })),
    }),
    store: t.field({
      type: StoreType,
      nullable: true,
      select: { storeId: true },
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
    opportunity: t.prismaField({
      type: OpportunityType,
      nullable: true,
      select: { opportunityId: true },
      resolve: (query, { opportunityId }, _args, context) => {
        // Read before the question whether there is one: a query that nobody has read counts as forgotten.
        const wish = { ...query };
        if (opportunityId === null) return null;
        const where = opportunityInSight(context, opportunityId);
        return memberOf(context).group.prisma.opportunity.findUnique({ ...wish, where });
      },
    }),
  }),
});

builder.queryField('lead', (t) =>
  t.prismaField({
    type: LeadType,
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      memberOf(context).group.prisma.lead.findUnique({
        ...query,
        where: leadInSight(context, idOrNothing('Lead', id)),
      }),
  }),
);

builder.queryField('leads', (t) =>
  t.connection({
    type: LeadType,
    description: 'A store’s leads for its managers, the latest first.',
    authScopes: (_root, { storeId }) => ({ capability: 'storeBoard', store: storeId }),
    args: { storeId: t.arg.id({ required: true }), status: t.arg({ type: LeadStatusEnum }) },
    resolve: async (_root, args, context, info) => {
      const { prisma, groupId } = memberOf(context).group;
      const page = pageWish('Lead', args);
      const where = {
        groupId,
        storeId: idOf('Store', args.storeId),
        ...(args.status != null && { status: args.status }),
        ...storeSight(context),
      };
      const after =
        page.afterId === undefined
          ? undefined
          : await prisma.lead.findFirst({ where: { ...where, id: page.afterId }, select: { receivedAt: true } });
      if (after === null) throw unknownCursor();
      const rows = await prisma.lead.findMany({
        select: { id: true, receivedAt: true },
        ...(queryFromInfo({ context, info, typeName: 'Lead', path: ['edges', 'node'] }) as object),
        where:
          after === undefined
            ? where
            : {
                ...where,
                OR: [
                  { receivedAt: { lt: after.receivedAt } },
                  { receivedAt: after.receivedAt, id: { lt: page.afterId ?? '' } },
                ],
              },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: page.take,
      });
      return pageOf('Lead', page, rows);
    },
  }),
);

const ReviewVerdictEnum = builder.enumType('ReviewVerdict', { values: REVIEW_VERDICTS });

const ReviewLeadSuccessType = builder.objectRef<{ readonly leadId: string }>('ReviewLeadSuccess').implement({
  fields: (t) => ({
    lead: t.prismaField({
      type: LeadType,
      resolve: (query, { leadId }, _args, context) =>
        memberOf(context).group.prisma.lead.findUniqueOrThrow({ ...query, where: leadInSight(context, leadId) }),
    }),
  }),
});

const ReviewLeadInput = builder.inputType('ReviewLeadInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this decision: the same at each try.' }),
    leadId: t.id({ required: true }),
    verdict: t.field({ type: ReviewVerdictEnum, required: true }),
    firstName: t.string({ description: 'With accept: who it is of, where the reader of the raw text knows better.' }),
    lastName: t.string(),
    phone: t.string(),
    email: t.string(),
  }),
});

builder.mutationField('reviewLead', (t) =>
  t.field({
    type: ReviewLeadSuccessType,
    errors: {},
    description: 'Decides about a lead that was held for a person: it goes the way of every lead, or it is dismissed.',
    authScopes: { capability: 'storeBoard' },
    args: { input: t.arg({ type: ReviewLeadInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, matchKeys, clock } = context.resources;
      const wish = { ...parseInput(reviewWish, input), leadId: idOf('Lead', input.leadId), verdict: input.verdict };
      return reviewHeldLead(group, { seal, matchKeys }, viewer, wish, clock.now());
    },
  }),
);
