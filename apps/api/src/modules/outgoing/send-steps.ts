import {
  appointmentTouches,
  customerStop,
  dueTouches,
  type Instant,
  instant,
  type Locale,
  type Touch,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { DueWork, DueWorkHandlers } from '../../jobs/due-work.ts';
import { cancelDueWork, schedule } from '../../jobs/schedule.ts';
import type { Resources } from '../../server/resources.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { verdictOf } from '../contact/verdict-of.ts';
import { openContact, openPerson } from '../customer/customer-person.ts';
import { lockOpportunity, type OpportunityRow } from '../opportunity/opportunity-row.ts';
import { appointmentContextOf, contextAt, contextOf, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { preferencesPage, preferenceToken } from './preference-link.ts';
import { queueMessage } from './queue-message.ts';
import { type StepSubject, stepMail, stepText } from './step-message.ts';
import { STEP_TEXTS_VERSION } from './step-texts.ts';

/** Due work that sends an opportunity's automated texts and mails when their time has come. */
export const SEND_STEPS = 'outgoing.steps';
// No customer has stated a language yet: stores write in English.
const LOCALE: Locale = 'en';

const ORDERED = statement(
  'touches with a message',
  'select touch_id as id from outgoing_message where group_id = $1 and touch_id = any($2)',
);
const SUBJECT = statement(
  'whom a step speaks to',
  `select p.name_sealed as "nameSealed", s.postal_address as "postalAddress", m.name as seller,
          (select c.value_sealed from contact_point c
            where c.group_id = $1 and c.customer_id = $2 and c.kind = 'email' and c.value_sealed is not null
            order by c.created_at, c.id limit 1) as "emailSealed",
          (select c.value_sealed from contact_point c
            where c.group_id = $1 and c.customer_id = $2 and c.kind = 'phone' and c.value_sealed is not null
            order by c.created_at, c.id limit 1) as "phoneSealed"
     from customer u
     left join customer_person p on p.group_id = u.group_id and p.customer_id = u.id
     join store s on s.group_id = u.group_id and s.id = $3
     left join member m on m.group_id = u.group_id and m.id = $4
    where u.group_id = $1 and u.id = $2`,
);

interface SubjectRow {
  readonly nameSealed: Uint8Array | null;
  readonly postalAddress: string | null;
  readonly seller: string | null;
  readonly emailSealed: Uint8Array | null;
  readonly phoneSealed: Uint8Array | null;
}

type StepTouch = Touch & { readonly channel: 'text' | 'email' };

/**
 * The steps that the server does itself and has not begun, by the beginning of their windows; without those that were
 * late when a trial ended.
 */
async function openSteps(
  tx: GroupTransaction,
  { history }: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<readonly StepTouch[]> {
  const steps = [
    ...dueTouches(history, contextOf(history, rules, now)),
    ...appointmentTouches(history, appointmentContextOf(history, rules, now)),
  ]
    .filter(isStep)
    .filter(({ window }) => rules.automationSince === undefined || window.deadline > rules.automationSince)
    .sort((a, b) => a.window.from - b.window.from);
  const begun = steps.filter(({ window }) => window.from <= now).map(({ id }) => id);
  if (begun.length === 0) return steps;
  const rows = await tx.sql<{ readonly id: string }>(ORDERED, [tx.groupId, begun]);
  const ordered = new Set(rows.map(({ id }) => id));
  return steps.filter(({ id }) => !ordered.has(id));
}

function isStep(touch: Touch): touch is StepTouch {
  return touch.who === 'automation' && (touch.channel === 'text' || touch.channel === 'email');
}

/** Orders the sending of an opportunity's next automated message; called whenever the plan was asked anew. */
export async function orderSteps(
  tx: GroupTransaction,
  opportunity: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<void> {
  const [next] = await openSteps(tx, opportunity, rules, now);
  const work = { kind: SEND_STEPS, subject: opportunity.id };
  if (next === undefined) return cancelDueWork(tx, work);
  await schedule(tx, { ...work, storeId: opportunity.storeId, dueAt: instant(Math.max(next.window.from, now)) });
}

/** Sends automated steps when their time has come. */
export function stepWork(resources: Resources): DueWorkHandlers {
  return { [SEND_STEPS]: (tx, work) => sendSteps(tx, resources, work) };
}

async function sendSteps(tx: GroupTransaction, resources: Resources, { subject, now }: DueWork): Promise<void> {
  const opportunity = await lockOpportunity(tx, subject);
  if (opportunity === undefined) return;
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  // Whoever opens it orders all that is to come anew.
  if (rules === undefined || rules.automationLock !== undefined) return;
  const steps = await openSteps(tx, opportunity, rules, now);
  const evidence = await loadEvidence(tx, resources.seal, opportunity.customerId);
  let next = Number.POSITIVE_INFINITY;
  for (const touch of steps) {
    if (touch.window.from > now) {
      next = Math.min(next, touch.window.from);
      continue;
    }
    if (customerStop(touch, evidence.history, now) !== undefined) continue;
    const verdict = verdictOf(touch, evidence, contextAt(rules, now));
    if (verdict.kind === 'notNow') next = Math.min(next, verdict.next);
    // What the law forbids is queued too: the gate refuses it, and its verdict is kept.
    else await queueStep(tx, resources, touch, opportunity, rules, now);
  }
  if (!Number.isFinite(next)) return;
  await schedule(tx, { kind: SEND_STEPS, subject, storeId: rules.storeId, dueAt: instant(next) });
}

async function queueStep(
  tx: GroupTransaction,
  resources: Resources,
  touch: StepTouch,
  { id: opportunityId, customerId, vehicle }: OpportunityRow,
  { storeId, name }: StoreRules,
  now: Instant,
): Promise<void> {
  const { seal, publicUrl } = resources;
  const [row] = await tx.sql<SubjectRow>(SUBJECT, [tx.groupId, customerId, storeId, touch.ownerId ?? null]);
  if (row === undefined) return;
  const { channel, purpose } = touch;
  const kind = channel === 'email' ? 'email' : 'phone';
  const to = openContact(seal, tx.groupId, kind, channel === 'email' ? row.emailSealed : row.phoneSealed);
  if (to === undefined) return;
  const about: StepSubject = {
    storeName: name,
    postalAddress: row.postalAddress ?? name,
    customer: openPerson(seal, tx.groupId, row.nameSealed).name.first,
    seller: row.seller ?? undefined,
    vehicle: vehicle ?? undefined,
  };
  const order = { storeId, customerId, opportunityId, channel, purpose, to, touchId: touch.id };
  const template = `${STEP_TEXTS_VERSION}.${purpose}.${LOCALE}`;
  if (channel === 'text') {
    const body = { text: stepText(purpose, about, LOCALE), html: '' };
    await queueMessage(tx, resources, { ...order, template, subject: '', body }, now);
    return;
  }
  const choices = preferencesPage(publicUrl, await preferenceToken(tx, seal, storeId, customerId, now));
  const { subject, ...body } = stepMail(purpose, about, choices, LOCALE);
  await queueMessage(tx, resources, { ...order, template, subject, body }, now);
}
