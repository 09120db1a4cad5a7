import { type ActSpan, type Channel, judgeAct, type Purpose, planAt } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { loadEvidence } from './load-evidence.ts';

/** An attempt that somebody logs. */
export interface LoggedAttempt {
  /** The fact `activity.logged`, still to be written. */
  readonly factId: string;
  readonly customerId: string;
  readonly touch: { readonly channel: Channel; readonly purpose: Purpose };
  /** When it was made, as far as that is known. */
  readonly made: ActSpan;
}

const KEEP = statement('keep verdict', 'insert into activity_verdict (group_id, fact_id, verdict) values ($1, $2, $3)');

/**
 * Keeps what contact law said about an attempt at its moment, by what the customer had said up to then and by the plan that
 * was in force. It refuses nothing: the attempt was made.
 */
export async function keepVerdict(
  tx: GroupTransaction,
  seal: Seal,
  { factId, customerId, touch, made }: LoggedAttempt,
  { plans, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
): Promise<void> {
  const { history, location } = await loadEvidence(tx, seal, customerId);
  const { channel, purpose } = touch;
  const plan = planAt(plans, made.from);
  const verdict = judgeAct(history, { channel, purpose, automated: false, location }, made, { plan, calendar });
  await tx.sql(KEEP, [tx.groupId, factId, json(verdict)]);
}
