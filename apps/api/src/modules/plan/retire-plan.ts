import { type Id, type Instant, retirePlan as retired } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { RefusedError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import type { PlanWish } from './activate-plan.ts';
import { lockPlanVersion } from './lock-plan-version.ts';

export interface RetireWish extends PlanWish {
  /** For who was asked to sign it; undefined where nobody said. */
  readonly why: string | undefined;
}

const RETIRE = statement(
  'retire plan version',
  `update plan_version set state = 'retired' where group_id = $1 and id = $2`,
);
const KEEP_WHY = statement(
  'keep why a plan version was retired',
  'insert into note (group_id, fact_id, text_sealed) values ($1, $2, $3)',
);

/**
 * Withdraws a version that has not begun: nobody signs it, writes it or starts it any more, and nobody is waited for.
 *
 * @throws NotFoundError; RefusedError for the version in force, for one that is of no use any more, and where who was
 * asked to sign is not told why.
 */
export function retirePlan(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: RetireWish,
  now: Instant,
): Promise<{ readonly planVersionId: string }> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'retirePlan' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => retire(tx, seal, viewer, wish, now)));
}

async function retire(
  tx: GroupTransaction,
  seal: Seal,
  { memberId }: Viewer,
  { planVersionId, why }: RetireWish,
  now: Instant,
) {
  const version = await lockPlanVersion(tx, memberId, planVersionId);
  const { state, unfinished } = version;
  const standing = { id: version.id as Id<'PlanVersion'>, state, unfinished };
  const decided = retired(standing, why, memberId as Id<'Member'>, now);
  if (!decided.ok) throw new RefusedError(decided.refusals, version.zone);
  const fact = factOf(decided.value, version.storeId, now);
  await tx.sql(RETIRE, [tx.groupId, version.id]);
  await recordFacts(tx, [fact]);
  if (why !== undefined) await tx.sql(KEEP_WHY, [tx.groupId, fact.id, seal.seal(tx.groupId, NOTE_FIELD, why)]);
  return { planVersionId };
}
