import { builder } from '../../graphql/builder.ts';
import type { MemberCaller } from '../../graphql/context.ts';
import { MemberType } from '../member/schema.ts';
import { GroupType, STORES_IN_SIGHT, StoreType, type StoreView } from '../store/schema.ts';
import { CAPABILITIES, hasCapability } from './viewer.ts';

export const CapabilityEnum = builder.enumType('Capability', {
  values: CAPABILITIES,
  description: 'What the signed-in member may open; setting the clock hangs on the server’s settings too.',
});

const ViewerType = builder.objectRef<MemberCaller>('Viewer').implement({
  description: 'Who is signed in.',
  fields: (t) => ({
    member: t.field({
      type: MemberType,
      resolve: ({ viewer: { memberId, name, role, phone } }) => ({ id: memberId, name, role, phone }),
    }),
    group: t.field({
      type: GroupType,
      resolve: ({ viewer: { groupId, groupName } }) => ({ id: groupId, name: groupName }),
    }),
    stores: t.field({
      type: [StoreType],
      description: 'The stores that the member works in; all of the group for those who see it.',
      resolve: ({ viewer, group }) => group.sql<StoreView>(STORES_IN_SIGHT, [group.groupId, viewer.memberId]),
    }),
    capabilities: t.field({
      type: [CapabilityEnum],
      resolve: ({ viewer }, _args, { resources: { clock } }) =>
        CAPABILITIES.filter(
          (capability) => hasCapability(viewer, capability) && (capability !== 'setClock' || clock.settable),
        ),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: 'Null when nobody is signed in.',
    resolve: (_root, _args, { caller }) => (caller.kind === 'member' ? caller : null),
  }),
);
