import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FINDING_COLUMNS, type FindingView, SEVERITY } from '../finding/finding-view.ts';
import { boardInSight } from './board-sight.ts';

/** More than a screen holds; `openFindings` of the row above tells how many there are. */
const MOST = 50;

const FINDINGS = statement(
  'findings of a store or department',
  `select ${FINDING_COLUMNS}
     from finding f
     join store s on s.group_id = $1 and s.id = f.store_id
    where f.group_id = $1 and f.store_id = $3 and ($4::uuid is null or f.department_id = $4) and f.state <> 'cleared'
      and ${boardInSight('f.store_id', '$2')}
    order by ${SEVERITY}, f.opened_at desc, f.id
    limit $5`,
);

/** What stands about a store or one of its departments, the most severe first. */
export function loadFindings(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  storeId: string,
  departmentId?: string,
): Promise<readonly FindingView[]> {
  return runner.sql<FindingView>(FINDINGS, [groupId, viewerId, storeId, departmentId ?? null, MOST]);
}
