import { builder } from '../../graphql/builder.ts';
import { DepartmentKindEnum, RoleEnum } from '../../graphql/enums.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { addMember, addMemberWish } from './add-member.ts';
import { loadMember, MemberType } from './schema.ts';

const AddMemberSuccessType = builder.objectRef<{ readonly memberId: string }>('AddMemberSuccess').implement({
  description: 'The member can sign in now.',
  fields: (t) => ({
    member: t.field({
      type: MemberType,
      resolve: async ({ memberId }, _args, context) => {
        const member = await loadMember(context, memberId);
        if (member === null) throw new Error(`member ${memberId} was added and is not to be found`);
        return member;
      },
    }),
  }),
});

const AssignmentInput = builder.inputType('AssignmentInput', {
  fields: (t) => ({
    storeId: t.id({ required: true }),
    department: t.field({ type: DepartmentKindEnum, description: 'Absent: the whole store.' }),
  }),
});

const AddMemberInput = builder.inputType('AddMemberInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    name: t.string({ required: true }),
    role: t.field({ type: RoleEnum, required: true }),
    email: t.string({ required: true, description: 'Signs in with it.' }),
    password: t.string({ required: true, description: 'To sign in with at first: 12 to 128 characters.' }),
    phone: t.string({ description: 'For colleagues to dial.' }),
    assignments: t.field({
      type: [AssignmentInput],
      required: true,
      description: 'The stores that the member works in. Roles that see the whole group need none.',
    }),
  }),
});

builder.mutationField('addMember', (t) =>
  t.field({
    type: AddMemberSuccessType,
    errors: {},
    description: 'Adds somebody who signs in; salespeople get leads from then on.',
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: AddMemberInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { group, viewer } = memberOf(context);
      const assignments = input.assignments.map((one) => ({ ...one, storeId: idOf('Store', one.storeId) }));
      const wish = parseInput(addMemberWish, { ...input, assignments });
      return addMember(group, viewer, wish, context.resources.clock.now());
    },
  }),
);
