import type { FirstResponse } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { cancelDueWork, schedule } from '../../jobs/schedule.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';

/** Due work at the stages of a running response clock: 5, 15 and 30 counted minutes by the default plan. */
export const RESPONSE_STAGE = 'firstResponse.stage';

/** Orders a look for when the clock enters its next stage, if it ever does. */
export async function orderStage(
  tx: GroupTransaction,
  { id, storeId }: Pick<OpportunityRow, 'id' | 'storeId'>,
  response: FirstResponse,
): Promise<void> {
  const work = { kind: RESPONSE_STAGE, subject: id };
  const next = response.kind === 'running' ? response.next : undefined;
  if (next === undefined) await cancelDueWork(tx, work);
  else await schedule(tx, { ...work, storeId, dueAt: next.at });
}
