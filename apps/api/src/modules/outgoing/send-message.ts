import { type ContactVerdict, type Fact, type Id, type Instant, instant } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { DueWorkHandlers } from '../../jobs/due-work.ts';
import type { MailJob } from '../../jobs/job-queue.ts';
import { schedule } from '../../jobs/schedule.ts';
import type { Resources } from '../../server/resources.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity } from '../opportunity/opportunity-row.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { markInvited } from '../survey/mark-invited.ts';
import { askGate, type Gate, type MessageRow } from './ask-gate.ts';
import { faultOf } from './fault.ts';
import type { MailSender } from './mail-sender.ts';
import { OUTGOING_FIELDS, type OutgoingState, type SealedBody } from './outgoing-mail.ts';
import { preferenceToken, unsubscribeUrl } from './preference-link.ts';
import type { TextSender } from './text-sender.ts';
import { tryLater } from './try-later.ts';

/** Due work that tries a message again at the first lawful moment. */
const SEND_LATER = 'outgoing.sendLater';

const SETTLE = statement(
  'settle message',
  `update outgoing_message
      set state = $3, sent_at = $4, verdict = coalesce($5, verdict), attempts = attempts + 1, last_error = $6,
          external_id = $7
    where group_id = $1 and id = $2 and state = 'queued'
   returning id`,
);

/** By which ways messages leave; undefined ones are not set up: the message is kept in the outbox. */
export interface Senders {
  readonly mail: MailSender | undefined;
  /** The house's own address. */
  readonly mailFrom: string;
  readonly text: TextSender | undefined;
}

/** What became of a message. */
interface Settlement {
  readonly state: OutgoingState;
  readonly verdict: ContactVerdict;
  readonly error?: string;
  /** The carrier's name for it. */
  readonly externalId?: string | undefined;
}

/**
 * Sends a queued message: asks contact law at the moment of sending, keeps its verdict as evidence, hands the message on,
 * writes what became of it. What the customer stopped meanwhile is refused. A job that comes twice finds the message
 * settled and does nothing. What was not taken is tried again later, a bounded number of times; then it has failed.
 */
export async function sendMessage(
  resources: Resources,
  senders: Senders,
  { groupId, messageId }: MailJob,
): Promise<void> {
  const group = resources.gateway.enterGroup(groupId);
  const gate = await askGate(group, resources, messageId);
  if (gate === undefined) return;
  const { message, verdict } = gate;
  const settle = (settlement: Omit<Settlement, 'verdict'>): Promise<void> =>
    settleMessage(group, resources, messageId, message, { ...settlement, verdict });
  if (verdict.kind === 'never') return settle({ state: 'refused' });
  if (verdict.kind === 'notNow') {
    const order = { kind: SEND_LATER, subject: messageId, storeId: message.storeId, dueAt: verdict.next };
    return group.transaction((tx) => schedule(tx, order));
  }
  const send = message.channel === 'text' ? textBy(senders, gate) : mailBy(senders, gate, group, resources, messageId);
  if (send === undefined) return settle({ state: 'kept' });
  let externalId: string | undefined;
  try {
    const body = JSON.parse(resources.seal.open(groupId, OUTGOING_FIELDS.body, message.bodySealed)) as SealedBody;
    externalId = await send(resources.seal.open(groupId, OUTGOING_FIELDS.to, message.toSealed), body);
  } catch (error) {
    const { code, final } = faultOf(error);
    return final ? settle({ state: 'failed', error: code }) : tryLater(group, resources, messageId, code);
  }
  await settle({ state: 'sent', externalId });
}

type Send = (to: string, body: SealedBody) => Promise<string | undefined>;

function textBy({ text }: Senders, { message: { textNumber } }: Gate): Send | undefined {
  if (text === undefined || textNumber === null) return undefined;
  return (to, body) => text.send(to, textNumber, body.text);
}

function mailBy(
  { mail, mailFrom }: Senders,
  { message, rules }: Gate,
  group: GroupDatabase,
  { seal, clock, publicUrl }: Resources,
  messageId: string,
): Send | undefined {
  if (mail === undefined) return undefined;
  return async (to, body) => {
    const subject = seal.open(group.groupId, OUTGOING_FIELDS.subject, message.subjectSealed);
    const token = await group.transaction((tx) =>
      preferenceToken(tx, seal, message.storeId, message.customerId, clock.now()),
    );
    const from = `${quoted(rules.name)} <${mailFrom}>`;
    await mail.send(to, from, { subject, ...body }, messageId, unsubscribeUrl(publicUrl, token));
    return undefined;
  };
}

async function settleMessage(
  group: GroupDatabase,
  { seal, clock }: Resources,
  messageId: string,
  message: MessageRow,
  { state, verdict, error, externalId }: Settlement,
): Promise<void> {
  const now = clock.now();
  const at = state === 'sent' ? new Date(now) : null;
  await group.transaction(async (tx) => {
    const row = [tx.groupId, messageId, state, at, json(verdict), error ?? null, externalId ?? null];
    const settled = await tx.sql(SETTLE, row);
    if (settled.length > 0 && state === 'sent') await recordSent(tx, seal, message, instant(now));
  });
}

async function recordSent(
  tx: GroupTransaction,
  seal: Resources['seal'],
  message: MessageRow,
  now: Instant,
): Promise<void> {
  if (message.opportunityId === null) return;
  const facts = await factsOf(tx, { ...message, opportunityId: message.opportunityId }, now);
  if (facts.length === 0) return;
  const opportunity = await lockOpportunity(tx, message.opportunityId);
  const rules = await loadStoreRules(tx, tx.groupId, message.storeId, now);
  if (opportunity === undefined || rules === undefined) return;
  await advance(tx, seal, rules, opportunity, facts, now);
}

/** What our own texts did settles the step, and counts as an attempt. A survey's mail has asked the buyer. */
async function factsOf(
  tx: GroupTransaction,
  message: MessageRow & { readonly opportunityId: string },
  now: Instant,
): Promise<readonly Fact[]> {
  const { opportunityId, customerId, storeId, channel, purpose, touchId, template } = message;
  if (template === null) return purpose === 'survey' ? markInvited(tx, { opportunityId, customerId }, now) : [];
  const data = {
    opportunityId: opportunityId as Id<'Opportunity'>,
    customerId: customerId as Id<'Customer'>,
    channel,
    purpose,
    // What does no step names its template in its stead: it settles none.
    ...(touchId === null ? { step: template as Id<'Step'> } : { touchId: touchId as Id<'Touch'> }),
  };
  return [factOf({ kind: 'message.sent', at: now, data }, storeId, now)];
}

/** Tries messages again whose lawful moment has come. One that was settled meanwhile is left alone. */
export function sendLaterWork({ jobs }: Pick<Resources, 'jobs'>): DueWorkHandlers {
  return { [SEND_LATER]: (tx, { subject }) => jobs.sendMailJob(tx, subject) };
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\r\n]/g, '')}"`;
}
