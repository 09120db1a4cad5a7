import type { Instant } from '@beback/core';
import type { GroupTransaction } from './gateway.ts';
import { newId } from './new-id.ts';
import { statement } from './statement.ts';

// The few things that a group's transaction writes to the global tables, each through a function of the database that
// serves the entered group alone.

const NOTE_KEY = statement('note key', 'select note_key($1, $2, $3, $4)');
const NOTE_TEXT_NUMBER = statement('note text number', 'select note_text_number($1, $2, $3) as noted');
const REVOKE_KEY = statement('revoke key', 'select revoke_key($1, $2, $3)');
const NOTE_FIRST_USER = statement('note first user', 'select note_first_user($1, $2, $3, $4, $5, $6, $7)');
const NOTE_USER = statement('note user', 'select note_user($1, $2, $3, $4, $5, $6, $7)');
const NOTE_MEMBERSHIP = statement('note membership', 'select note_membership($1, $2, $3)');

/** Lets the directory find this group by a secret's hash (see `hashSecret`), once this transaction commits. */
export async function noteKey(
  tx: GroupTransaction,
  key: {
    readonly hash: string;
    readonly kind: 'intake' | 'publishable' | 'invitation' | 'preferences';
    readonly subjectId: string;
  },
): Promise<void> {
  await tx.sql(NOTE_KEY, [key.hash, key.kind, tx.groupId, key.subjectId]);
}

/**
 * Texts to a number are that store's, once this transaction commits.
 *
 * @param hash - of the number, see `hashSecret`
 * @returns false: another store has it.
 */
export async function noteTextNumber(tx: GroupTransaction, hash: string, storeId: string): Promise<boolean> {
  const [answer] = await tx.sql<{ readonly noted: boolean }>(NOTE_TEXT_NUMBER, [hash, tx.groupId, storeId]);
  return answer?.noted ?? false;
}

/** Every secret of that key or invitation opens nothing from `at` on. */
export async function revokeKey(tx: GroupTransaction, subjectId: string, at: Instant): Promise<void> {
  await tx.sql(REVOKE_KEY, [tx.groupId, subjectId, new Date(at)]);
}

/** Lets a user who signs in enter this group as that member. */
export async function noteMembership(tx: GroupTransaction, userId: string, memberId: string): Promise<void> {
  await tx.sql(NOTE_MEMBERSHIP, [userId, tx.groupId, memberId]);
}

/** Somebody who can sign in with a password. */
export interface NewUser {
  readonly userId: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  /** As sign-in checks it. */
  readonly passwordHash: string;
}

/**
 * Makes the first user of an empty database, with this transaction: of several at once one comes through.
 *
 * @throws SqlError with `SET_UP_ALREADY` when anybody is there already.
 */
export async function noteFirstUser(tx: GroupTransaction, user: NewUser, at: Instant): Promise<void> {
  await tx.sql(NOTE_FIRST_USER, userParameters(tx, user, at));
}

/**
 * Makes a further user, with this transaction. {@link noteMembership} lets the user in.
 *
 * @throws SqlError with `UNIQUE_VIOLATION` when somebody signs in with that address, in whatever group.
 */
export async function noteUser(tx: GroupTransaction, user: NewUser, at: Instant): Promise<void> {
  await tx.sql(NOTE_USER, userParameters(tx, user, at));
}

function userParameters({ groupId }: GroupTransaction, user: NewUser, at: Instant) {
  const { userId, name, email, passwordHash } = user;
  return [groupId, userId, name, email, newId(), passwordHash, new Date(at)];
}
