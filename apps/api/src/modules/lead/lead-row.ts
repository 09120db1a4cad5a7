import type { Channel, Origin, Reason } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Inquiry } from './inquiry.ts';

/**
 * - accepted: an opportunity was opened
 * - repeat: it belongs to an opportunity that was open already
 * - needsEyes: nobody can be found in it; a person looks at the raw text
 * - awaitsReview: it looks like no sales lead; a person decides
 * - dismissed: a person decided that it is none
 */
export const LEAD_STATUSES = ['accepted', 'repeat', 'needsEyes', 'awaitsReview', 'dismissed'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export interface NewLead {
  readonly id: string;
  readonly storeId: string;
  readonly intakeDocumentId: string | null;
  readonly index: number;
  readonly status: LeadStatus;
  readonly origin: Origin;
  readonly source: string;
  readonly externalId: string | null;
  readonly customerId: string | null;
  readonly opportunityId: string | null;
  readonly rawTextId: string | null;
  readonly vehicles: Pick<Inquiry, 'vehicles' | 'trades'>;
  readonly comment: string;
  readonly preferredChannel: Channel | null;
  readonly reasons: readonly Reason[];
  readonly receivedAt: Date;
}

const INSERT = statement(
  'make lead',
  `insert into lead (group_id, id, store_id, intake_document_id, index, status, origin, source, external_id, customer_id,
                     opportunity_id, raw_text_id, vehicles, comment_sealed, reasons, received_at,
                     preferred_channel)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
);

export const COMMENT_FIELD = 'lead.comment';

export async function insertLead(tx: GroupTransaction, seal: Seal, lead: NewLead): Promise<void> {
  await tx.sql(INSERT, [
    tx.groupId,
    lead.id,
    lead.storeId,
    lead.intakeDocumentId,
    lead.index,
    lead.status,
    lead.origin,
    lead.source,
    lead.externalId,
    lead.customerId,
    lead.opportunityId,
    lead.rawTextId,
    json(lead.vehicles),
    lead.comment === '' ? null : seal.seal(tx.groupId, COMMENT_FIELD, lead.comment),
    json(lead.reasons),
    lead.receivedAt,
    lead.preferredChannel,
  ]);
}
