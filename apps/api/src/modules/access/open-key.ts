import type { Gateway, GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { hashSecret } from '../../secrets/keys.ts';

export type KeyKind = 'intake' | 'publishable';

/** A store's key, once its secret was shown. */
export interface StoreKey {
  readonly id: string;
  readonly storeId: string;
}

export type OpenedKey =
  | { readonly kind: 'opened'; readonly key: StoreKey; readonly group: GroupDatabase }
  | { readonly kind: 'unknown' | 'originNotListed' };

const KEY_OF_SECRET = statement(
  'key of secret',
  `select group_id as "groupId", subject_id as "keyId"
     from key_directory
    where hash = $1 and kind = $2 and revoked_at is null`,
);

// The origin is asked of the database, not looked at afterwards: whoever forgets to check has no key in his hands.
const STORE_KEY = statement(
  'store key',
  `select id, store_id as "storeId"
     from api_key
    where group_id = $1 and id = $2 and kind = $3 and revoked_at is null
      and (kind <> 'publishable' or $4 = any(origins))`,
);

/**
 * Finds the store that a secret opens. An intake key is a server's and may come from anywhere; a publishable key lies
 * open in a page's source, so it works only from the origins that are listed for it. A browser names its origin with
 * every POST; a request without one comes from no web page and is refused.
 *
 * @param origin - the `Origin` header as it came: `https://www.dealer.example`.
 */
export async function openKey(
  gateway: Gateway,
  kind: KeyKind,
  secret: string,
  origin: string | undefined,
): Promise<OpenedKey> {
  const [entry] = await gateway.directory.sql<{ readonly groupId: string; readonly keyId: string }>(KEY_OF_SECRET, [
    hashSecret(secret),
    kind,
  ]);
  if (entry === undefined) return { kind: 'unknown' };
  const group = gateway.enterGroup(entry.groupId);
  const [key] = await group.sql<StoreKey>(STORE_KEY, [entry.groupId, entry.keyId, kind, origin ?? null]);
  return key === undefined ? { kind: 'originNotListed' } : { kind: 'opened', key, group };
}
