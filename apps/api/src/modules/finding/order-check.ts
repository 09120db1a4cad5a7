import { type Instant, instant, MINUTE } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { schedule } from '../../jobs/schedule.ts';

/** Due work that holds a store's counted days against its plan's standards. */
export const FINDING_CHECK = 'finding.check';

/** What moves is looked at soon, and many moves at once: a store's findings hang on sums of days. */
export const CHECK_AFTER = MINUTE;

const STANDING = statement(
  'standing finding check',
  `select due_at as "dueAt"
     from due_work
    where group_id = $1 and kind = $2 and subject = $3 and done_at is null and dead_at is null and claimed_until is null`,
);

/** Orders a look at the store's findings for that time at the latest: an earlier order stays. */
export async function orderFindingCheck(tx: GroupTransaction, storeId: string, dueAt: Instant): Promise<void> {
  const [standing] = await tx.sql<{ readonly dueAt: Date }>(STANDING, [tx.groupId, FINDING_CHECK, storeId]);
  if (standing !== undefined && instant(standing.dueAt.getTime()) <= dueAt) return;
  await schedule(tx, { kind: FINDING_CHECK, subject: storeId, storeId, dueAt });
}
