import { CHANNELS, type ContactVerdict, PURPOSES, type Reason } from '@beback/core';
import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { ChannelEnum, PurposeEnum } from '../../graphql/enums.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { opportunityInSight } from '../opportunity/schema.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { type LedgerAct, MOST_ACTS } from './load-acts.ts';
import type { GroundFact } from './load-grounds.ts';
import { type Ledger, loadLedgers } from './load-ledger.ts';
import { ALL } from './record-act.ts';
import { loadRefusedSends, type RefusedSend } from './refused-sends.ts';
import type { StandingNow } from './standing-now.ts';
import { wordingText } from './wordings.ts';

/** The two or three rules of a verdict, or the facts that it rests on: at hand. */
export const REASONS = { complexity: { field: 1, multiplier: 3 } } as const;
// A customer's own doing, at most 50 rows; most have said three things.
const ACTS = { complexity: { field: 5, multiplier: 10 } } as const;
// A line for each channel and purpose.
const STANDING = { complexity: { field: 10, multiplier: CHANNELS.length * PURPOSES.length } } as const;

const ConsentActEnum = builder.enumType('ConsentActKind', { values: ['given', 'revoked'] });
export const ConsentChannelEnum = builder.enumType('ConsentChannel', {
  values: [...CHANNELS, ALL],
  description: 'A channel, or every one.',
});
export const ConsentPurposeEnum = builder.enumType('ConsentPurpose', {
  values: [...PURPOSES, ALL],
  description: 'A purpose, or every one.',
});
export const VerdictKindEnum = builder.enumType('ContactVerdictKind', {
  values: ['allowed', 'notNow', 'never'] satisfies readonly ContactVerdict['kind'][],
  description: 'allowed: now; notNow: from another moment on; never: not before something changes.',
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
    wordingText: t.string({
      nullable: true,
      description:
        'The text itself: as the form’s submission kept it, else that of its version with the store’s name of then.',
      resolve: async ({ shown, wording, wordingStore, storeId }, _args, context) => {
        if (shown !== undefined || wording === null || storeId === null) return shown?.text ?? null;
        const store = await loadStore(context, storeId);
        return store === null ? null : (wordingText(wording, wordingStore ?? undefined) ?? null);
      },
    }),
    wordingComplete: t.boolean({
      description: 'False: which name the store bore when this was read was not kept; the text has a gap in its place.',
      resolve: ({ shown, wording, wordingStore }) => wording === null || shown !== undefined || wordingStore !== null,
    }),
    page: t.string({
      nullable: true,
      description: 'The page on which it was ticked, without its query.',
      resolve: ({ shown }) => shown?.page ?? null,
    }),
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

const GroundFactType = builder.objectRef<GroundFact>('GroundFact').implement({
  description: 'A fact that a verdict rests on: an act of the ledger, an inquiry, a purchase.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    at: t.expose('at', { type: 'DateTime' }),
    actId: t.id({
      nullable: true,
      description: 'Of an act of the ledger.',
      resolve: ({ id, kind }) => (kind.startsWith('consent.') ? encodeGlobalId('ConsentAct', id) : null),
    }),
  }),
});

/** What a resolver of one line needs of the whole ledger. */
interface StandingView extends StandingNow {
  readonly ledger: Ledger;
}

const StandingConsentType = builder.objectRef<StandingView>('StandingConsent').implement({
  description: 'The customer’s latest word on one channel and purpose, and what a person of the store may do now.',
  fields: (t) => ({
    channel: t.expose('channel', { type: ChannelEnum }),
    purpose: t.expose('purpose', { type: PurposeEnum }),
    state: t.field({
      type: ConsentActEnum,
      nullable: true,
      description: 'Null: nothing was said.',
      resolve: ({ state }) => state,
    }),
    verdict: t.field({
      type: VerdictKindEnum,
      nullable: true,
      description: 'Of a contact that a person makes at this moment; null for a store without a plan.',
      resolve: ({ verdict }) => verdict?.kind ?? null,
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it is allowed: the hour that closes first, or the ground that ends first.',
      resolve: ({ verdict }) => (verdict?.kind === 'allowed' ? verdict.until : null),
    }),
    next: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The next lawful moment, where now is none.',
      resolve: ({ verdict }) => (verdict?.kind === 'notNow' ? verdict.next : null),
    }),
    reasons: t.field({
      ...REASONS,
      type: [ReasonType],
      description: 'The rules that say so: id, source and dates in each one’s data.',
      resolve: ({ verdict, zone }) => (verdict?.reasons ?? []).map((reason) => ({ reason, zone })),
    }),
    restsOn: t.field({
      ...REASONS,
      type: [GroundFactType],
      description: 'The facts that it rests on.',
      resolve: ({ verdict, ledger }) => groundsOf(verdict?.reasons ?? [], ledger),
    }),
  }),
});

function groundsOf(reasons: readonly Reason[], { grounds }: Ledger): GroundFact[] {
  const ids = new Set<string>(reasons.flatMap(({ facts }) => facts));
  return [...ids].flatMap((id) => grounds.get(id) ?? []);
}

const RefusedSendType = builder.objectRef<RefusedSend>('RefusedSend').implement({
  description: 'A message that a rule kept from leaving.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('OutgoingMessage', id) }),
    channel: t.expose('channel', { type: ChannelEnum }),
    purpose: t.expose('purpose', { type: PurposeEnum }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', description: 'When it was written.' }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
    reasons: t.field({
      ...REASONS,
      type: [ReasonType],
      resolve: async ({ reasons, storeId }, _args, context) => {
        const zone = (await loadStore(context, storeId))?.zone ?? 'UTC';
        return reasons.map((reason) => ({ reason, zone }));
      },
    }),
  }),
});

const refusedOf = batched<readonly RefusedSend[]>(async (context, customerIds) => {
  const { viewer, group } = memberOf(context);
  const sends = await loadRefusedSends(group, group.groupId, viewer.memberId, customerIds);
  return customerIds.map((customerId) => sends.get(customerId) ?? []);
});

export const ConsentLedgerType = builder.objectRef<Ledger>('ConsentLedger').implement({
  description: 'What a customer said about being contacted, in all stores of the group, and what may be done now.',
  fields: (t) => ({
    opportunityId: t.id({
      description: 'By which the ledger was opened.',
      resolve: ({ opportunityId }) => encodeGlobalId('Opportunity', opportunityId),
    }),
    customerName: t.exposeString('customerName', { nullable: true }),
    store: t.field({
      type: StoreType,
      nullable: true,
      description: 'The opportunity’s: its plan and its hours hold.',
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
    acts: t.expose('acts', {
      ...ACTS,
      type: [LedgerActType],
      description: `The latest first, at most ${MOST_ACTS}; the entries of the evidence file have them all.`,
    }),
    standing: t.field({
      ...STANDING,
      type: [StandingConsentType],
      resolve: (ledger) => ledger.standing.map((standing) => ({ ...standing, ledger })),
    }),
    refused: t.field({
      ...ACTS,
      type: [RefusedSendType],
      description: 'Messages of the viewer’s stores that a rule kept from leaving; the latest first, at most 50.',
      resolve: async ({ customerId }, _args, context) => [...((await refusedOf(context, customerId)) ?? [])],
    }),
  }),
});

/** The customer of an opportunity in the viewer's sight, and his ledger. */
export async function ledgerOf(context: RequestContext, opportunityId: string): Promise<Ledger> {
  const { viewer, group } = memberOf(context);
  const { seal, clock } = context.resources;
  const where = opportunityInSight(context, opportunityId);
  const found = await group.prisma.opportunity.findUnique({ where, select: { customerId: true, storeId: true } });
  if (found === null) throw new NotFoundError('Opportunity');
  const [ledger] = await loadLedgers(group, seal, viewer.memberId, [{ ...found, opportunityId }], clock.now());
  if (ledger === undefined) throw new Error(`ledgerOf: nothing of opportunity ${opportunityId}`);
  return ledger;
}
