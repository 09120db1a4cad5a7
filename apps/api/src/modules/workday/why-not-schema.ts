import { PLACEMENT_KINDS } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { ChannelEnum } from '../../graphql/enums.ts';
import { InputError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import type { CustomerWish } from './find-opportunities.ts';
import { TouchStateEnum } from './schema.ts';
import { type StandingTouch, type WhyNot, whyNot } from './why-not.ts';

/** A few answers of a few steps with a few reasons each. */
const FEW = { complexity: { field: 5, multiplier: 5 } } as const;

export const PlacementEnum = builder.enumType('Placement', {
  values: PLACEMENT_KINDS,
  description:
    'listed: on the list of whose it is; handedOver: on somebody else’s; automated: left to the server; deferred: asked again on another day; blocked: forbidden today.',
});

const StandingTouchType = builder.objectRef<StandingTouch>('StandingTouch').implement({
  description: 'A step about a customer and where it stands today.',
  fields: (t) => ({
    taskId: t.id({ resolve: ({ row }) => encodeGlobalId('Task', row.id) }),
    channel: t.field({ type: ChannelEnum, resolve: ({ row }) => row.channel }),
    state: t.field({ type: TouchStateEnum, resolve: ({ row }) => row.state }),
    from: t.field({ type: 'DateTime', resolve: ({ row }) => row.windowFrom }),
    deadline: t.field({ type: 'DateTime', resolve: ({ row }) => row.deadline }),
    placement: t.field({
      type: PlacementEnum,
      nullable: true,
      description: 'Null for a step that is over.',
      resolve: ({ row }) => (row.state === 'due' ? row.placement : null),
    }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: 'On whose list it stands, or whose it is.',
      resolve: ({ row }, _args, context) => (row.memberId === null ? null : loadMember(context, row.memberId)),
    }),
    deferredTo: t.field({
      type: 'Day',
      nullable: true,
      description: 'The day on which it is asked again.',
      resolve: ({ row }) => (row.state === 'due' ? row.deferredTo : null),
    }),
    reasons: t.field({
      ...FEW,
      type: [ReasonType],
      description: 'Why it stands there, then why it is asked for.',
      resolve: ({ reasons, zone }) => reasons.map((reason) => ({ reason, zone })),
    }),
  }),
});

const WhyNotType = builder.objectRef<WhyNot>('WhyNot').implement({
  description: 'Why a customer is on a person’s list today, or not.',
  fields: (t) => ({
    opportunityId: t.id({ resolve: ({ opportunity }) => encodeGlobalId('Opportunity', opportunity.id) }),
    customerName: t.string({ nullable: true, resolve: ({ opportunity }) => opportunity.customerName ?? null }),
    vehicle: t.string({ nullable: true, resolve: ({ opportunity }) => opportunity.vehicle }),
    storeName: t.string({ resolve: ({ opportunity }) => opportunity.storeName }),
    zone: t.string({
      description: 'IANA zone of the store: its times are told in it.',
      resolve: ({ opportunity }) => opportunity.zone,
    }),
    onList: t.exposeBoolean('onList'),
    touches: t.field({
      ...FEW,
      type: [StandingTouchType],
      description: 'What is due by the end of today; else the next step to come; else the last one that there was.',
      resolve: ({ touches }) => [...touches],
    }),
    reasons: t.field({
      ...FEW,
      type: [ReasonType],
      description: 'The answer in short.',
      resolve: ({ reasons, opportunity: { zone } }) => reasons.map((reason) => ({ reason, zone })),
    }),
  }),
});

builder.queryField('whyNot', (t) =>
  t.field({
    ...FEW,
    type: [WhyNotType],
    description:
      'Why is this customer not on my list? By opportunity, or by words of a name or digits of a number among the member’s customers. Without memberId: the signed-in member’s own list.',
    args: { opportunityId: t.arg.id(), customer: t.arg.string(), memberId: t.arg.id() },
    authScopes: (_root, { memberId }) => ({ signedIn: true, day: memberId }),
    resolve: async (_root, { opportunityId, customer, memberId }, context) => {
      const { viewer, group } = memberOf(context);
      const asked = typeof memberId === 'string' ? idOf('Member', memberId) : viewer.memberId;
      const { seal, clock } = context.resources;
      const wish = { ...wishOf(opportunityId, customer), memberId: asked };
      return [...(await whyNot(group, seal, viewer, wish, clock.now()))];
    },
  }),
);

const LONGEST_SEARCH = 100;

function wishOf(opportunityId: string | null | undefined, customer: string | null | undefined): CustomerWish {
  if (typeof opportunityId === 'string') return { opportunityId: idOf('Opportunity', opportunityId) };
  if (typeof customer !== 'string' || customer.length > LONGEST_SEARCH) {
    throw new InputError(
      'customer',
      `opportunityId, or words of a name or digits of a number: at most ${LONGEST_SEARCH} characters`,
    );
  }
  return { customer };
}
