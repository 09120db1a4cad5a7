import { type Instant, nonEmpty, plus } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { RefusedError } from '../../graphql/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { CHECK_AFTER, orderFindingCheck } from '../finding/order-check.ts';
import { assertMayAct } from './assert-may-act.ts';
import { loadSignatures } from './load-signatures.ts';
import { lockPlanVersion } from './lock-plan-version.ts';
import type { PlanVersionView } from './plan-view.ts';
import { testLoad } from './test-load.ts';

export interface PlanWish {
  readonly key: string;
  readonly planVersionId: string;
}

const REPLACE = statement(
  'end plan in force',
  `update plan_version set state = 'retired' where group_id = $1 and store_id = $2 and state = 'active'`,
);
const ACTIVATE = statement(
  'activate plan',
  `update plan_version set state = 'active', activated_at = $3, activated_by_id = $4 where group_id = $1 and id = $2`,
);

/**
 * Puts a draft into force. What begins from now on runs under it; what began before ends under the version of its time.
 *
 * @throws NotFoundError; RefusedError for a version that is no draft any more or is still being written, or whose load is beyond what the people
 * get done unless a manager has signed for that, or that the owner and all managers have not signed.
 */
export function activatePlan(
  group: GroupDatabase,
  { memberId }: Viewer,
  { key, planVersionId }: PlanWish,
  now: Instant,
): Promise<{ readonly planVersionId: string }> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: memberId, key, operation: 'activatePlan' }, now, async () => {
      const version = await lockPlanVersion(tx, memberId, planVersionId);
      await assertMayStart(tx, version, now);
      await tx.sql(REPLACE, [tx.groupId, version.storeId]);
      await tx.sql(ACTIVATE, [tx.groupId, version.id, new Date(now), memberId]);
      await orderFindingCheck(tx, version.storeId, plus(now, CHECK_AFTER));
      return { planVersionId };
    }),
  );
}

async function assertMayStart(tx: GroupTransaction, version: PlanVersionView, now: Instant): Promise<void> {
  assertMayAct(version, 'activate');
  const { mayStart } = await loadSignatures(tx, tx.groupId, version, now);
  const load = version.overrideAt === null ? (await testLoad(tx, tx.groupId, version, now)).forecast.verdict : mayStart;
  // Both at once: who is told of the one only would come back for the other.
  const refusals = nonEmpty([
    ...(load.ok || load === mayStart ? [] : load.refusals),
    ...(mayStart.ok ? [] : mayStart.refusals),
  ]);
  if (refusals !== undefined) throw new RefusedError(refusals, version.zone);
}
