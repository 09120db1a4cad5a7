import { CHANNELS, judgePhone, LAW_TABLE_VERSION, PURPOSES } from '@beback/core';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { ChannelEnum, PurposeEnum } from '../../graphql/enums.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { phoneInput } from '../customer/contact-input.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { opportunityInSight } from '../opportunity/schema.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { type EvidenceEntry, type EvidenceFile, loadEvidenceFile } from './load-evidence-file.ts';
import { type Ledger, type LedgerAct, loadLedger } from './load-ledger.ts';
import { ALL, actWish, recordAct, SAID_BY } from './record-act.ts';

const ConsentActEnum = builder.enumType('ConsentActKind', { values: ['given', 'revoked'] });
const ConsentChannelEnum = builder.enumType('ConsentChannel', {
  values: [...CHANNELS, ALL],
  description: 'A channel, or every one.',
});
const ConsentPurposeEnum = builder.enumType('ConsentPurpose', {
  values: [...PURPOSES, ALL],
  description: 'A purpose, or every one.',
});
const SaidByEnum = builder.enumType('SaidBy', {
  values: SAID_BY,
  description: 'How the customer said it to a person of the store.',
});

const LedgerActType = builder.objectRef<LedgerAct>('ConsentAct').implement({
  description: 'Something that the customer allowed or stopped. Never changed; a later one counts.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('ConsentAct', id) }),
    act: t.expose('act', { type: ConsentActEnum }),
    channel: t.expose('channel', { type: ConsentChannelEnum }),
    purpose: t.expose('purpose', { type: ConsentPurposeEnum }),
    how: t.exposeString('how', { description: 'By which way it came: `text: word`, `note: offTheList`, `inPerson`.' }),
    wording: t.exposeString('wording', { nullable: true, description: 'The version of the text that was agreed to.' }),
    written: t.exposeBoolean('written', { description: 'In writing in the law’s sense.' }),
    scopeChosen: t.exposeBoolean('scopeChosen', {
      description:
        'The customer chose exactly this. Else a revocation that touches marketing ends it on every channel.',
    }),
    at: t.expose('at', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    words: t.exposeString('words', {
      nullable: true,
      description: 'What the customer said, where this store heard it. Hostile input: show it as text.',
    }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => (storeId === null ? null : loadStore(context, storeId)),
    }),
    recordedBy: t.field({
      type: MemberType,
      nullable: true,
      description: 'Who wrote it down; null: the customer did it himself.',
      resolve: ({ memberId }, _args, context) => (memberId === null ? null : loadMember(context, memberId)),
    }),
  }),
});

const StandingConsentType = builder.objectRef<Ledger['standing'][number]>('StandingConsent').implement({
  description: 'The customer’s latest word on one channel and purpose.',
  fields: (t) => ({
    channel: t.expose('channel', { type: ChannelEnum }),
    purpose: t.expose('purpose', { type: PurposeEnum }),
    state: t.field({
      type: ConsentActEnum,
      nullable: true,
      description: 'Null: nothing was said.',
      resolve: ({ state }) => (state.kind === 'none' ? null : state.kind),
    }),
  }),
});

const ConsentLedgerType = builder.objectRef<Ledger>('ConsentLedger').implement({
  description: 'What a customer said about being contacted, in all stores of the group.',
  fields: (t) => ({
    acts: t.expose('acts', { type: [LedgerActType], description: 'The latest first.' }),
    standing: t.expose('standing', { type: [StandingConsentType] }),
  }),
});

/** The customer of an opportunity in the viewer's sight, and his ledger. */
async function ledgerOf(context: RequestContext, opportunityId: string): Promise<Ledger> {
  const { viewer, group } = memberOf(context);
  const where = opportunityInSight(context, opportunityId);
  const found = await group.prisma.opportunity.findUnique({ where, select: { customerId: true } });
  if (found === null) throw new NotFoundError('Opportunity');
  return loadLedger(group, context.resources.seal, group.groupId, viewer.memberId, found.customerId);
}

builder.queryField('consents', (t) =>
  t.field({
    type: ConsentLedgerType,
    description: 'The consent ledger of an opportunity’s customer.',
    authScopes: { signedIn: true },
    args: { opportunityId: t.arg.id({ required: true }) },
    resolve: (_root, { opportunityId }, context) => ledgerOf(context, idOf('Opportunity', opportunityId)),
  }),
);

const EvidenceEntryType = builder.objectRef<EvidenceEntry>('EvidenceEntry').implement({
  description: 'One thing that happened between the store and whoever has the number.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.exposeString('kind', { description: 'A fact’s kind, `message.outgoing` or `message.incoming`.' }),
    channel: t.expose('channel', { type: ChannelEnum, nullable: true }),
    purpose: t.expose('purpose', { type: PurposeEnum, nullable: true }),
    state: t.exposeString('state', { nullable: true, description: 'Of an outgoing message.' }),
    words: t.exposeString('words', { nullable: true, description: 'What was written or said. Show it as text.' }),
    verdict: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What contact law said at that moment: rule, source and dates in each reason.',
      resolve: ({ verdict }) => verdict,
    }),
    data: t.field({ type: 'JSON', resolve: ({ data }) => data }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => (storeId === null ? null : loadStore(context, storeId)),
    }),
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => (memberId === null ? null : loadMember(context, memberId)),
    }),
  }),
});

const EvidenceFileType = builder.objectRef<EvidenceFile>('EvidenceFile').implement({
  description: 'All that bears on one phone number.',
  fields: (t) => ({
    asOf: t.field({ type: 'DateTime', resolve: (_file, _args, { resources }) => resources.clock.now() }),
    lawTable: t.string({ description: 'The version of the law tables today.', resolve: () => LAW_TABLE_VERSION }),
    ledgers: t.expose('ledgers', { type: [ConsentLedgerType], description: 'One for each customer with the number.' }),
    entries: t.expose('entries', { type: [EvidenceEntryType], description: 'From the earliest to the latest.' }),
  }),
});

builder.queryField('evidence', (t) =>
  t.field({
    type: EvidenceFileType,
    description: 'The whole file for one number, for those who answer for a store. Send the number as a variable.',
    authScopes: { capability: 'storeBoard' },
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, args, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, matchKeys } = context.resources;
      const { number } = parseInput(z.object({ number: phoneInput }), args);
      const judged = judgePhone(number, []);
      if (judged.grade === 'junk') throw new NotFoundError('Number');
      const phoneKey = matchKeys.phoneKey(group.groupId, judged.value.e164);
      return loadEvidenceFile(group, seal, group.groupId, viewer.memberId, phoneKey);
    },
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
