import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SqlRunner } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';
import type { Membership } from '../modules/access/viewer-of.ts';

/** What a request offers to say who sends it: a bearer's token; without one its cookies. */
export type Credential = { readonly token: string } | { readonly cookies: string };

/** A user who is signed in, and the user's place in a group where there is one. */
export interface SignedIn {
  readonly userId: string;
  readonly membership: Membership | undefined;
}

export interface SessionKey {
  /** Signs cookies and tokens. */
  readonly secret: string;
  readonly cookieName: string;
}

/** $1 the session's token */
export const SESSION = statement(
  'session with its membership',
  `select s.user_id as "userId", s.expires_at as "expiresAt", g.group_id as "groupId", g.member_id as "memberId"
     from session s
     left join lateral (
       select u.group_id, u.member_id from user_group u where u.user_id = s.user_id order by u.group_id limit 1) g on true
    where s.token = $1`,
);

interface SessionRow {
  readonly userId: string;
  readonly expiresAt: Date;
  readonly groupId: string | null;
  readonly memberId: string | null;
}

/**
 * Reads the session of a request by one statement, where there is nothing to decide: the signature is ours, the session
 * is there and so fresh that its end stays where it is. Undefined says only that better-auth has to look: it alone
 * refuses, moves a session's end and removes what is over.
 *
 * @param freshSeconds - what a session has left, at least, while its end is not moved
 */
export async function readSession(
  directory: SqlRunner,
  key: SessionKey,
  credential: Credential,
  freshSeconds: number,
): Promise<SignedIn | undefined> {
  const token =
    'token' in credential ? bearerToken(key.secret, credential.token) : cookieToken(key, credential.cookies);
  if (token === undefined) return undefined;
  const [row] = await directory.sql<SessionRow>(SESSION, [token]);
  if (row === undefined || row.expiresAt.getTime() <= Date.now() + freshSeconds * 1000) return undefined;
  const { userId, groupId, memberId } = row;
  return { userId, membership: groupId === null || memberId === null ? undefined : { groupId, memberId } };
}

// Helpers

/** A bearer may send the session's bare token, or the signed one that signing in told it. */
function bearerToken(secret: string, text: string): string | undefined {
  return text.includes('.') ? signedToken(secret, text) : text;
}

function cookieToken({ secret, cookieName }: SessionKey, cookies: string): string | undefined {
  const [found, ...others] = cookies.split(';').filter((cookie) => cookie.trim().startsWith(`${cookieName}=`));
  if (found === undefined || others.length > 0) return undefined;
  return signedToken(secret, found.trim().slice(cookieName.length + 1));
}

/** The token of `token.signature`, percent-encoded or not; undefined where the signature is not ours. */
function signedToken(secret: string, text: string): string | undefined {
  const [token, signature, ...more] = decoded(text).split('.');
  if (token === undefined || signature === undefined || more.length > 0) return undefined;
  const told = Buffer.from(signature, 'base64');
  const ours = createHmac('sha256', secret).update(token).digest();
  return told.length === ours.length && timingSafeEqual(told, ours) ? token : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
