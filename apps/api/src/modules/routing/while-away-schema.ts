import { builder } from '../../graphql/builder.ts';
import { ChannelEnum, DispositionEnum } from '../../graphql/enums.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { AWAY_EVENT_KINDS, type AwayEvent, type WhileAway, whileAway } from './while-away.ts';

const AwayEventKindEnum = builder.enumType('AwayEventKind', {
  values: AWAY_EVENT_KINDS,
  description:
    'activity: a colleague logged something; lead: the customer inquired (again); reply: the customer wrote or called; delivered, lost: the deal ended.',
});

const AwayEventType = builder.objectRef<AwayEvent>('AwayEvent').implement({
  description: 'Something that happened with a customer while the customer’s owner was away.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('AwayEvent', id) }),
    kind: t.expose('kind', { type: AwayEventKindEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: 'Who did it; null: the customer, or nobody who is known here.',
      resolve: ({ memberId }, _args, context) => (memberId === null ? null : loadMember(context, memberId)),
    }),
    channel: t.expose('channel', { type: ChannelEnum, nullable: true }),
    disposition: t.expose('disposition', { type: DispositionEnum, nullable: true }),
    customerName: t.string({ nullable: true, resolve: ({ customerName }) => customerName ?? null }),
    vehicle: t.exposeString('vehicle', { nullable: true }),
    opportunityId: t.id({ resolve: ({ opportunityId }) => encodeGlobalId('Opportunity', opportunityId) }),
  }),
});

const WhileAwayType = builder.objectRef<WhileAway>('WhileAway').implement({
  description: 'What happened with the viewer’s customers while the viewer was away.',
  fields: (t) => ({
    absenceId: t.id({ resolve: ({ absence }) => encodeGlobalId('Absence', absence.absenceId) }),
    from: t.field({ type: 'Day', resolve: ({ absence }) => absence.from }),
    backOn: t.expose('backOn', { type: 'Day' }),
    zone: t.exposeString('zone', { description: 'IANA zone in which its times are told.' }),
    events: t.field({
      complexity: { field: 20, multiplier: 5 },
      type: [AwayEventType],
      description: 'The latest first.',
      resolve: ({ events }) => [...events],
    }),
    more: t.exposeBoolean('more', { description: 'There is more than is listed.' }),
  }),
});

builder.queryField('whileAway', (t) =>
  t.field({
    type: WhileAwayType,
    nullable: true,
    description: 'For who is back and has not said `catchUp` yet; null: nothing to catch up on.',
    authScopes: { signedIn: true },
    resolve: async (_root, _args, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      return (await whileAway(group, seal, viewer, clock.now())) ?? null;
    },
  }),
);
