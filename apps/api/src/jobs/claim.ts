import { type Instant, instant } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';
import type { DueWork } from './due-work.ts';

/** Work taken by this process until the lease ends; only who holds that very lease may complete it. */
export interface ClaimedWork extends DueWork {
  /** Real time, so that a clock that jumps or races ends no lease early. */
  readonly lease: Date;
}

const CLAIM = statement(
  'claim due work',
  `update due_work set claimed_until = $4, attempts = attempts + 1
   where group_id = $1 and id in (
     select id from due_work
     where group_id = $1 and done_at is null and dead_at is null and due_at <= $2 and kind = any($5::text[])
       and (claimed_until is null or claimed_until <= $3)
     order by due_at, id limit $6 for update skip locked
   )
   returning id, kind, subject, store_id, due_at, attempts`,
);
const HOLD = statement(
  'hold due work',
  `select 1 as held from due_work
   where group_id = $1 and id = $2 and claimed_until = $3 and done_at is null for update`,
);
const DONE = statement(
  'finish due work',
  `update due_work set done_at = $4, claimed_until = null, last_error = null
   where group_id = $1 and id = $2 and claimed_until = $3`,
);
const FAIL = statement(
  'fail due work',
  `update due_work set claimed_until = $4, last_error = $5, dead_at = $6
   where group_id = $1 and id = $2 and claimed_until = $3`,
);
const RELEASE = statement(
  'release due work',
  `update due_work set claimed_until = null, attempts = attempts - 1
   where group_id = $1 and id = any($2::uuid[]) and claimed_until = $3`,
);

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly store_id: string | null;
  readonly due_at: Date;
  readonly attempts: number;
}

export interface ClaimWish {
  /** The one clock. */
  readonly now: Instant;
  /** Real epoch milliseconds. */
  readonly realNow: number;
  readonly leaseMs: number;
  /** Kinds that this process can do. */
  readonly kinds: readonly string[];
  readonly limit: number;
}

/** Takes work that is due and that nobody holds, earliest first. Two that ask at once get different work. */
export async function claimDueWork(database: GroupDatabase, wish: ClaimWish): Promise<readonly ClaimedWork[]> {
  const { groupId } = database;
  const { now, realNow, leaseMs, kinds, limit } = wish;
  const lease = new Date(realNow + leaseMs);
  const rows = await database.sql<Row>(CLAIM, [groupId, new Date(now), new Date(realNow), lease, kinds, limit]);
  return rows
    .map((row) => ({
      groupId,
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      storeId: row.store_id ?? undefined,
      dueAt: instant(row.due_at.getTime()),
      now,
      attempt: row.attempts,
      lease,
    }))
    .sort((left, right) => left.dueAt - right.dueAt || (left.id < right.id ? -1 : 1));
}

/** True when the work is still ours; nobody can take or move it until the transaction ends. */
export async function holdWork(tx: GroupTransaction, { id, lease }: ClaimedWork): Promise<boolean> {
  return (await tx.sql(HOLD, [tx.groupId, id, lease])).length > 0;
}

/** Marks the work done, unless the transaction itself has scheduled it anew. */
export async function finishWork(tx: GroupTransaction, { id, lease }: ClaimedWork, now: Instant): Promise<void> {
  await tx.sql(DONE, [tx.groupId, id, lease, new Date(now)]);
}

/** Leaves the work for a later try, from a real time on, or for good. */
export async function failWork(
  database: GroupDatabase,
  { id, lease }: ClaimedWork,
  failure: { readonly error: string; readonly retryAt: Date; readonly deadAt: Instant | undefined },
): Promise<void> {
  const deadAt = failure.deadAt === undefined ? null : new Date(failure.deadAt);
  await database.sql(FAIL, [database.groupId, id, lease, failure.retryAt, failure.error, deadAt]);
}

/** Gives back what was taken and not begun, as if it had not been taken. */
export async function releaseWork(database: GroupDatabase, works: readonly ClaimedWork[]): Promise<void> {
  const [first] = works;
  if (first === undefined) return;
  await database.sql(RELEASE, [database.groupId, works.map(({ id }) => id), first.lease]);
}
