import { type Instant, reason } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError, RefusedError } from '../../graphql/errors.ts';
import type { Resources } from '../../server/resources.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { tryAgain } from './try-later.ts';

const IS_THERE = statement('message is there', 'select id from outgoing_message where group_id = $1 and id = $2');

export interface ResendWish {
  readonly key: string;
  readonly messageId: string;
}

/**
 * Sends a message again that failed, or that was kept because nothing was set up to send it. Whether it may go is asked
 * when it goes.
 *
 * @throws NotFoundError; RefusedError for a message in any other state.
 */
export function resendMessage(
  group: GroupDatabase,
  resources: Pick<Resources, 'jobs'>,
  viewer: Viewer,
  { key, messageId }: ResendWish,
  now: Instant,
): Promise<{ readonly messageId: string }> {
  const once = { actorId: viewer.memberId, key, operation: 'resendMessage' };
  return group.transaction((tx) =>
    answerOnce(tx, once, now, async () => {
      const known = await tx.sql(IS_THERE, [tx.groupId, messageId]);
      if (known.length === 0) throw new NotFoundError('OutgoingMessage');
      if (!(await tryAgain(tx, resources, messageId))) throw new RefusedError([reason('outgoing.notResendable')]);
      return { messageId };
    }),
  );
}
