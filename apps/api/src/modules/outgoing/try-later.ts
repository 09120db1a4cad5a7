import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Resources } from '../../server/resources.ts';

/**
 * So often a message is tried: within the first hour seven times, then each hour, for a day. A night in which the
 * house's mail server is down costs nothing; what is later than that, a person decides about.
 */
export const MOST_TRIES = 31;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;

const NOT_TAKEN = statement(
  'message was not taken',
  `update outgoing_message
      set attempts = attempts + 1, last_error = $3,
          state = case when attempts + 1 >= $4 then 'failed' else state end
    where group_id = $1 and id = $2 and state = 'queued'
   returning state, attempts`,
);
const AGAIN = statement(
  'send message again',
  `update outgoing_message set state = 'queued', attempts = 0, last_error = null
    where group_id = $1 and id = $2 and state in ('failed', 'kept')
   returning id`,
);

/**
 * Notes that a message was not taken and orders the next try, both or neither; after the last one it has failed. Real
 * time: what leaves the house does so now, whatever the clock of the domain says.
 *
 * @param code - of the fault
 */
export async function tryLater(
  group: GroupDatabase,
  { jobs, log }: Pick<Resources, 'jobs' | 'log'>,
  messageId: string,
  code: string,
): Promise<void> {
  const row = await group.transaction(async (tx) => {
    const parameters = [tx.groupId, messageId, code, MOST_TRIES];
    const [tried] = await tx.sql<{ readonly state: string; readonly attempts: number }>(NOT_TAKEN, parameters);
    if (tried?.state === 'queued') await jobs.sendMailJob(tx, messageId, waitAfter(tried.attempts));
    return tried;
  });
  log.warn({ groupId: group.groupId, messageId, code, ...row }, 'a message was not taken');
}

function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
}

/** Lets a message that failed, or was kept, try from the beginning; false for any other. */
export async function tryAgain(
  tx: GroupTransaction,
  { jobs }: Pick<Resources, 'jobs'>,
  messageId: string,
): Promise<boolean> {
  const again = await tx.sql(AGAIN, [tx.groupId, messageId]);
  if (again.length === 0) return false;
  await jobs.sendMailJob(tx, messageId);
  return true;
}
