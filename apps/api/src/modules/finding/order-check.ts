import type { Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { schedule } from '../../jobs/schedule.ts';

/** Due work that holds a store's counted days against its plan's standards. */
export const FINDING_CHECK = 'finding.check';

/** Orders a look at the store; an earlier order than the one that stands moves it forward. */
export async function orderFindingCheck(tx: GroupTransaction, storeId: string, dueAt: Instant): Promise<void> {
  await schedule(tx, { kind: FINDING_CHECK, subject: storeId, storeId, dueAt });
}
