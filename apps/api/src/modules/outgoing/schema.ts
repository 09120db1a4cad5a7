import type { Channel, Purpose } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { builder } from '../../graphql/builder.ts';
import { ChannelEnum, PurposeEnum } from '../../graphql/enums.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { pageOf, pageWish, unknownCursor } from '../../graphql/keyset-page.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { OUTGOING_FIELDS, OUTGOING_STATES, type OutgoingState, type SealedBody } from './outgoing-mail.ts';

interface OutgoingRow {
  readonly groupId: string;
  readonly id: string;
  readonly storeId: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly state: OutgoingState;
  readonly toSealed: Uint8Array;
  readonly subjectSealed: Uint8Array;
  readonly bodySealed: Uint8Array;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
}

const QUEUED_AT = statement(
  'when a message was queued',
  'select queued_at as "queuedAt" from outgoing_message where group_id = $1 and id = $2',
);
const PAGE = statement(
  'outbox page',
  `select group_id as "groupId", id, store_id as "storeId", channel, purpose, state, to_sealed as "toSealed",
          subject_sealed as "subjectSealed", body_sealed as "bodySealed", queued_at as "queuedAt", sent_at as "sentAt"
     from outgoing_message
    where group_id = $1
      and ($2::uuid is null or store_id = $2)
      and ($3::timestamptz is null or (queued_at, id) < ($3, $4::uuid))
    order by queued_at desc, id desc
    limit $5`,
);

const OutgoingStateEnum = builder.enumType('OutgoingState', {
  values: OUTGOING_STATES,
  description:
    'kept: no mail server is set up, the message stays in the outbox. refused: contact law or the plan says no.',
});

const OutgoingMessageType = builder.objectRef<OutgoingRow>('OutgoingMessage').implement({
  description: 'What left the house, or waits to.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeGlobalId('OutgoingMessage', id) }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
    channel: t.expose('channel', { type: ChannelEnum }),
    purpose: t.expose('purpose', { type: PurposeEnum }),
    state: t.expose('state', { type: OutgoingStateEnum }),
    to: t.string({
      resolve: (row, _args, { resources: { seal } }) => seal.open(row.groupId, OUTGOING_FIELDS.to, row.toSealed),
    }),
    subject: t.string({
      resolve: (row, _args, { resources: { seal } }) =>
        seal.open(row.groupId, OUTGOING_FIELDS.subject, row.subjectSealed),
    }),
    body: t.string({
      description: 'As plain text.',
      resolve: (row, _args, { resources: { seal } }) =>
        (JSON.parse(seal.open(row.groupId, OUTGOING_FIELDS.body, row.bodySealed)) as SealedBody).text,
    }),
    html: t.string({
      resolve: (row, _args, { resources: { seal } }) =>
        (JSON.parse(seal.open(row.groupId, OUTGOING_FIELDS.body, row.bodySealed)) as SealedBody).html,
    }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('outbox', (t) =>
  t.connection({
    type: OutgoingMessageType,
    description:
      'What left the house and what waits to, the latest first. For administrators: it holds personal links.',
    authScopes: { capability: 'administer' },
    args: { storeId: t.arg.id() },
    resolve: async (_root, { storeId, ...args }, context) => {
      const { group } = memberOf(context);
      const page = pageWish('OutgoingMessage', args);
      const after =
        page.afterId === undefined
          ? null
          : ((await group.sql<{ queuedAt: Date }>(QUEUED_AT, [group.groupId, page.afterId]))[0]?.queuedAt ?? undefined);
      if (after === undefined) throw unknownCursor();
      const store = typeof storeId === 'string' ? idOf('Store', storeId) : null;
      const rows = await group.sql<OutgoingRow>(PAGE, [group.groupId, store, after, page.afterId ?? null, page.take]);
      return pageOf('OutgoingMessage', page, rows);
    },
  }),
);
