import type { Instant } from '@beback/core';
import { noteKey } from '../../database/directory-doors.ts';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import { hashSecret, newSecret } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';

const FIELD = 'preferenceLink.token';

const FIND = statement(
  'preference link',
  'select token_sealed as sealed from preference_link where group_id = $1 and store_id = $2 and customer_id = $3',
);
const MAKE = statement(
  'make preference link',
  `insert into preference_link (group_id, id, store_id, customer_id, token_sealed, created_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (group_id, store_id, customer_id) do nothing
   returning id`,
);

/**
 * The token of the personal page on which a customer chooses what he hears from a store; made at the first mail, the same
 * in all: the link of an old mail still works.
 */
export async function preferenceToken(
  tx: GroupTransaction,
  seal: Seal,
  storeId: string,
  customerId: string,
  now: Instant,
): Promise<string> {
  const key = [tx.groupId, storeId, customerId];
  const known = await tx.sql<{ readonly sealed: Uint8Array }>(FIND, key);
  if (known[0] !== undefined) return seal.open(tx.groupId, FIELD, known[0].sealed);
  const [token, id] = [newSecret('preferences'), newId()];
  const sealed = seal.seal(tx.groupId, FIELD, token);
  const made = await tx.sql(MAKE, [tx.groupId, id, storeId, customerId, sealed, new Date(now)]);
  if (made.length > 0) {
    await noteKey(tx, { hash: hashSecret(token), kind: 'preferences', subjectId: id });
    return token;
  }
  const [other] = await tx.sql<{ readonly sealed: Uint8Array }>(FIND, key);
  if (other === undefined) throw new Error('preferenceToken: a link that is there cannot be read');
  return seal.open(tx.groupId, FIELD, other.sealed);
}

/** The page behind a token; the token stands behind `#`, where neither logs nor the next site see it. */
export function preferencesPage(publicUrl: string, token: string): string {
  return `${publicUrl}/preferences/#${token}`;
}

/** Where a mail program posts one click (RFC 8058): the token is in the path, which no log of ours holds. */
export function unsubscribeUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/unsubscribe/${token}`;
}
