import type { Instant } from '@beback/core';
import { noteKey } from '../../database/directory-doors.ts';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import { hashSecret, newSecret } from '../../secrets/keys.ts';
import type { KeyKind } from './open-key.ts';

export interface KeyWish {
  readonly kind: KeyKind;
  readonly storeId: string;
  /** For people: `Website form`. */
  readonly name: string;
  /** Of a publishable key: the web pages that may use it, `https://www.dealer.example`. */
  readonly origins: readonly string[];
}

export interface MadeKey {
  readonly id: string;
  /** The beginning of the secret, to recognise it by. */
  readonly hint: string;
  /** Nowhere kept: whoever loses it makes a new key. */
  readonly secret: string;
}

/** Prefix and four characters: enough to tell a store's keys apart, of no use to a guesser. */
const HINT_AFTER_PREFIX = 4;

const INSERT = statement(
  'make api key',
  `insert into api_key (group_id, id, store_id, kind, name, hint, origins, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Makes a store's key and lets the directory find it. */
export async function makeKey(tx: GroupTransaction, wish: KeyWish, now: Instant): Promise<MadeKey> {
  const secret = newSecret(wish.kind);
  const id = newId();
  const hint = secret.slice(0, secret.lastIndexOf('_', 12) + 1 + HINT_AFTER_PREFIX);
  await tx.sql(INSERT, [tx.groupId, id, wish.storeId, wish.kind, wish.name, hint, wish.origins, new Date(now)]);
  await noteKey(tx, { hash: hashSecret(secret), kind: wish.kind, subjectId: id });
  return { id, hint, secret };
}
