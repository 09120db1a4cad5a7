import {
  consentFor,
  type Fact,
  type Id,
  type Instant,
  type Locale,
  type Purpose,
  type Revocation,
  revocationIn,
} from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { json, statement } from '../../database/statement.ts';
import type { Resources } from '../../server/resources.ts';
import { loadContactHistories } from '../contact/load-contact-histories.ts';
import { factOf } from '../fact/fact-row.ts';
import { lockKeys } from '../lock-keys.ts';
import { REVOCATION_CONFIRMATION } from '../outgoing/ask-gate.ts';
import { queueMessage } from '../outgoing/queue-message.ts';
import { confirmationText } from '../outgoing/step-message.ts';
import { INCOMING_FIELDS } from './incoming-text.ts';
import { replanCustomer } from './replan-customer.ts';
import { type ConsentDraft, tellLedger } from './tell-ledger.ts';

// No customer has stated a language yet: stores write in English.
const LOCALE: Locale = 'en';

/** A text as the carrier hands it in. */
export interface IncomingText {
  readonly storeId: string;
  /** E.164. */
  readonly from: string;
  readonly body: string;
  /** The carrier's id. */
  readonly externalId: string;
  /** The carrier has taken it for a stop itself, and has told the customer so. */
  readonly stoppedByCarrier: boolean;
}

const KEEP = statement(
  'keep incoming text',
  `insert into incoming_message (group_id, id, store_id, channel, from_key, from_sealed, body_sealed, external_id,
                                 revocation, received_at)
   values ($1, $2, $3, 'text', $4, $5, $6, $7, $8, $9)
   on conflict (group_id, external_id) do nothing
   returning id`,
);
// Whoever has the number, and which opportunity the text belongs to: of this store first, an open one, the latest.
const SENDERS = statement(
  'customers who have a number',
  `select distinct on (c.customer_id) c.customer_id as "customerId", o.id as "opportunityId", o.store_id as "storeId",
          s.name as "storeName"
     from contact_point c
     join opportunity o on o.group_id = $1 and o.customer_id = c.customer_id
     join store s on s.group_id = $1 and s.id = o.store_id
    where c.group_id = $1 and c.kind = 'phone' and c.key = $2
    order by c.customer_id, (o.store_id = $3) desc, (o.status = 'open') desc, o.opened_at desc, o.id`,
);

interface Sender {
  readonly customerId: string;
  readonly opportunityId: string;
  readonly storeId: string;
  readonly storeName: string;
}

/** A lone STOP answers no question of ours: it ends what it ends, and no plan takes it for a reply. */
const BARE_STOP: readonly string[] = ['word', 'carrier'];

/** Who writes this after a stop asks for texts again: about his inquiry and his appointment, not for offers. */
const ASKS_AGAIN = /^\s*(?:start|unstop)\s*[.!]?\s*$/i;
const ASKED_AGAIN: readonly Purpose[] = ['replyToInquiry', 'appointment'];

/**
 * Takes a customer's text in: it is kept, it is a reply unless it is a lone STOP, and when it stops something that holds at
 * once, for everybody who has the number. The same text twice is taken once.
 */
export function receiveText(
  group: GroupDatabase,
  resources: Resources,
  text: IncomingText,
  now: Instant,
): Promise<void> {
  const { seal, matchKeys } = resources;
  const fromKey = matchKeys.phoneKey(group.groupId, text.from);
  const heard = text.stoppedByCarrier ? (revocationIn(text.body, 'text') ?? STOP) : revocationIn(text.body, 'text');
  return group.transaction(async (tx) => {
    await lockKeys(tx, [`phone|${fromKey}`]);
    const kept = await tx.sql(KEEP, [
      tx.groupId,
      newId(),
      text.storeId,
      fromKey,
      seal.seal(tx.groupId, INCOMING_FIELDS.from, text.from),
      seal.seal(tx.groupId, INCOMING_FIELDS.body, text.body),
      text.externalId,
      heard === undefined ? null : json(heard),
      new Date(now),
    ]);
    if (kept.length === 0) return;
    const senders = await tx.sql<Sender>(SENDERS, [tx.groupId, fromKey, text.storeId]);
    const acts = actsOf(text, heard);
    const first = senders[0];
    const confirms = first !== undefined && heard !== undefined && (await endsTexts(tx, heard, text, first));
    const replies = heard === undefined || !BARE_STOP.includes(heard.rule);
    for (const sender of senders) await hear(tx, resources, sender, { acts, words: text.body, replies }, now);
    if (confirms) await confirmStop(tx, resources, first, text.from, now);
  });
}

const STOP: Revocation = { rule: 'carrier', channel: 'text', purpose: 'all' };

function actsOf({ body }: IncomingText, heard: Revocation | undefined): readonly ConsentDraft[] {
  if (heard !== undefined) {
    const { rule, channel, purpose } = heard;
    return [{ kind: 'consent.revoked', data: { channel, purpose, how: `text: ${rule}` } }];
  }
  if (!ASKS_AGAIN.test(body)) return [];
  return ASKED_AGAIN.map((purpose) => ({
    kind: 'consent.given',
    data: { channel: 'text', purpose, how: 'text: start', written: false },
  }));
}

async function hear(
  tx: GroupTransaction,
  { seal }: Resources,
  { customerId, opportunityId, storeId }: Sender,
  { acts, words, replies }: { acts: readonly ConsentDraft[]; words: string; replies: boolean },
  now: Instant,
): Promise<void> {
  await tellLedger(tx, seal, { customerId, storeId, acts, words, at: now }, now);
  if (!replies) return replanCustomer(tx, seal, customerId, now);
  const data = {
    opportunityId: opportunityId as Id<'Opportunity'>,
    customerId: customerId as Id<'Customer'>,
    channel: 'text' as const,
  };
  const replied: Fact = factOf({ kind: 'customer.replied', at: now, data }, storeId, now);
  await replanCustomer(tx, seal, customerId, now, { facts: new Map([[opportunityId, [replied]]]) });
}

/** Whether texts end now that were open: asked before the ledger is told. */
async function endsTexts(
  tx: GroupTransaction,
  { channel }: Revocation,
  { stoppedByCarrier }: IncomingText,
  { customerId }: Sender,
): Promise<boolean> {
  if (stoppedByCarrier || (channel !== 'text' && channel !== 'all')) return false;
  const histories = await loadContactHistories(tx, tx.groupId, [customerId]);
  const history = histories.get(customerId);
  return history !== undefined && consentFor(history, 'text', 'transaction').kind !== 'revoked';
}

async function confirmStop(
  tx: GroupTransaction,
  resources: Resources,
  { customerId, opportunityId, storeId, storeName }: Sender,
  to: string,
  now: Instant,
): Promise<void> {
  const body = { text: confirmationText(storeName, LOCALE), html: '' };
  const about = { storeId, customerId, opportunityId, channel: 'text', purpose: 'transaction' } as const;
  await queueMessage(tx, resources, { ...about, to, subject: '', body, template: REVOCATION_CONFIRMATION }, now);
}
