import { type ContactVerdict, mayContact, type Purpose } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { MailJob } from '../../jobs/job-queue.ts';
import type { Resources } from '../../server/resources.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { contextAt, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import type { MailSender } from './mail-sender.ts';
import { OUTGOING_FIELDS, type OutgoingState, type SealedBody } from './outgoing-mail.ts';

interface MessageRow {
  readonly storeId: string;
  readonly customerId: string;
  readonly purpose: Purpose;
  readonly toSealed: Uint8Array;
  readonly subjectSealed: Uint8Array;
  readonly bodySealed: Uint8Array;
  readonly state: OutgoingState;
}

const MESSAGE = statement(
  'message to send',
  `select store_id as "storeId", customer_id as "customerId", purpose, to_sealed as "toSealed",
          subject_sealed as "subjectSealed", body_sealed as "bodySealed", state
     from outgoing_message
    where group_id = $1 and id = $2`,
);
const SETTLE = statement(
  'settle message',
  `update outgoing_message
      set state = $3, sent_at = $4, verdict = coalesce($5, verdict), attempts = attempts + 1, last_error = $6
    where group_id = $1 and id = $2 and state = 'queued'`,
);

/** The mail cannot be sent now; the queue tries again. Names no address. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';
}

/** Whether it may be sent, asked at the moment of sending, with what is to be sent. */
interface Gate {
  readonly message: MessageRow;
  readonly rules: StoreRules;
  readonly verdict: ContactVerdict;
}

/**
 * Sends a queued mail: asks contact law at the moment of sending, keeps its verdict as evidence, hands the mail to the
 * server, writes what became of it. A job that comes twice finds the message settled and does nothing.
 *
 * @param sender - undefined: no mail server is set up, the message is kept in the outbox.
 * @throws MailNotTaken when the server did not take it: the queue tries again, a bounded number of times.
 */
export async function sendMessage(
  { gateway, seal, clock }: Resources,
  sender: MailSender | undefined,
  from: string,
  { groupId, messageId }: MailJob,
): Promise<void> {
  const group = gateway.enterGroup(groupId);
  const gate = await askGate(group, { seal, clock }, messageId);
  if (gate === undefined) return;
  const { message, rules, verdict } = gate;
  const settle = async (state: OutgoingState, error: string | null): Promise<void> => {
    const at = state === 'sent' ? new Date(clock.now()) : null;
    await group.transaction((tx) => tx.sql(SETTLE, [groupId, messageId, state, at, json(verdict), error]));
  };
  if (verdict.kind === 'never') return settle('refused', null);
  if (verdict.kind === 'notNow') throw new MailNotTaken('contact law says later');
  if (sender === undefined) return settle('kept', null);

  const body = JSON.parse(seal.open(groupId, OUTGOING_FIELDS.body, message.bodySealed)) as SealedBody;
  const mail = { subject: seal.open(groupId, OUTGOING_FIELDS.subject, message.subjectSealed), ...body };
  const to = seal.open(groupId, OUTGOING_FIELDS.to, message.toSealed);
  try {
    await sender.send(to, `${quoted(rules.name)} <${from}>`, mail, messageId);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // 5xx: the server will never take it. A mail server's words may quote the address: its code alone is kept.
    const final = error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;
    if (final) return settle('failed', code);
    throw new MailNotTaken(code);
  }
  await settle('sent', null);
}

/** Undefined: nothing is to be done about this message. */
async function askGate(
  group: GroupDatabase,
  { seal, clock }: Pick<Resources, 'seal' | 'clock'>,
  messageId: string,
): Promise<Gate | undefined> {
  return group.transaction(async (tx) => {
    const [message] = await tx.sql<MessageRow>(MESSAGE, [tx.groupId, messageId]);
    if (message === undefined || message.state !== 'queued') return undefined;
    const now = clock.now();
    const rules = await loadStoreRules(tx, tx.groupId, message.storeId, now);
    if (rules === undefined) throw new Error(`store ${message.storeId} has mail but no active plan`);
    const { history, location } = await loadEvidence(tx, seal, message.customerId);
    const attempt = { channel: 'email', purpose: message.purpose, automated: true, location } as const;
    return { message, rules, verdict: mayContact(history, attempt, contextAt(rules, now)) };
  });
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\r\n]/g, '')}"`;
}
