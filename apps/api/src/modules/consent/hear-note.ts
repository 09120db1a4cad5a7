import { type Channel, type Id, type Instant, revocationInNote } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import { tellLedger } from './tell-ledger.ts';

export interface HeardNote {
  readonly note: string;
  readonly opportunity: Pick<OpportunityRow, 'customerId' | 'storeId'>;
  /** Of the activity that the note is about. */
  readonly channel: Channel;
  /** Who wrote it. */
  readonly memberId: Id<'Member'>;
  readonly at: Instant;
}

/**
 * "Take me off your list", noted by anybody, stops what it names: nobody has to look for a second button.
 *
 * @returns whether the customer stopped something: his other opportunities are to be planned anew.
 */
export async function hearNote(
  tx: GroupTransaction,
  seal: Seal,
  { note, opportunity, channel, memberId, at }: HeardNote,
  now: Instant,
): Promise<boolean> {
  const heard = revocationInNote(note, channel);
  if (heard === undefined) return false;
  const { customerId, storeId } = opportunity;
  const data = { channel: heard.channel, purpose: heard.purpose, how: `note: ${heard.rule}`, memberId };
  await tellLedger(tx, seal, { customerId, storeId, acts: [{ kind: 'consent.revoked', data }], words: note, at }, now);
  return true;
}
