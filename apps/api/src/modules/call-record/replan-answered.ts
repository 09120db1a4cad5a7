import type { CallRecorded, Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { schedule } from '../../jobs/schedule.ts';
import { REPLAN } from '../cadence/replan.ts';
import { ANSWERED } from '../contact/load-evidence.ts';

// One answer may be chance: it moves nothing.
const EPISODES = statement(
  'opportunities whose customers have answered',
  `select distinct o.id
     from call_record r
     join contact_point c on c.group_id = $1 and c.kind = 'phone' and c.key = r.customer_phone_key
     join opportunity o on o.group_id = $1 and o.customer_id = c.customer_id and o.store_id = $2
    where r.group_id = $1 and r.id = any($3) and ${ANSWERED}
      and exists (select from call_record x
                   where x.group_id = $1 and x.store_id = $2 and x.customer_phone_key = r.customer_phone_key
                     and x.id <> r.id and x.direction = 'outbound' and x.outcome = 'connected')
      and exists (select from touch t
                   where t.group_id = $1 and t.opportunity_id = o.id and t.state = 'due' and t.channel = 'call')
    order by o.id`,
);

/** Orders another look at whom the new records show to have answered: the next call moves to the hour of the answers. */
export async function replanAnswered(
  tx: GroupTransaction,
  storeId: string,
  calls: readonly CallRecorded[],
  now: Instant,
): Promise<void> {
  if (calls.length === 0) return;
  const episodes = await tx.sql<{ readonly id: string }>(EPISODES, [tx.groupId, storeId, calls.map(({ id }) => id)]);
  for (const { id } of episodes) await schedule(tx, { kind: REPLAN, subject: id, storeId, dueAt: now });
}
