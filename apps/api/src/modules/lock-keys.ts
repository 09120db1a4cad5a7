import type { GroupTransaction } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';

const LOCK = statement(
  'lock keys',
  `select pg_advisory_xact_lock(hashtextextended($1::text || '|' || wanted, 0)) from unnest($2::text[]) as wanted`,
);

/**
 * Holds names until the transaction ends, so that two requests about the same thing (one person, one client key) go
 * one after the other, and the second sees what the first wrote. All keys of a transaction are locked at once and in
 * order: two of them never wait for each other.
 */
export async function lockKeys(tx: GroupTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await tx.sql(LOCK, [tx.groupId, [...new Set(keys)].sort()]);
}
