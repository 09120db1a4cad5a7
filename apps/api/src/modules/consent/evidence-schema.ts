import { judgeEmail, judgePhone, LAW_TABLE_VERSION } from '@beback/core';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { ChannelEnum, PurposeEnum } from '../../graphql/enums.ts';
import { InputError } from '../../graphql/errors.ts';
import { encodeGlobalId, idOrNothing } from '../../graphql/global-id.ts';
import type { PageArguments } from '../../graphql/keyset-page.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { EMAIL_ALLOWED, emailInput, PHONE_ALLOWED, phoneInput } from '../customer/contact-input.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { ENTRY_PAGES, type EvidenceEntry, loadEntries } from './evidence-entries.ts';
import { type EvidenceLook, loadLooks } from './evidence-looks.ts';
import { ConsentLedgerType, REASONS, VerdictKindEnum } from './ledger-type.ts';
import {
  type EvidenceFile,
  type EvidenceWish,
  LEDGER_PAGES,
  loadLedgerPage,
  openEvidenceFile,
} from './open-evidence-file.ts';

const EvidenceEntryType = builder.objectRef<EvidenceEntry>('EvidenceEntry').implement({
  description: 'One thing that happened between the store and whoever has the number or address.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.exposeString('kind', { description: 'A fact’s kind, `message.outgoing` or `message.incoming`.' }),
    channel: t.expose('channel', { type: ChannelEnum, nullable: true }),
    purpose: t.expose('purpose', { type: PurposeEnum, nullable: true }),
    state: t.exposeString('state', { nullable: true, description: 'Of an outgoing message.' }),
    to: t.exposeString('to', { nullable: true, description: 'Where an outgoing message went or was to go.' }),
    words: t.exposeString('words', { nullable: true, description: 'What was written or said. Show it as text.' }),
    verdict: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What contact law said at that moment: rule, source and dates in each reason.',
      resolve: ({ verdict }) => verdict,
    }),
    verdictKind: t.field({ type: VerdictKindEnum, nullable: true, resolve: ({ verdict }) => verdict?.kind ?? null }),
    reasons: t.field({
      ...REASONS,
      type: [ReasonType],
      description: 'The verdict’s, in words.',
      resolve: async ({ verdict, storeId }, _args, context) => {
        if (verdict === null) return [];
        const store = storeId === null ? null : await loadStore(context, storeId);
        return verdict.reasons.map((reason) => ({ reason, zone: store?.zone ?? 'UTC' }));
      },
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

const EvidenceLookType = builder.objectRef<EvidenceLook>('EvidenceLook').implement({
  description: 'That somebody opened the file.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: 'Null: somebody of a store that the viewer does not see.',
      resolve: ({ memberId }, _args, context) => loadMember(context, memberId),
    }),
  }),
});

/** A page counts as many rows as it may have: not the list of edges once more. */
const EDGES = { edgesField: { complexity: { multiplier: 1 } } } as const;
/** One statement of four sources, then a row each. */
const entryPage = { complexity: ({ first }: PageArguments) => rowsOf(first ?? ENTRY_PAGES.usual) };
/** Six statements, then thirty verdicts each. */
const ledgerPage = { complexity: ({ first }: PageArguments) => rowsOf(first ?? LEDGER_PAGES.usual) };
// A few names beside the entries.
const LOOKS = { complexity: { field: 5, multiplier: 10 } } as const;

/** What is out of bounds is refused by the page itself: it costs no less than nothing here. */
function rowsOf(first: number) {
  return { field: 20, multiplier: Math.max(first, 1) };
}

const EvidenceFileType = builder.objectRef<EvidenceFile>('EvidenceFile').implement({
  description: 'All that bears on one phone number or e-mail address.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    look: t.id({
      description: 'This look at the file. Who reads on names it, and looks no second time.',
      resolve: ({ lookId }) => encodeGlobalId('EvidenceLook', lookId),
    }),
    lawTable: t.string({ description: 'The version of the law tables today.', resolve: () => LAW_TABLE_VERSION }),
    looks: t.field({
      ...LOOKS,
      type: [EvidenceLookType],
      description: 'Who opened this file, the latest first, this look among them; at most 50.',
      resolve: async ({ key }, _args, context) => [...(await loadLooks(memberOf(context).group, key))],
    }),
    ledgers: t.connection(
      {
        ...ledgerPage,
        type: ConsentLedgerType,
        description: `One for each customer with the number or address; ${LEDGER_PAGES.usual} a page unless \`first\` says otherwise.`,
        resolve: (file, args, context) => loadLedgerPage(memberOf(context).group, context.resources.seal, file, args),
      },
      EDGES,
    ),
    entries: t.connection(
      {
        ...entryPage,
        type: EvidenceEntryType,
        description: `From the earliest to the latest; ${ENTRY_PAGES.usual} a page unless \`first\` says otherwise, at most ${ENTRY_PAGES.largest}.`,
        resolve: (file, args, context) => loadEntries(memberOf(context).group, context.resources.seal, file, args),
      },
      EDGES,
    ),
  }),
});

builder.queryField('evidence', (t) =>
  t.field({
    type: EvidenceFileType,
    description:
      'The file for one number or address, page by page, for those who answer for a store. Send it as a variable; each look is kept.',
    authScopes: { capability: 'storeBoard' },
    args: {
      number: t.arg.string(),
      email: t.arg.string(),
      look: t.arg.id({
        description:
          'The look to go on with: of the caller, at this file, within the last hour. Any other is a new look.',
      }),
    },
    resolve: (_root, args, context) => {
      const { viewer, group } = memberOf(context);
      const going = typeof args.look === 'string' ? idOrNothing('EvidenceLook', args.look) : undefined;
      return openEvidenceFile(group, viewer.memberId, wishOf(args, context), going, context.resources.clock.now());
    },
  }),
);

interface Asked {
  readonly number?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** What is asked for, as it is kept: by its keyed hash. */
function wishOf({ number, email }: Asked, context: RequestContext): EvidenceWish {
  const { group } = memberOf(context);
  const { matchKeys } = context.resources;
  if (typeof number === 'string' && typeof email !== 'string') {
    const judged = judgePhone(parseInput(z.object({ number: phoneInput }), { number }).number, []);
    if (judged.grade === 'junk') throw new InputError('number', PHONE_ALLOWED);
    return { kind: 'phone', key: matchKeys.phoneKey(group.groupId, judged.value.e164) };
  }
  if (typeof email === 'string' && typeof number !== 'string') {
    const judged = judgeEmail(parseInput(z.object({ email: emailInput }), { email }).email, []);
    if (judged.grade === 'junk') throw new InputError('email', EMAIL_ALLOWED);
    return { kind: 'email', key: matchKeys.emailKey(group.groupId, judged.value.canonical) };
  }
  throw new InputError('number', 'a number or an e-mail address, one of the two');
}
