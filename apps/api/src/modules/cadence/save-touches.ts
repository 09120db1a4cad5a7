import type { GroupTransaction } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';
import type { CountedStep } from '../measures/count-steps.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import type { TouchCounts } from './count-touches.ts';
import type { AskedTouch, SettledTouch } from './plan-touches.ts';

const COLUMNS = 26;

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
  planVersionId: string,
): Promise<void> {
  if (asked.length === 0) return;
  const rows = asked.map((_, row) => `(${placeholders(row * COLUMNS)})`).join(', ');
  const parameters = asked.flatMap(({ touch, memberId, placement, rank, verdict }): SqlParameter[] => [
    tx.groupId,
    touch.id,
    opportunity.id,
    opportunity.storeId,
    opportunity.departmentId,
    memberId ?? null,
    planVersionId,
    touch.step,
    touch.channel,
    touch.purpose,
    touch.who,
    touch.urgency,
    touch.trigger,
    new Date(touch.since),
    new Date(touch.window.from),
    new Date(touch.window.best),
    new Date(touch.window.deadline),
    'due',
    placement,
    rank ?? null,
    verdict?.kind === 'allowed' ? new Date(verdict.until) : null,
    verdict?.kind === 'notNow' ? new Date(verdict.next) : null,
    json(touch.reasons),
    null,
    null,
    jsonOrNull(counts.get(touch.id)),
  ]);
  await tx.sql(
    statement(
      `save ${asked.length} touches`,
      `insert into touch (group_id, id, opportunity_id, store_id, department_id, member_id, plan_version_id, step, channel,
                          purpose, who, urgency, trigger, since, window_from, best, deadline, state, placement, rank,
                          lawful_until, next_lawful, reasons, settled_at, settled_by_fact_id, counted)
       values ${rows}
       on conflict (group_id, id) do update set
         member_id = excluded.member_id, plan_version_id = excluded.plan_version_id, urgency = excluded.urgency,
         trigger = excluded.trigger, since = excluded.since, window_from = excluded.window_from, best = excluded.best,
         deadline = excluded.deadline, state = excluded.state, placement = excluded.placement, rank = excluded.rank,
         lawful_until = excluded.lawful_until, next_lawful = excluded.next_lawful, reasons = excluded.reasons,
         settled_at = null, settled_by_fact_id = null, counted = excluded.counted`,
    ),
    parameters,
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

function placeholders(before: number): string {
  return Array.from({ length: COLUMNS }, (_, i) => `$${before + i + 1}`).join(', ');
}
