import type { GroupTransaction } from '../database/gateway.ts';
import { newId } from '../database/new-id.ts';
import { statement } from '../database/statement.ts';
import type { DueWorkOrder } from './due-work.ts';

// A new time makes the work new: whoever had taken it loses the claim, and its completion finds nothing to mark.
const SCHEDULE = statement(
  'schedule due work',
  `insert into due_work (group_id, id, kind, subject, store_id, due_at, attempts)
   values ($1, $2, $3, $4, $5, $6, 0)
   on conflict (group_id, kind, subject) do update set
     store_id = excluded.store_id, due_at = excluded.due_at, attempts = 0,
     claimed_until = null, done_at = null, dead_at = null, last_error = null`,
);
const SCHEDULE_ALL = statement(
  'schedule much due work',
  `insert into due_work (group_id, id, kind, subject, store_id, due_at, attempts)
   select $1, o.id, $2, o.subject, $5, $6, 0 from unnest($3::uuid[], $4::text[]) as o(id, subject) order by o.subject
   on conflict (group_id, kind, subject) do update set
     store_id = excluded.store_id, due_at = excluded.due_at, attempts = 0,
     claimed_until = null, done_at = null, dead_at = null, last_error = null`,
);
const CANCEL = statement(
  'cancel due work',
  'delete from due_work where group_id = $1 and kind = $2 and subject = $3 and done_at is null',
);
const NOTE_DUE = statement('note group due', 'select note_group_due($1, $2)');

/**
 * Orders work for a time by the one clock; the tick does it soon after. One row per kind and subject: a second order
 * moves the first, done or not.
 *
 * @example
 * await schedule(tx, { kind: 'firstResponse.stage', subject: opportunityId, storeId, dueAt });
 */
export async function schedule(tx: GroupTransaction, { kind, subject, storeId, dueAt }: DueWorkOrder): Promise<void> {
  const due = new Date(dueAt);
  await tx.sql(SCHEDULE, [tx.groupId, newId(), kind, subject, storeId ?? null, due]);
  await tx.sql(NOTE_DUE, [tx.groupId, due]);
}

/** {@link schedule} of one kind about many subjects, by one statement. */
export async function scheduleAll(
  tx: GroupTransaction,
  { kind, subjects, storeId, dueAt }: Omit<DueWorkOrder, 'subject'> & { readonly subjects: readonly string[] },
): Promise<void> {
  if (subjects.length === 0) return;
  const due = new Date(dueAt);
  const ids = subjects.map(() => newId());
  await tx.sql(SCHEDULE_ALL, [tx.groupId, kind, ids, subjects, storeId ?? null, due]);
  await tx.sql(NOTE_DUE, [tx.groupId, due]);
}

/** Takes an order back; nothing happens where there is none, or it is done. */
export async function cancelDueWork(
  tx: GroupTransaction,
  { kind, subject }: Pick<DueWorkOrder, 'kind' | 'subject'>,
): Promise<void> {
  await tx.sql(CANCEL, [tx.groupId, kind, subject]);
}
