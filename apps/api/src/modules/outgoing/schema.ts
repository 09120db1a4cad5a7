import type { Channel, Purpose } from '@beback/core';
import { z } from 'zod';
import { statement } from '../../database/statement.ts';
import { builder } from '../../graphql/builder.ts';
import { ChannelEnum, PurposeEnum } from '../../graphql/enums.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { pageOf, pageWish, unknownCursor } from '../../graphql/keyset-page.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { clientKey } from '../answer-once.ts';
import { loadStore, StoreType } from '../store/schema.ts';
import { OUTGOING_FIELDS, OUTGOING_STATES, type OutgoingState, type SealedBody } from './outgoing-mail.ts';
import { resendMessage } from './resend-message.ts';

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
  readonly attempts: number;
  readonly lastError: string | null;
}

const QUEUED_AT = statement(
  'when a message was queued',
  'select queued_at as "queuedAt" from outgoing_message where group_id = $1 and id = $2',
);
const COLUMNS = `group_id as "groupId", id, store_id as "storeId", channel, purpose, state, to_sealed as "toSealed",
          subject_sealed as "subjectSealed", body_sealed as "bodySealed", queued_at as "queuedAt", sent_at as "sentAt",
          attempts, last_error as "lastError"`;
const BY_ID = statement('outbox message', `select ${COLUMNS} from outgoing_message where group_id = $1 and id = $2`);
const PAGE = statement(
  'outbox page',
  `select ${COLUMNS}
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
    'kept: nothing is set up to send it, the message stays in the outbox. refused: contact law or the plan says no.',
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
    attempts: t.exposeInt('attempts'),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the last try failed: the code of the mail server or the carrier.',
    }),
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

const ResendMessageSuccessType = builder.objectRef<{ readonly messageId: string }>('ResendMessageSuccess').implement({
  fields: (t) => ({
    message: t.field({
      type: OutgoingMessageType,
      resolve: async ({ messageId }, _args, context) => {
        const { group } = memberOf(context);
        const [message] = await group.sql<OutgoingRow>(BY_ID, [group.groupId, messageId]);
        if (message === undefined) throw new Error(`message ${messageId} was sent again and is not to be found`);
        return message;
      },
    }),
  }),
});

const ResendMessageInput = builder.inputType('ResendMessageInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    messageId: t.id({ required: true }),
  }),
});

builder.mutationField('resendMessage', (t) =>
  t.field({
    type: ResendMessageSuccessType,
    errors: {},
    description: 'Sends a message again that failed or was kept; contact law is asked anew when it goes.',
    authScopes: { capability: 'administer' },
    args: { input: t.arg({ type: ResendMessageInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { group, viewer } = memberOf(context);
      const { clock } = context.resources;
      const { key } = parseInput(z.object({ key: clientKey }), input);
      const wish = { key, messageId: idOf('OutgoingMessage', input.messageId) };
      return resendMessage(group, context.resources, viewer, wish, clock.now());
    },
  }),
);
