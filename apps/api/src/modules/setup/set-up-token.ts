import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether somebody has the token that the server printed when it started, and so can see its terminal. It takes the
 * same time however much of the token is right.
 */
export function isSetUpToken(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

/** Where the first administrator begins. The token stands behind the #: no browser sends it, no log keeps it. */
export function setUpLink(publicUrl: string, token: string): string {
  return `${publicUrl}/setup/#${token}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
