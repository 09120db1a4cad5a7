import type { Instant } from '@beback/core';
import { z } from 'zod';
import type { GroupTransaction } from '../database/gateway.ts';
import { json, statement } from '../database/statement.ts';
import { InputError } from '../graphql/errors.ts';
import { lockKeys } from './lock-keys.ts';

/** The client's name for one wish: the same at each try. */
export const clientKey = z
  .string()
  .min(8, '8 to 100 characters, another one for each wish')
  .max(100, '8 to 100 characters, another one for each wish');

export interface OnceOnly {
  /** Whose keys: a member, or a store's publishable key. */
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
}

const FIRST_ANSWER = statement(
  'first answer',
  'select operation, answer from idempotent_answer where group_id = $1 and actor_id = $2 and key = $3',
);
const KEEP_ANSWER = statement(
  'keep answer',
  'insert into idempotent_answer (group_id, actor_id, key, operation, answer, at) values ($1, $2, $3, $4, $5, $6)',
);

/**
 * Does the work at the first try and answers every repetition with the first answer, also one that comes while the
 * first is under way. A refusal (a throw) uses the key up for nobody.
 *
 * @param work - its answer is plain JSON: ids to load the rest by
 * @throws InputError when the key was used for another operation.
 */
export async function answerOnce<T>(
  tx: GroupTransaction,
  { actorId, key, operation }: OnceOnly,
  now: Instant,
  work: () => Promise<T>,
): Promise<T> {
  await lockKeys(tx, [`answer|${actorId}|${key}`]);
  const [first] = await tx.sql<{ operation: string; answer: T }>(FIRST_ANSWER, [tx.groupId, actorId, key]);
  if (first !== undefined) {
    if (first.operation !== operation) throw new InputError('key', 'a key that was used for nothing else');
    return first.answer;
  }
  const answer = await work();
  await tx.sql(KEEP_ANSWER, [tx.groupId, actorId, key, operation, json(answer), new Date(now)]);
  return answer;
}
