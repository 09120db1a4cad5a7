import type { ProofCode, Reason } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { type PageArguments, pageOf, pageWish, unknownCursor } from '../../graphql/keyset-page.ts';
import type { Seal } from '../../secrets/seal.ts';
import { openTaskPerson, TASK_JOINS, type TaskRow, taskColumns, taskDetails } from '../workday/task-row.ts';
import { type TaskView, taskView } from '../workday/task-view.ts';
import type { MemberBoard } from './member-board.ts';

const CURSOR = statement(
  'cursor of a missed step',
  'select t.deadline from touch t where t.group_id = $1 and t.id = $4 and t.member_id = $2 and t.store_id = $3',
);

// A call that was claimed and that nothing shows is a missed step too: the proof says why.
const MISSED = statement(
  'missed steps of a member',
  `select ${taskColumns()}, pr.reasons as "proofReasons"
     from touch t ${TASK_JOINS} ${taskDetails()}
     left join proof pr on pr.group_id = $1 and pr.claim_id = t.settled_by_fact_id
    where t.group_id = $1 and t.member_id = $2 and t.store_id = $3 and t.counted ->> 'state' = 'missed'
      and (t.counted ->> 'day')::date between $4 and $5
      and ($6::timestamptz is null or (t.deadline, t.id) < ($6, $7::text))
    order by t.deadline desc, t.id desc
    limit $8`,
);

/** A missed step, by its touch's id. */
export interface MissedTask {
  readonly id: string;
  readonly task: TaskView;
}

/** The steps of the plan that the person left out on the board's days, the latest first. */
export async function memberMissed(group: GroupDatabase, seal: Seal, board: MemberBoard, page: PageArguments) {
  const { groupId } = group;
  const { member, store, from, to } = board;
  const wish = pageWish('Task', page);
  const { take, afterId } = wish;
  const after = afterId === undefined ? null : await cursorAt(group, board, afterId);
  const parameters = [groupId, member.id, store.id, from, to, after, afterId ?? null, take];
  const rows = await group.sql<TaskRow & { readonly proofReasons: readonly Reason<ProofCode>[] | null }>(
    MISSED,
    parameters,
  );
  const missed = rows.map(
    ({ proofReasons, ...row }): MissedTask => ({
      id: row.id,
      task: taskView(openTaskPerson(seal, groupId, row), row, store.zone, undefined, proofReasons ?? []),
    }),
  );
  return pageOf('Task', wish, missed);
}

async function cursorAt(group: GroupDatabase, { member, store }: MemberBoard, afterId: string): Promise<Date> {
  const [row] = await group.sql<{ readonly deadline: Date }>(CURSOR, [group.groupId, member.id, store.id, afterId]);
  if (row === undefined) throw unknownCursor();
  return row.deadline;
}
