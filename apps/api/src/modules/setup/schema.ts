import { builder } from '../../graphql/builder.ts';
import { DepartmentKindEnum } from '../../graphql/enums.ts';
import { NotAllowedError } from '../../graphql/errors.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { isEmptyDatabase, type SetUp, setUp } from './set-up.ts';
import { isSetUpToken } from './set-up-token.ts';
import { setUpWish } from './set-up-wish.ts';

builder.queryField('setUpOpen', (t) =>
  t.boolean({
    description: 'Public: the database is empty, and whoever has the token of this server’s start can set it up.',
    resolve: (_root, _args, { resources: { gateway, setUpToken } }) =>
      setUpToken === undefined ? false : isEmptyDatabase(gateway),
  }),
);

const SetUpSuccessType = builder.objectRef<SetUp>('SetUpSuccess').implement({
  description: 'The administrator can sign in now.',
  fields: (t) => ({
    storeId: t.id({ resolve: ({ storeId }) => encodeGlobalId('Store', storeId) }),
    memberId: t.id({ resolve: ({ memberId }) => encodeGlobalId('Member', memberId) }),
  }),
});

const SetUpHoursInput = builder.inputType('SetUpHoursInput', {
  description: 'A span of opening hours by the store’s own clock. Several on a weekday mean breaks between them.',
  fields: (t) => ({
    weekday: t.int({ required: true, description: 'Monday = 1 … Sunday = 7; a weekday without a span is closed.' }),
    opens: t.string({ required: true, description: 'HH:MM' }),
    closes: t.string({ required: true, description: 'HH:MM, at most 24:00' }),
  }),
});

const SetUpStoreInput = builder.inputType('SetUpStoreInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    zone: t.string({ required: true, description: 'IANA: America/Chicago.' }),
    country: t.string({ required: true, description: 'US or CA.' }),
    phone: t.string(),
    email: t.string(),
    hours: t.field({ type: [SetUpHoursInput], required: true }),
    departments: t.field({ type: [DepartmentKindEnum], description: 'Absent: sales and internet.' }),
  }),
});

const SetUpAdministratorInput = builder.inputType('SetUpAdministratorInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    email: t.string({ required: true, description: 'Signs in with it.' }),
    password: t.string({ required: true }),
  }),
});

const SetUpInput = builder.inputType('SetUpInput', {
  fields: (t) => ({
    token: t.string({ required: true, description: 'As the server printed it when it started.' }),
    groupName: t.string({ required: true }),
    store: t.field({ type: SetUpStoreInput, required: true }),
    administrator: t.field({ type: SetUpAdministratorInput, required: true }),
  }),
});

builder.mutationField('setUp', (t) =>
  t.field({
    type: SetUpSuccessType,
    errors: {},
    description: 'Makes the first group, store and administrator of an empty database. Once.',
    args: { input: t.arg({ type: SetUpInput, required: true }) },
    resolve: async (_root, { input }, { resources, requestId }) => {
      const { gateway, clock, log, setUpToken } = resources;
      if (setUpToken === undefined || !isSetUpToken(input.token, setUpToken)) {
        throw new NotAllowedError('The token is not the one that this server printed when it started');
      }
      const made = await setUp(gateway, parseInput(setUpWish, input), clock.now());
      log.info({ requestId, groupId: made.groupId }, 'set up');
      return made;
    },
  }),
);
