import type { Instant, Purpose } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { Resources } from '../../server/resources.ts';
import { OUTGOING_FIELDS, type SealedBody } from './outgoing-mail.ts';

/** What is to leave the house: to whom, about what, in which words. */
export interface MessageOrder {
  readonly storeId: string;
  readonly customerId: string;
  readonly opportunityId: string;
  readonly channel: 'email' | 'text';
  readonly purpose: Purpose;
  readonly to: string;
  /** Empty for a text. */
  readonly subject: string;
  readonly body: SealedBody;
  /** Of the plan's step that it does: a touch gets one message, however often it is ordered. */
  readonly touchId?: string;
  /** Which of our texts it is. */
  readonly template?: string;
}

const QUEUE = statement(
  'queue message',
  `insert into outgoing_message (group_id, id, store_id, customer_id, opportunity_id, channel, purpose, to_sealed,
                                 subject_sealed, body_sealed, state, queued_at, touch_id, template)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11, $12, $13)
   on conflict (group_id, touch_id) do nothing
   returning id`,
);

/**
 * Puts a message into the outbox and its sending into the job queue, both with the caller's transaction: a rollback
 * leaves neither. Whether it may go is asked when it goes.
 *
 * @returns the message's id; undefined when its touch has one already.
 */
export async function queueMessage(
  tx: GroupTransaction,
  { seal, jobs }: Pick<Resources, 'seal' | 'jobs'>,
  order: MessageOrder,
  now: Instant,
): Promise<string | undefined> {
  const messageId = newId();
  const made = await tx.sql(QUEUE, [
    tx.groupId,
    messageId,
    order.storeId,
    order.customerId,
    order.opportunityId,
    order.channel,
    order.purpose,
    seal.seal(tx.groupId, OUTGOING_FIELDS.to, order.to),
    seal.seal(tx.groupId, OUTGOING_FIELDS.subject, order.subject),
    seal.seal(tx.groupId, OUTGOING_FIELDS.body, JSON.stringify(order.body)),
    new Date(now),
    order.touchId ?? null,
    order.template ?? null,
  ]);
  if (made.length === 0) return undefined;
  await jobs.sendMailJob(tx, messageId);
  return messageId;
}
