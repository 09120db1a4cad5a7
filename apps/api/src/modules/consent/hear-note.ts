import { type ActSpan, type Channel, contactHistory, type Id, type Instant, revocationInNote } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadContactHistories } from '../contact/load-contact-histories.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import { tellLedger } from './tell-ledger.ts';

export interface HeardNote {
  readonly note: string;
  readonly opportunity: Pick<OpportunityRow, 'customerId' | 'storeId'>;
  /** Of the activity that the note is about. */
  readonly channel: Channel;
  /** Who wrote it. */
  readonly memberId: Id<'Member'>;
  /** When the customer said it, as far as that is known. */
  readonly said: ActSpan;
}

/**
 * "Take me off your list", noted by anybody, stops what it names: nobody has to look for a second button. Said at some moment
 * of a stretch, it counts from its beginning, and outweighs what the customer agreed to or asked for meanwhile: a STOP comes
 * too early rather than too late.
 *
 * @returns whether the customer stopped something: his other opportunities are to be planned anew.
 */
export async function hearNote(
  tx: GroupTransaction,
  seal: Seal,
  { note, opportunity, channel, memberId, said }: HeardNote,
  now: Instant,
): Promise<boolean> {
  const heard = revocationInNote(note, channel);
  if (heard === undefined) return false;
  const { customerId, storeId } = opportunity;
  const data = { channel: heard.channel, purpose: heard.purpose, how: `note: ${heard.rule}`, memberId };
  const moments = (await reopenedWithin(tx, customerId, said)) ? [said.from, said.until] : [said.from];
  for (const at of moments) {
    await tellLedger(
      tx,
      seal,
      { customerId, storeId, acts: [{ kind: 'consent.revoked', data }], words: note, at },
      now,
    );
  }
  return true;
}

/** Whether a STOP from the beginning would be undone: by a consent, or by an inquiry, which asks for replies anew. */
async function reopenedWithin(tx: GroupTransaction, customerId: string, { from, until }: ActSpan): Promise<boolean> {
  if (from === until) return false;
  const history = (await loadContactHistories(tx, tx.groupId, [customerId])).get(customerId);
  const { acts, inquiries } = history ?? contactHistory.empty;
  return (
    acts.some(({ act, at }) => act === 'given' && at >= from && at <= until) ||
    // What was asked for at the very beginning is what the task is about: it came before.
    inquiries.some(({ repeat, at }) => !repeat && at > from && at <= until)
  );
}
