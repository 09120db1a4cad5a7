import type { Purpose } from '@beback/core';

/** A mail as it leaves: both forms say the same. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail with whom and what it is about. */
export interface MailOrder extends MailText {
  readonly storeId: string;
  readonly customerId: string;
  readonly opportunityId: string;
  readonly purpose: Purpose;
  readonly to: string;
}

/**
 * - queued: waits to be sent
 * - sent: the mail server took it
 * - kept: nothing is set up to send it, it stays in the outbox until an administrator sends it again
 * - refused: contact law or the plan forbids it; the verdict is kept
 * - failed: it was taken at none of the tries, or never will be; an administrator can send it again
 */
export const OUTGOING_STATES = ['queued', 'sent', 'kept', 'refused', 'failed'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** Names of sealed columns. */
export const OUTGOING_FIELDS = {
  to: 'outgoingMessage.to',
  subject: 'outgoingMessage.subject',
  body: 'outgoingMessage.body',
} as const;

/** The sealed body, as JSON. */
export type SealedBody = Pick<MailText, 'text' | 'html'>;
