import { type Channel, type Instant, mayContact, type Purpose } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { loadEvidence } from './load-evidence.ts';

/** An attempt that somebody logs. */
export interface LoggedAttempt {
  /** The fact `activity.logged`, still to be written. */
  readonly factId: string;
  readonly customerId: string;
  readonly touch: { readonly channel: Channel; readonly purpose: Purpose };
  readonly at: Instant;
}

const KEEP = statement('keep verdict', 'insert into activity_verdict (group_id, fact_id, verdict) values ($1, $2, $3)');

/** Keeps what contact law said about an attempt at its moment. It refuses nothing: the attempt was made. */
export async function keepVerdict(
  tx: GroupTransaction,
  seal: Seal,
  { factId, customerId, touch, at }: LoggedAttempt,
  rules: StoreRules,
): Promise<void> {
  const { history, location } = await loadEvidence(tx, seal, customerId);
  const { channel, purpose } = touch;
  const verdict = mayContact(history, { channel, purpose, automated: false, location }, contextAt(rules, at));
  await tx.sql(KEEP, [tx.groupId, factId, json(verdict)]);
}
