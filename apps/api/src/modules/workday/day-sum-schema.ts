import { builder } from '../../graphql/builder.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { daySum, type PlacedShare } from './day-sum.ts';
import { PlacementEnum } from './why-not-schema.ts';

const PlacedShareType = builder.objectRef<PlacedShare>('PlacedShare').implement({
  description: 'How much of what a day asks stands in one place.',
  fields: (t) => ({
    placement: t.expose('placement', { type: PlacementEnum }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: 'On whose list; null for what is on nobody’s.',
      resolve: ({ memberId }, _args, context) => (memberId === null ? null : loadMember(context, memberId)),
    }),
    deferredTo: t.expose('deferredTo', {
      type: 'Day',
      nullable: true,
      description: 'The day on which it is asked again. Null: not put off, or not planned yet.',
    }),
    count: t.exposeInt('count'),
  }),
});

builder.queryField('daySum', (t) =>
  t.field({
    type: [PlacedShareType],
    description:
      'Where everything stands that is still asked of a member today: steps with the member’s own customers, wherever they went, and whatever stands on the member’s list. The counts add up to all of it. Without memberId: the signed-in member’s own day.',
    args: { memberId: t.arg.id() },
    authScopes: (_root, { memberId }) => ({ signedIn: true, day: memberId }),
    resolve: async (_root, { memberId }, context) => {
      const { viewer, group } = memberOf(context);
      const asked = typeof memberId === 'string' ? idOf('Member', memberId) : viewer.memberId;
      return [...(await daySum(group, viewer, asked, context.resources.clock.now()))];
    },
  }),
);
