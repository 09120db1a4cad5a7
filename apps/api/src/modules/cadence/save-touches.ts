import type { Id } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';
import type { CountedStep } from '../measures/count-steps.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import type { TouchCounts } from './count-touches.ts';
import type { AskedTouch, SettledTouch } from './plan-touches.ts';
import { touchColumns } from './touch-columns.ts';

/** What of a touch never changes. */
const FIXED = ['id', 'opportunity_id', 'store_id', 'department_id', 'step', 'channel', 'purpose', 'who'];

const SETTLE = statement(
  'settle touch',
  `update touch set state = $3, settled_at = $4, settled_by_fact_id = $5, reasons = coalesce($6, reasons), counted = $7
    where group_id = $1 and id = $2`,
);

/** Writes the touches that are asked for: new ones, and those known before with what changed about them. */
export async function saveAsked(
  tx: GroupTransaction,
  asked: readonly AskedTouch[],
  counts: TouchCounts['counts'],
  opportunity: OpportunityRow,
  planVersionId: Id<'PlanVersion'>,
): Promise<void> {
  const rows = asked.map(({ touch, place }) =>
    touchColumns({
      touch,
      place,
      storeId: opportunity.storeId,
      departmentId: opportunity.departmentId,
      // An appointment may have been set under a later version than the lead came in.
      planVersionId: touch.reasons[0].plan?.version ?? planVersionId,
      state: 'due',
      reasons: touch.reasons,
      settledAt: undefined,
      settledBy: undefined,
      counted: counts.get(touch.id) ?? null,
    }),
  );
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const places = rows.map(
    (_, row) => `($1, ${columns.map((_column, i) => `$${2 + row * columns.length + i}`).join(', ')})`,
  );
  const changing = columns.filter((column) => !FIXED.includes(column));
  await tx.sql(
    statement(
      `save ${rows.length} touches`,
      `insert into touch (group_id, ${columns.join(', ')})
       values ${places.join(', ')}
       on conflict (group_id, id) do update set
         ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    ),
    [tx.groupId, ...rows.flatMap((row) => columns.map((column) => row[column] ?? null))],
  );
}

/** Writes what became of touches that were asked for. */
export async function saveSettled(
  tx: GroupTransaction,
  settled: readonly SettledTouch[],
  counts: TouchCounts['counts'],
): Promise<void> {
  for (const { id, state, at, factId, reason } of settled) {
    await tx.sql(SETTLE, [
      tx.groupId,
      id,
      state,
      new Date(at),
      factId ?? null,
      reason === undefined ? null : json([reason]),
      jsonOrNull(counts.get(id)),
    ]);
  }
}

function jsonOrNull(value: CountedStep | null | undefined): SqlParameter {
  return value == null ? null : json(value);
}
