import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Auth } from './auth.ts';
import type { Exchange, Route } from './exchange.ts';
import { rateLimit } from './rate-limit.ts';
import { readJson } from './read-body.ts';
import { HttpRefusal, sendJson } from './respond.ts';
import { assertSameOrigin } from './same-origin.ts';

/** What of better-auth is reachable; all else under /auth is not there. */
const ENDPOINTS: readonly string[] = ['/auth/sign-in/email', '/auth/sign-out'];

/** A password hash costs a tenth of a second of CPU, so guesses are bounded before one is computed. */
export const SIGN_IN_RULES = {
  address: { burst: 20, refillSeconds: 6 },
  account: { burst: 8, refillSeconds: 30 },
} as const;

/** Headers that better-auth gets to see: no address and no browser's name, so that no session keeps them. */
const PASSED_HEADERS = ['cookie', 'authorization'] as const;

const signIn = z.object({ email: z.string().max(254), password: z.string().max(1024) });

/** /auth: sign in, sign out. Who one is tells GraphQL's `viewer`. */
export function authRoute(auth: Auth, trustedOrigins: readonly string[]): Route {
  const byAddress = rateLimit(SIGN_IN_RULES.address);
  const byAccount = rateLimit(SIGN_IN_RULES.account);
  return async (exchange) => {
    const { request, response, url } = exchange;
    if (!ENDPOINTS.includes(url.pathname)) throw new HttpRefusal(404, 'notFound', 'Nothing here');
    if (request.method !== 'POST') throw new HttpRefusal(405, 'method', 'POST is taken here', { allow: 'POST' });
    assertSameOrigin(request, trustedOrigins);
    const body = await readJson(request);
    if (url.pathname === '/auth/sign-in/email') {
      const parsed = signIn.safeParse(body);
      if (!parsed.success) throw new HttpRefusal(400, 'input', 'email and password: two strings');
      const account = createHash('sha256').update(parsed.data.email.trim().toLowerCase()).digest('base64url');
      const now = performance.now();
      // In this order: who guesses from one address must not use up what the accounts' owners are left.
      limit(byAddress.take(exchange.addressKey, now) || byAccount.take(account, now));
    }
    const answer = await auth.handle(requestFor(exchange, body));
    const cookies = answer.headers.getSetCookie();
    const token = answer.headers.get('set-auth-token');
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    if (token !== null && !isOfPage(request)) response.setHeader('set-auth-token', token);
    if (!answer.ok) throw refusalOf(answer.status);
    // Not better-auth's own answer: it tells the token, which no script of a page may read.
    sendJson(response, answer.status, {});
  };
}

/** Browsers put one of these on whatever a page sends, and let no script take it off. */
function isOfPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

function requestFor({ request, url }: Exchange, body: unknown): Request {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

function limit(waitSeconds: number): void {
  if (waitSeconds === 0) return;
  throw new HttpRefusal(429, 'limited', `Too many attempts: try again in ${waitSeconds} s`, {
    'retry-after': String(waitSeconds),
  });
}

/** Whether the account exists is not told. */
function refusalOf(status: number): HttpRefusal {
  if (status >= 500) throw new Error(`better-auth answered ${status}`);
  return status === 401
    ? new HttpRefusal(401, 'credentials', 'E-mail and password do not fit')
    : new HttpRefusal(status, 'input', 'email and password: an address and its password');
}
