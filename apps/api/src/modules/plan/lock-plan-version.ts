import type { GroupTransaction } from '../../database/gateway.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { lockKeys } from '../lock-keys.ts';
import { LOCK_PLAN_VERSION, PLAN_VERSIONS_BY_ID, type PlanVersionView } from './plan-view.ts';

/** One at a time changes the plans of a store. */
export function lockPlansOf(tx: GroupTransaction, storeId: string): Promise<void> {
  return lockKeys(tx, [`plan|${storeId}`]);
}

/**
 * A version to change, with the plans of its store.
 *
 * @throws NotFoundError for one that there is not, or that the member does not see.
 */
export async function lockPlanVersion(
  tx: GroupTransaction,
  viewerId: string,
  planVersionId: string,
): Promise<PlanVersionView> {
  const key = [tx.groupId, viewerId, [planVersionId]];
  const [seen] = await tx.sql<PlanVersionView>(PLAN_VERSIONS_BY_ID, key);
  if (seen === undefined) throw new NotFoundError('PlanVersion');
  await lockPlansOf(tx, seen.storeId);
  const [version] = await tx.sql<PlanVersionView>(LOCK_PLAN_VERSION, [tx.groupId, viewerId, planVersionId]);
  if (version === undefined) throw new NotFoundError('PlanVersion');
  return version;
}
