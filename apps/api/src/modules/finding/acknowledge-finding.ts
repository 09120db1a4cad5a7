import type { Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { boardInSight } from '../board/board-sight.ts';

export interface AcknowledgeWish {
  readonly key: string;
  readonly findingId: string;
}

const FINDING = statement(
  'finding to acknowledge',
  `select f.state
     from finding f
    where f.group_id = $1 and f.id = $3 and ${boardInSight('f.store_id', '$2')}
      for update of f`,
);
const ACKNOWLEDGE = statement(
  'acknowledge finding',
  `update finding set state = 'acknowledged', acknowledged_at = $3, acknowledged_by_id = $4
    where group_id = $1 and id = $2 and state = 'open'`,
);

/**
 * Notes who has seen a finding, and when. The first who says so stands; what no longer holds needs nobody.
 *
 * @throws NotFoundError
 */
export async function acknowledgeFinding(
  group: GroupDatabase,
  { memberId }: Viewer,
  { key, findingId }: AcknowledgeWish,
  now: Instant,
): Promise<void> {
  const once = { actorId: memberId, key, operation: 'acknowledgeFinding' };
  await group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const rows = await tx.sql(FINDING, [tx.groupId, memberId, findingId]);
      if (rows.length === 0) throw new NotFoundError('Finding');
      await tx.sql(ACKNOWLEDGE, [tx.groupId, findingId, new Date(now), memberId]);
      return { findingId };
    }),
  );
}
