import type { Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { Resources } from '../../server/resources.ts';
import { type MailOrder, OUTGOING_FIELDS, type SealedBody } from './outgoing-mail.ts';

const QUEUE = statement(
  'queue mail',
  `insert into outgoing_message (group_id, id, store_id, customer_id, opportunity_id, channel, purpose, to_sealed,
                                 subject_sealed, body_sealed, state, queued_at)
   values ($1, $2, $3, $4, $5, 'email', $6, $7, $8, $9, 'queued', $10)`,
);

/**
 * Puts a mail into the outbox and its sending into the job queue, both with the caller's transaction: a rollback leaves
 * neither.
 *
 * @returns the message's id.
 */
export async function queueMail(
  tx: GroupTransaction,
  { seal, jobs }: Pick<Resources, 'seal' | 'jobs'>,
  order: MailOrder,
  now: Instant,
): Promise<string> {
  const messageId = newId();
  const body: SealedBody = { text: order.text, html: order.html };
  await tx.sql(QUEUE, [
    tx.groupId,
    messageId,
    order.storeId,
    order.customerId,
    order.opportunityId,
    order.purpose,
    seal.seal(tx.groupId, OUTGOING_FIELDS.to, order.to),
    seal.seal(tx.groupId, OUTGOING_FIELDS.subject, order.subject),
    seal.seal(tx.groupId, OUTGOING_FIELDS.body, JSON.stringify(body)),
    new Date(now),
  ]);
  await jobs.sendMailJob(tx, messageId);
  return messageId;
}
