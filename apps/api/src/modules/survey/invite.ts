import { DAY_24H, type Instant, invitationDue, type Locale, plus } from '@beback/core';
import { noteKey } from '../../database/directory-doors.ts';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { DueWork, DueWorkHandlers } from '../../jobs/due-work.ts';
import { schedule } from '../../jobs/schedule.ts';
import { hashSecret, newSecret } from '../../secrets/keys.ts';
import type { Resources } from '../../server/resources.ts';
import { openContact, openPerson } from '../customer/customer-person.ts';
import { lockOpportunity, type OpportunityRow } from '../opportunity/opportunity-row.ts';
import { preferencesPage, preferenceToken } from '../outgoing/preference-link.ts';
import { queueMail } from '../outgoing/queue-mail.ts';
import { contextOf, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { INVITE } from './mark-delivered.ts';
import { surveyMail } from './survey-mail.ts';

/** How long the link of an invitation opens the survey. */
const OPEN_FOR = 60 * DAY_24H;
// No customer has stated a language yet: stores write in English.
const LOCALE: Locale = 'en';

const BUYER = statement(
  'buyer to ask',
  `select p.name_sealed as "nameSealed", s.postal_address as "postalAddress",
          (select c.value_sealed from contact_point c
            where c.group_id = $1 and c.customer_id = $2 and c.kind = 'email' and c.value_sealed is not null
            order by c.created_at, c.id limit 1) as "emailSealed"
     from customer u
     left join customer_person p on p.group_id = u.group_id and p.customer_id = u.id
     join store s on s.group_id = u.group_id and s.id = $3
    where u.group_id = $1 and u.id = $2`,
);
const INVITATION = statement(
  'make invitation',
  `insert into invitation (group_id, id, store_id, opportunity_id, customer_id, questionnaire, locale, state, due_at,
                           sent_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'scheduled', $8, null, $9)
   on conflict (group_id, opportunity_id, customer_id) do nothing
   returning id`,
);

interface BuyerRow {
  readonly nameSealed: Uint8Array | null;
  readonly postalAddress: string | null;
  readonly emailSealed: Uint8Array | null;
}

/** Invites buyers to the survey when their day has come; they are asked once the mail server has taken the mail. */
export function surveyWork(resources: Resources): DueWorkHandlers {
  return { [INVITE]: (tx, work) => inviteWhenDue(tx, resources, work) };
}

async function inviteWhenDue(tx: GroupTransaction, resources: Resources, { subject, now }: DueWork): Promise<void> {
  const opportunity = await lockOpportunity(tx, subject);
  if (opportunity === undefined) return;
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  if (rules === undefined) return;
  const verdict = invitationDue(opportunity.history, contextOf(opportunity.history, rules, now));
  if (verdict.kind === 'none') return;
  if (verdict.kind === 'notYet') {
    // The deal was unwound and delivered anew, or the store's hours changed.
    await schedule(tx, { kind: INVITE, subject, storeId: rules.storeId, dueAt: verdict.at });
    return;
  }
  await invite(tx, resources, opportunity, rules, now);
}

async function invite(
  tx: GroupTransaction,
  resources: Resources,
  opportunity: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<void> {
  const { seal, publicUrl } = resources;
  const { storeId, customerId } = opportunity;
  const [buyer] = await tx.sql<BuyerRow>(BUYER, [tx.groupId, customerId, storeId]);
  const to = openContact(seal, tx.groupId, 'email', buyer?.emailSealed ?? null);
  if (buyer === undefined || to === undefined) return;
  const invitationId = newId();
  const made = await tx.sql(INVITATION, [
    tx.groupId,
    invitationId,
    storeId,
    opportunity.id,
    customerId,
    contextOf(opportunity.history, rules, now).plan.version,
    LOCALE,
    new Date(now),
    new Date(plus(now, OPEN_FOR)),
  ]);
  if (made.length === 0) return;
  const token = newSecret('invitation');
  await noteKey(tx, { hash: hashSecret(token), kind: 'invitation', subjectId: invitationId });
  const mail = surveyMail(
    {
      storeName: rules.name,
      postalAddress: buyer.postalAddress ?? rules.name,
      customer: openPerson(seal, tx.groupId, buyer.nameSealed).name.first,
      link: `${publicUrl}/survey/#${token}`,
      choices: preferencesPage(publicUrl, await preferenceToken(tx, seal, storeId, customerId, now)),
      deliveredAt: opportunity.history.deliveredAt ?? now,
      zone: rules.zone,
    },
    LOCALE,
  );
  const about = { storeId, customerId, opportunityId: opportunity.id, purpose: 'survey', to } as const;
  await queueMail(tx, resources, { ...about, ...mail }, now);
}
