import { type Instant, plus, reason, SIGNING_ROLES } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import { NotAllowedError, RefusedError } from '../../graphql/errors.ts';
import { seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { CHECK_AFTER, orderFindingCheck } from '../finding/order-check.ts';
import { assertMayAct } from './assert-may-act.ts';
import { lockPlanVersion } from './lock-plan-version.ts';

export interface SignWish {
  readonly key: string;
  readonly planVersionId: string;
  /** Of the text that was read. */
  readonly revision: number;
}

const SIGN = statement(
  'sign plan',
  `insert into plan_signature (group_id, id, plan_version_id, revision, member_id, signed_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (group_id, plan_version_id, revision, member_id) do nothing`,
);

/**
 * Signs a plan version as it was read. A second signature under the same text changes nothing.
 *
 * @throws NotFoundError; NotAllowedError for auditors and administrators; RefusedError when the text is still
 * being written or was changed meanwhile, or the version is no longer of use.
 */
export function signPlan(
  group: GroupDatabase,
  viewer: Viewer,
  wish: SignWish,
  now: Instant,
): Promise<{ readonly planVersionId: string }> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'signPlan' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => sign(tx, viewer, wish, now)));
}

async function sign(tx: GroupTransaction, viewer: Viewer, wish: SignWish, now: Instant) {
  const version = await lockPlanVersion(tx, viewer.memberId, wish.planVersionId);
  if (!SIGNING_ROLES.includes(viewer.role) || !seesStore(viewer, version.storeId)) throw new NotAllowedError();
  assertMayAct(version, 'sign');
  if (version.revision !== wish.revision) throw new RefusedError([reason('planVersion.changed')], version.zone);
  await tx.sql(SIGN, [tx.groupId, newId(), version.id, version.revision, viewer.memberId, new Date(now)]);
  // What waited for this name is over.
  if (version.state === 'active') await orderFindingCheck(tx, version.storeId, plus(now, CHECK_AFTER));
  return { planVersionId: version.id };
}
