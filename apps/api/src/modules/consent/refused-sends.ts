import { type Channel, type ContactVerdict, type Instant, instant, type Purpose, type Reason } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { storeInSight } from '../access/sight-sql.ts';

/** A message that contact law kept from leaving. */
export interface RefusedSend {
  readonly id: string;
  readonly storeId: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** When it was written; it was refused when its turn came. */
  readonly queuedAt: Instant;
  readonly reasons: readonly Reason[];
}

interface RefusedRow extends Omit<RefusedSend, 'queuedAt' | 'reasons'> {
  readonly customerId: string;
  readonly queuedAt: Date;
  readonly verdict: ContactVerdict | null;
}

/** Nobody reads more; the whole file has them all. */
const MOST_SHOWN = 50;

const REFUSED = statement(
  'refused messages of customers',
  `select c.id as "customerId", r.*
     from unnest($3::uuid[]) as c (id)
    cross join lateral (
       select m.id, m.store_id as "storeId", m.channel, m.purpose, m.queued_at as "queuedAt", m.verdict
         from outgoing_message m
        where m.group_id = $1 and m.customer_id = c.id and m.state = 'refused'
          and ${storeInSight('m.store_id', '$2::uuid')}
        order by m.queued_at desc, m.id
        limit ${MOST_SHOWN}) r`,
);

/** What was not sent to each customer because a rule forbade it, the latest first, in the viewer's stores. */
export async function loadRefusedSends(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RefusedSend[]>> {
  const rows = await runner.sql<RefusedRow>(REFUSED, [groupId, viewerId, customerIds]);
  const sends = rows.map(({ customerId, queuedAt, verdict, ...row }) => {
    const send: RefusedSend = { ...row, queuedAt: instant(queuedAt.getTime()), reasons: verdict?.reasons ?? [] };
    return { customerId, send };
  });
  const byCustomer = Map.groupBy(sends, ({ customerId }) => customerId);
  return new Map([...byCustomer].map(([customerId, all]) => [customerId, all.map(({ send }) => send)]));
}
