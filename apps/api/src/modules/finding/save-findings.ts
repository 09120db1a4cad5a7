import type { Finding, Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { json, statement } from '../../database/statement.ts';

// What was cleared and holds again is open again: whoever acknowledged it did so before it went away.
const FIND = statement(
  'find finding',
  `insert into finding as f (group_id, id, key, kind, store_id, department_id, member_id, opportunity_id, since, evidence, reasons,
                             state, opened_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12)
   on conflict (group_id, key) do update set
     evidence = excluded.evidence, reasons = excluded.reasons,
     state = case when f.state = 'cleared' then 'open' else f.state end,
     opened_at = case when f.state = 'cleared' then excluded.opened_at else f.opened_at end,
     acknowledged_at = case when f.state = 'cleared' then null else f.acknowledged_at end,
     acknowledged_by_id = case when f.state = 'cleared' then null else f.acknowledged_by_id end,
     cleared_at = null`,
);
const CLEAR = statement(
  'clear findings',
  `update finding set state = 'cleared', cleared_at = $3
    where group_id = $1 and store_id = $2 and state <> 'cleared' and not (key = any($4))`,
);

/** Writes what holds now under its key; what stood open and holds no longer is cleared. */
export async function saveFindings(
  tx: GroupTransaction,
  storeId: string,
  findings: readonly Finding[],
  now: Instant,
): Promise<void> {
  const at = new Date(now);
  for (const finding of findings) {
    await tx.sql(FIND, [
      tx.groupId,
      newId(),
      finding.key,
      finding.kind,
      finding.storeId,
      finding.departmentId ?? null,
      finding.memberId ?? null,
      finding.opportunityId ?? null,
      finding.since,
      json(finding.evidence),
      json(finding.reasons),
      at,
    ]);
  }
  await tx.sql(CLEAR, [tx.groupId, storeId, at, findings.map(({ key }) => key)]);
}
