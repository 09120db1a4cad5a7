import type { Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { loadContactHistories } from '../contact/load-contact-histories.ts';
import { contextAt, loadStoreRules } from '../store/store-rules.ts';
import { openTaskPerson, TASK_JOINS, type TaskRow, taskColumns, taskDetails } from './task-row.ts';
import { placedReasons, type TaskView, taskView, verdictOn } from './task-view.ts';

const TASKS = statement(
  'tasks by id',
  `select ${taskColumns()}
     from touch t ${TASK_JOINS} ${taskDetails()}
    where t.group_id = $1 and t.id = any($3) and ${storeInSight('t.store_id', '$2')}`,
);

/** Tasks of one store by touch id, in no order; those that do not exist or are not in the member's sight are left out. */
export async function loadTasks(
  runner: SqlRunner,
  groupId: string,
  seal: Seal,
  viewerId: string,
  touchIds: readonly string[],
  now: Instant,
): Promise<readonly TaskView[]> {
  const rows = await runner.sql<TaskRow>(TASKS, [groupId, viewerId, touchIds]);
  const [first] = rows;
  if (first === undefined) return [];
  const rules = await loadStoreRules(runner, groupId, first.storeId, now);
  if (rules === undefined) throw new Error(`store ${first.storeId} has tasks but no active plan`);
  const due = rows.filter(({ state }) => state === 'due');
  const histories = await loadContactHistories(
    runner,
    groupId,
    due.map(({ customerId }) => customerId),
  );
  return rows.map((row) => {
    const asked = row.state === 'due';
    const person = openTaskPerson(seal, groupId, row);
    const verdict = asked ? verdictOn(person, row, histories.get(row.customerId), contextAt(rules, now)) : undefined;
    return taskView(person, row, rules.zone, verdict, placedReasons(row));
  });
}
