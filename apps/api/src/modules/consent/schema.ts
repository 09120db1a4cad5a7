import { builder } from '../../graphql/builder.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { ConsentChannelEnum, ConsentLedgerType, ConsentPurposeEnum, ledgerOf } from './ledger-type.ts';
import { ALL, actWish, recordAct, SAID_BY } from './record-act.ts';

const SaidByEnum = builder.enumType('SaidBy', {
  values: SAID_BY,
  description: 'How the customer said it to a person of the store.',
});

builder.queryField('consents', (t) =>
  t.field({
    type: ConsentLedgerType,
    description: 'The consent ledger of an opportunity’s customer.',
    authScopes: { signedIn: true },
    args: { opportunityId: t.arg.id({ required: true }) },
    resolve: (_root, { opportunityId }, context) => ledgerOf(context, idOf('Opportunity', opportunityId)),
  }),
);

const RecordActSuccessType = builder.objectRef<{ readonly opportunityId: string; readonly actId: string }>(
  'RecordActSuccess',
);
RecordActSuccessType.implement({
  fields: (t) => ({
    ledger: t.field({
      type: ConsentLedgerType,
      resolve: ({ opportunityId }, _args, context) => ledgerOf(context, opportunityId),
    }),
  }),
});

const KEY = 'The client’s name for this wish: the same at each try.';
const WORDS = 'What the customer said, in his own words.';

const RecordRevocationInput = builder.inputType('RecordRevocationInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    opportunityId: t.id({ required: true }),
    channel: t.field({ type: ConsentChannelEnum, defaultValue: ALL }),
    purpose: t.field({ type: ConsentPurposeEnum, defaultValue: 'marketing' }),
    scopeChosen: t.boolean({ defaultValue: false, description: 'The customer wants exactly this stopped, no more.' }),
    how: t.field({ type: SaidByEnum, required: true }),
    words: t.string({ required: true, description: WORDS }),
    at: t.field({ type: 'DateTime', description: 'When it was said; absent: now.' }),
  }),
});

const RecordConsentInput = builder.inputType('RecordConsentInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: KEY }),
    opportunityId: t.id({ required: true }),
    channel: t.field({ type: ConsentChannelEnum, required: true }),
    purpose: t.field({ type: ConsentPurposeEnum, required: true }),
    written: t.boolean({ defaultValue: false, description: 'On paper or a form: clearly shown, signed or ticked.' }),
    how: t.field({ type: SaidByEnum, required: true }),
    words: t.string({ required: true, description: WORDS }),
    at: t.field({ type: 'DateTime', description: 'When it was said; absent: now.' }),
  }),
});

builder.mutationField('recordRevocation', (t) =>
  t.field({
    type: RecordActSuccessType,
    errors: {},
    description: 'Writes down that a customer stopped something. It holds at once, in all stores of the group.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RecordRevocationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const told = parseInput(actWish, {
        ...input,
        channel: input.channel ?? ALL,
        purpose: input.purpose ?? 'marketing',
      });
      const opportunityId = idOf('Opportunity', input.opportunityId);
      const scopeChosen = input.scopeChosen ?? false;
      const wish = {
        ...told,
        opportunityId,
        act: 'revoked',
        written: false,
        scopeChosen,
        at: input.at ?? undefined,
      } as const;
      return { opportunityId, actId: await recordAct(group, seal, viewer, wish, clock.now()) };
    },
  }),
);

builder.mutationField('recordConsent', (t) =>
  t.field({
    type: RecordActSuccessType,
    errors: {},
    description: 'Writes down that a customer asked to be contacted. It opens what it names, and nothing else.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RecordConsentInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const told = parseInput(actWish, input);
      const opportunityId = idOf('Opportunity', input.opportunityId);
      const written = input.written ?? false;
      const wish = {
        ...told,
        opportunityId,
        act: 'given',
        written,
        scopeChosen: true,
        at: input.at ?? undefined,
      } as const;
      return { opportunityId, actId: await recordAct(group, seal, viewer, wish, clock.now()) };
    },
  }),
);
