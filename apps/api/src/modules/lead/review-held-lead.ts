import { type Id, type Instant, instant, type LeadVerdict, type Origin, type Role, reason } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotAllowedError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { emailInput, orEmpty, phoneInput } from '../customer/contact-input.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { lockKeys } from '../lock-keys.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { type TypedPerson, withPerson } from './inquiry.ts';
import type { LeadStatus } from './lead-row.ts';
import { type LeadTools, type OpenedLead, openInquiry } from './open-inquiry.ts';
import { openRawText } from './raw-text.ts';
import { lockNamesOf, personOf } from './receive-lead.ts';
import { recoverLead } from './recover-lead.ts';

export const REVIEW_VERDICTS = ['accept', 'dismiss'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** As the fact says it afterwards. */
const DECIDED = { accept: 'accepted', dismiss: 'dismissed' } as const satisfies Record<ReviewVerdict, LeadVerdict>;

const NAME = 'at most 100 characters';
const name = orEmpty(z.string().trim().max(100, NAME));

export const reviewWish = z.object({
  key: clientKey,
  firstName: name,
  lastName: name,
  phone: orEmpty(phoneInput),
  email: orEmpty(emailInput),
});

export interface ReviewWish extends TypedPerson {
  readonly key: string;
  readonly leadId: string;
  readonly verdict: ReviewVerdict;
}

interface HeldRow {
  readonly id: string;
  readonly storeId: string;
  readonly status: LeadStatus;
  readonly origin: Origin;
  readonly source: string;
  readonly externalId: string | null;
  readonly intakeDocumentId: string | null;
  readonly rawTextId: string | null;
  readonly index: number;
  readonly receivedAt: Date;
}

const HELD = statement(
  'held lead for change',
  `select l.id, l.store_id as "storeId", l.status, l.origin, l.source, l.external_id as "externalId",
          l.intake_document_id as "intakeDocumentId", l.raw_text_id as "rawTextId", l.index, l.received_at as "receivedAt"
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

/** Whoever only looks on decides nothing. */
const REVIEWERS: readonly Role[] = ['manager', 'generalManager', 'principal', 'administrator'];

/**
 * A person decides about a lead that was held. Accepted, it goes the way of every lead, with what the person has typed
 * in of who sent it; dismissed, it is kept. Of several decisions the first counts, and leaves a fact.
 *
 * @throws NotFoundError, NotAllowedError, RefusedError for a lead that is held no longer or that nobody can be found in.
 */
export function reviewHeldLead(
  group: GroupDatabase,
  tools: LeadTools,
  viewer: Viewer,
  wish: ReviewWish,
  now: Instant,
): Promise<{ readonly leadId: string }> {
  const { key, leadId, verdict } = wish;
  const once = { actorId: viewer.memberId, key, operation: 'reviewLead' };
  return group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const [lead] = await tx.sql<HeldRow>(HELD, [tx.groupId, viewer.memberId, leadId]);
      if (lead === undefined) throw new NotFoundError('Lead');
      if (!REVIEWERS.includes(viewer.role)) throw new NotAllowedError('Managers decide about leads');
      const rules = await loadStoreRules(tx, tx.groupId, lead.storeId, now);
      if (rules === undefined) throw new Error(`store ${lead.storeId} has leads but no active plan`);
      if (!HELD_STATUSES.includes(lead.status)) throw new RefusedError([reason('lead.notHeld')], rules.zone);
      const outcome = verdict === 'dismiss' ? DISMISSED : await accept(tx, tools, rules, lead, wish, now);
      const { status, customerId, opportunityId } = outcome;
      const by = [new Date(now), viewer.memberId];
      await tx.sql(RELEASE, [tx.groupId, leadId, status, customerId, opportunityId, ...by]);
      const data = {
        leadId: leadId as Id<'Lead'>,
        memberId: viewer.memberId as Id<'Member'>,
        verdict: DECIDED[verdict],
      };
      await recordFacts(tx, [factOf({ kind: 'lead.reviewed', at: now, data }, lead.storeId, now)]);
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
  typed: TypedPerson,
  now: Instant,
): Promise<OpenedLead> {
  const bytes = lead.rawTextId === null ? undefined : await openRawText(tx, tools.seal, lead.rawTextId);
  const receivedAt = instant(lead.receivedAt.getTime());
  const { inquiry: read, consents } = recoverLead(bytes, { ...lead, receivedAt }, rules);
  const inquiry = withPerson(read, typed);
  const person = personOf(inquiry, tx.groupId, tools);
  if (person === undefined) throw new RefusedError([reason('lead.nobodyFound')], rules.zone);
  await lockKeys(tx, lockNamesOf(inquiry, person, rules.storeId));
  return openInquiry(tx, tools, rules, { leadId: lead.id, inquiry, person, receivedAt, consents }, now);
}
