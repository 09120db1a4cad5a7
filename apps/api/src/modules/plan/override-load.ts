import type { Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { assertMayAct } from './assert-may-act.ts';
import { lockPlanVersion } from './lock-plan-version.ts';

export interface OverrideWish {
  readonly key: string;
  readonly planVersionId: string;
  /** Why the store carries more than it gets done: everybody of the store reads it. */
  readonly note: string;
}

const OVERRIDE = statement(
  'override load',
  `update plan_version set override_by_id = $3, override_at = $4, override_note = $5
    where group_id = $1 and id = $2`,
);

/**
 * A manager's signed word that a draft may go live although it asks for more than the people get done. It stays on the
 * version for everybody to see, and falls with the next change of the draft.
 *
 * @throws NotFoundError; RefusedError for a version that is no draft any more.
 */
export function overrideLoad(
  group: GroupDatabase,
  { memberId }: Viewer,
  { key, planVersionId, note }: OverrideWish,
  now: Instant,
): Promise<{ readonly planVersionId: string }> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: memberId, key, operation: 'overridePlanLoad' }, now, async () => {
      const version = await lockPlanVersion(tx, memberId, planVersionId);
      assertMayAct(version, 'override');
      await tx.sql(OVERRIDE, [tx.groupId, version.id, memberId, new Date(now), note]);
      return { planVersionId };
    }),
  );
}
