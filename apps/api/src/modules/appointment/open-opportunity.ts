import type { Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { NotAllowedError, NotFoundError } from '../../graphql/errors.ts';
import { hasCapability, seesStore, type Viewer } from '../access/viewer.ts';
import { lockOpportunity, type OpportunityRow } from '../opportunity/opportunity-row.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';

/**
 * The opportunity, locked, with its store's rules, for somebody who may speak for the store with this customer: its
 * owner, and whoever works a day in that store.
 *
 * @throws NotFoundError, NotAllowedError
 */
export async function openOpportunity(
  tx: GroupTransaction,
  viewer: Viewer,
  opportunityId: string,
  now: Instant,
): Promise<{ readonly opportunity: OpportunityRow; readonly rules: StoreRules }> {
  const opportunity = await lockOpportunity(tx, opportunityId);
  // What is not in the viewer's sight is answered like what does not exist.
  if (opportunity === undefined || !seesStore(viewer, opportunity.storeId)) throw new NotFoundError('Opportunity');
  const works = hasCapability(viewer, 'ownDay') && viewer.storeIds.includes(opportunity.storeId);
  if (!works) throw new NotAllowedError('Only who works in the store speaks with its customers');
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  if (rules === undefined) throw new Error(`store ${opportunity.storeId} has deals but no active plan`);
  return { opportunity, rules };
}
