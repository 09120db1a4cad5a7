import type { Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';

/** What automation has open in a store. */
export interface Waiting {
  /** What would be sent when its time comes. */
  readonly texts: number;
  readonly emails: number;
  /** What is late by now, and is sent by nobody. */
  readonly late: number;
}

const WAITING = statement(
  'what automation has open',
  `select count(*) filter (where t.channel = 'text' and t.deadline > $3)::int as texts,
          count(*) filter (where t.channel = 'email' and t.deadline > $3)::int as emails,
          count(*) filter (where t.deadline <= $3)::int as late
     from touch t
    where t.group_id = $1 and t.store_id = $2 and t.state = 'due' and t.who = 'automation'`,
);

/** What the owner's go would set going now, at most: the law and the customer's word are asked when it is sent. */
export async function loadWaiting(runner: SqlRunner, groupId: string, storeId: string, now: Instant): Promise<Waiting> {
  const [row] = await runner.sql<Waiting>(WAITING, [groupId, storeId, new Date(now)]);
  return row ?? { texts: 0, emails: 0, late: 0 };
}
