import type { FollowUpPlan } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { PlanVersionView } from './plan-view.ts';

/** Of a draft: the one in force. Of one that was in force: the one that it took the place of. */
const BEFORE = statement(
  'plan version before',
  `select p.document
     from plan_version p
    where p.group_id = $1 and p.store_id = $2 and p.id <> $3 and p.activated_at is not null
      and ($4::timestamptz is null or (p.activated_at, p.version) < ($4, $5::int))
    order by p.activated_at desc, p.version desc
    limit 1`,
);

/** The document that readers of a version knew before; undefined for a store's first. */
export async function loadVersionBefore(
  runner: SqlRunner,
  groupId: string,
  { id, storeId, activatedAt, version }: Pick<PlanVersionView, 'id' | 'storeId' | 'activatedAt' | 'version'>,
): Promise<FollowUpPlan | undefined> {
  const [row] = await runner.sql<{ readonly document: FollowUpPlan }>(BEFORE, [
    groupId,
    storeId,
    id,
    activatedAt,
    version,
  ]);
  return row?.document;
}
