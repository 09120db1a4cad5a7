import type { Instant } from '@beback/core';
import { revokeKey } from '../../database/directory-doors.ts';
import type { GroupTransaction, SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { KeyKind } from './open-key.ts';

/** A store's key as administrators see it: its secret is in nobody's database. */
export interface ApiKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly name: string;
  readonly hint: string;
  readonly origins: readonly string[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** More than a store ever has; those that open something come first. */
const MOST = 200;

const COLUMNS = 'id, kind, name, hint, origins, created_at as "createdAt", revoked_at as "revokedAt"';
const OF_STORE = statement(
  'keys of a store',
  `select ${COLUMNS}
     from api_key
    where group_id = $1 and store_id = $2
    order by revoked_at is not null, created_at desc, id desc
    limit ${MOST}`,
);
const BY_ID = statement('api key', `select ${COLUMNS} from api_key where group_id = $1 and id = $2`);
const REVOKE = statement(
  'revoke api key',
  'update api_key set revoked_at = coalesce(revoked_at, $3) where group_id = $1 and id = $2 returning id',
);

/** A store's keys, the newest first, those that were revoked last. */
export function apiKeysOf(runner: SqlRunner, groupId: string, storeId: string): Promise<readonly ApiKey[]> {
  return runner.sql<ApiKey>(OF_STORE, [groupId, storeId]);
}

/** @throws NotFoundError for a key that the group does not have. */
export async function loadApiKey(runner: SqlRunner, groupId: string, id: string): Promise<ApiKey> {
  const [key] = await runner.sql<ApiKey>(BY_ID, [groupId, id]);
  if (key === undefined) throw new NotFoundError('ApiKey');
  return key;
}

/**
 * Ends a key for good: it opens nothing once this transaction has committed. One that was revoked stays so since then.
 *
 * @throws NotFoundError for a key that the group does not have.
 */
export async function revokeApiKey(tx: GroupTransaction, id: string, now: Instant): Promise<void> {
  const found = await tx.sql(REVOKE, [tx.groupId, id, new Date(now)]);
  if (found.length === 0) throw new NotFoundError('ApiKey');
  await revokeKey(tx, id, now);
}
