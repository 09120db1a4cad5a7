import { type ContactVerdict, lockedVerdict, mayConfirmRevocation, mayContact, type Purpose } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Resources } from '../../server/resources.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { contextAt, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import type { OutgoingState } from './outgoing-mail.ts';

/** The one text that may follow STOP, by its template's name. */
export const REVOCATION_CONFIRMATION = 'revocationConfirmation';

export interface MessageRow {
  readonly storeId: string;
  readonly customerId: string;
  readonly opportunityId: string | null;
  readonly channel: 'email' | 'text';
  readonly purpose: Purpose;
  readonly touchId: string | null;
  readonly template: string | null;
  readonly toSealed: Uint8Array;
  readonly subjectSealed: Uint8Array;
  readonly bodySealed: Uint8Array;
  readonly state: OutgoingState;
  /** The store's own number for texts. */
  readonly textNumber: string | null;
}

/** Whether it may be sent, asked at the moment of sending, with what is to be sent. */
export interface Gate {
  readonly message: MessageRow;
  readonly rules: StoreRules;
  readonly verdict: ContactVerdict;
}

const MESSAGE = statement(
  'message to send',
  `select m.store_id as "storeId", m.customer_id as "customerId", m.opportunity_id as "opportunityId", m.channel,
          m.purpose, m.touch_id as "touchId", m.template, m.to_sealed as "toSealed", m.subject_sealed as "subjectSealed",
          m.body_sealed as "bodySealed", m.state, s.text_number as "textNumber"
     from outgoing_message m
     join store s on s.group_id = m.group_id and s.id = m.store_id
    where m.group_id = $1 and m.id = $2`,
);

/** Undefined: nothing is to be done about this message. */
export async function askGate(
  group: GroupDatabase,
  { seal, clock }: Pick<Resources, 'seal' | 'clock'>,
  messageId: string,
): Promise<Gate | undefined> {
  return group.transaction(async (tx) => {
    const [message] = await tx.sql<MessageRow>(MESSAGE, [tx.groupId, messageId]);
    if (message === undefined || message.state !== 'queued') return undefined;
    const now = clock.now();
    const rules = await loadStoreRules(tx, tx.groupId, message.storeId, now);
    if (rules === undefined) throw new Error(`store ${message.storeId} has messages but no active plan`);
    const { history, location } = await loadEvidence(tx, seal, message.customerId);
    if (message.template === REVOCATION_CONFIRMATION) {
      return { message, rules, verdict: mayConfirmRevocation(history, now) };
    }
    if (message.touchId !== null && rules.automationLock !== undefined) {
      return { message, rules, verdict: lockedVerdict(rules.automationLock) };
    }
    const attempt = { channel: message.channel, purpose: message.purpose, automated: true, location };
    return { message, rules, verdict: mayContact(history, attempt, contextAt(rules, now)) };
  });
}
