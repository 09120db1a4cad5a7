import { type Instant, instant, reason } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { lockKeys } from '../lock-keys.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import type { LeadStatus } from './lead-row.ts';
import { type LeadTools, type OpenedLead, openInquiry } from './open-inquiry.ts';
import { openRawText } from './raw-text.ts';
import { lockNamesOf, personOf } from './receive-lead.ts';
import { recoverInquiry } from './recover-inquiry.ts';

export const REVIEW_VERDICTS = ['accept', 'dismiss'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const reviewWish = z.object({ key: clientKey });

export interface ReviewWish {
  readonly key: string;
  readonly leadId: string;
  readonly verdict: ReviewVerdict;
}

interface HeldRow {
  readonly id: string;
  readonly storeId: string;
  readonly status: LeadStatus;
  readonly intakeDocumentId: string | null;
  readonly rawTextId: string | null;
  readonly index: number;
  readonly receivedAt: Date;
}

const HELD = statement(
  'held lead for change',
  `select l.id, l.store_id as "storeId", l.status, l.intake_document_id as "intakeDocumentId",
          l.raw_text_id as "rawTextId", l.index, l.received_at as "receivedAt"
     from lead l
    where l.group_id = $1 and l.id = $3 and ${storeInSight('l.store_id', '$2')}
      for update of l`,
);
const RELEASE = statement(
  'release held lead',
  `update lead set status = $3, customer_id = $4, opportunity_id = $5, reviewed_at = $6, reviewed_by_id = $7
    where group_id = $1 and id = $2`,
);

const HELD_STATUSES: readonly LeadStatus[] = ['awaitsReview', 'needsEyes'];

/**
 * A person decides about a lead that was held. Accepted, it goes the way of every lead; its response clock started
 * when it was received, for the customer has been waiting since.
 *
 * @throws NotFoundError, RefusedError for a lead that is held no longer or that nobody can be found in.
 */
export function reviewHeldLead(
  group: GroupDatabase,
  tools: LeadTools,
  viewer: Viewer,
  { key, leadId, verdict }: ReviewWish,
  now: Instant,
): Promise<{ readonly leadId: string }> {
  const once = { actorId: viewer.memberId, key, operation: 'reviewLead' };
  return group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const [lead] = await tx.sql<HeldRow>(HELD, [tx.groupId, viewer.memberId, leadId]);
      if (lead === undefined) throw new NotFoundError('Lead');
      const rules = await loadStoreRules(tx, tx.groupId, lead.storeId, now);
      if (rules === undefined) throw new Error(`store ${lead.storeId} has leads but no active plan`);
      if (!HELD_STATUSES.includes(lead.status)) throw new RefusedError([reason('lead.notHeld')], rules.zone);
      const opened = verdict === 'dismiss' ? DISMISSED : await accept(tx, tools, rules, lead, now);
      const decision = [opened.status, opened.customerId, opened.opportunityId, new Date(now), viewer.memberId];
      await tx.sql(RELEASE, [tx.groupId, leadId, ...decision]);
      return { leadId };
    }),
  );
}

const DISMISSED = { status: 'dismissed', customerId: null, opportunityId: null } as const;

async function accept(
  tx: GroupTransaction,
  tools: LeadTools,
  rules: StoreRules,
  lead: HeldRow,
  now: Instant,
): Promise<OpenedLead> {
  const bytes = lead.rawTextId === null ? undefined : await openRawText(tx, tools.seal, lead.rawTextId);
  const receivedAt = instant(lead.receivedAt.getTime());
  const recovered = bytes === undefined ? undefined : recoverInquiry(bytes, { ...lead, receivedAt }, rules);
  const person = recovered === undefined ? undefined : personOf(recovered.inquiry, tx.groupId, tools);
  if (recovered === undefined || person === undefined) throw new RefusedError([reason('lead.nobodyFound')], rules.zone);
  await lockKeys(tx, lockNamesOf(recovered.inquiry, person, rules.storeId));
  const found = { leadId: lead.id, person, receivedAt, ...recovered };
  return openInquiry(tx, tools, rules, found, now);
}
