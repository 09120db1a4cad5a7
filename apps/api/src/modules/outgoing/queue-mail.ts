import type { Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import type { Resources } from '../../server/resources.ts';
import type { MailOrder } from './outgoing-mail.ts';
import { queueMessage } from './queue-message.ts';

/**
 * Puts a mail into the outbox and its sending into the job queue, both with the caller's transaction.
 *
 * @returns the message's id; undefined when its touch has one already.
 */
export function queueMail(
  tx: GroupTransaction,
  tools: Pick<Resources, 'seal' | 'jobs'>,
  { text, html, ...order }: MailOrder,
  now: Instant,
): Promise<string | undefined> {
  return queueMessage(tx, tools, { ...order, channel: 'email', body: { text, html } }, now);
}
