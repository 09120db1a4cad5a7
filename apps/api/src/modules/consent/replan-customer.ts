import type { Fact, Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity } from '../opportunity/opportunity-row.ts';
import { loadStoreRules } from '../store/store-rules.ts';

const EPISODES = statement(
  'opportunities of a customer',
  'select id from opportunity where group_id = $1 and customer_id = $2 order by id',
);

/**
 * Asks the plan anew about every opportunity of a customer, in all stores of the group: what the customer has said ends
 * or reopens touches of them all. One after the other by id, so that two of these never wait for each other.
 *
 * @param facts - of one of these opportunities, by its id: recorded on the way
 * @param except - planned anew by the caller already
 */
export async function replanCustomer(
  tx: GroupTransaction,
  seal: Seal,
  customerId: string,
  now: Instant,
  {
    facts = new Map(),
    except,
  }: { readonly facts?: ReadonlyMap<string, readonly Fact[]>; readonly except?: string } = {},
): Promise<void> {
  const episodes = await tx.sql<{ readonly id: string }>(EPISODES, [tx.groupId, customerId]);
  for (const { id } of episodes) {
    if (id === except) continue;
    const opportunity = await lockOpportunity(tx, id);
    if (opportunity === undefined) continue;
    const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
    if (rules !== undefined) await advance(tx, seal, rules, opportunity, facts.get(id) ?? [], now);
  }
}
