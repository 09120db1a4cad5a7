import { type Instant, instant } from '@beback/core';
import type { SqlRunner } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';

/** Work that failed as often as is allowed and waits for a person. */
export interface DeadWork {
  readonly id: string;
  readonly kind: string;
  /** What it is about, by id. */
  readonly subject: string;
  readonly storeId: string | undefined;
  readonly dueAt: Instant;
  readonly diedAt: Instant;
  readonly attempts: number;
  /** Name and code of the last error. */
  readonly error: string;
}

/** More tell nobody more: they mostly have one cause. */
const MOST = 100;

const DEAD = statement(
  'dead work',
  `select id, kind, subject, store_id as "storeId", due_at as "dueAt", dead_at as "diedAt", attempts,
          coalesce(last_error, '') as error
     from due_work where group_id = $1 and dead_at is not null order by dead_at desc, id limit $2`,
);

interface Row extends Pick<DeadWork, 'id' | 'kind' | 'subject' | 'attempts' | 'error'> {
  readonly storeId: string | null;
  readonly dueAt: Date;
  readonly diedAt: Date;
}

/** A group's dead work, the latest first, at most a hundred. An order of the same kind and subject wakes it again. */
export async function deadWork(database: SqlRunner & { readonly groupId: string }): Promise<readonly DeadWork[]> {
  const rows = await database.sql<Row>(DEAD, [database.groupId, MOST]);
  return rows.map((row) => ({
    ...row,
    storeId: row.storeId ?? undefined,
    dueAt: instant(row.dueAt.getTime()),
    diedAt: instant(row.diedAt.getTime()),
  }));
}
