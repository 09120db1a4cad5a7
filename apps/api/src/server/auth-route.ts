import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Auth } from './auth.ts';
import type { Exchange, Route } from './exchange.ts';
import { rateLimit } from './rate-limit.ts';
import { readJson } from './read-body.ts';
import { HttpRefusal, sendJson } from './respond.ts';
import { assertSameOrigin } from './same-origin.ts';

/** What of better-auth is reachable; all else under /auth is not there. */
const ENDPOINTS: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/auth/sign-in/email': 'POST',
  '/auth/sign-out': 'POST',
  '/auth/get-session': 'GET',
};

/** A password hash costs a tenth of a second of CPU, so guesses are bounded before one is computed. */
export const SIGN_IN_RULES = {
  address: { burst: 20, refillSeconds: 6 },
  account: { burst: 8, refillSeconds: 30 },
} as const;

/** Headers that better-auth gets to see: no address and no browser's name, so that no session keeps them. */
const PASSED_HEADERS = ['cookie', 'authorization'] as const;

const signIn = z.object({ email: z.string().max(254), password: z.string().max(1024) });

/** /auth: sign in, sign out, who am I. */
export function authRoute(auth: Auth, trustedOrigins: readonly string[]): Route {
  const byAddress = rateLimit(SIGN_IN_RULES.address);
  const byAccount = rateLimit(SIGN_IN_RULES.account);
  return async (exchange) => {
    const { request, response, url } = exchange;
    const method = ENDPOINTS[url.pathname];
    if (method === undefined) throw new HttpRefusal(404, 'notFound', 'Nothing here');
    if (request.method !== method) throw new HttpRefusal(405, 'method', `${method} is taken here`, { allow: method });
    assertSameOrigin(request, trustedOrigins);
    const body = method === 'POST' ? await readJson(request) : undefined;
    if (url.pathname === '/auth/sign-in/email') {
      const parsed = signIn.safeParse(body);
      if (!parsed.success) throw new HttpRefusal(400, 'input', 'email and password: two strings');
      const account = createHash('sha256').update(parsed.data.email.trim().toLowerCase()).digest('base64url');
      const now = performance.now();
      // In this order: who guesses from one address must not use up what the accounts' owners are left.
      limit(byAddress.take(exchange.addressKey, now) || byAccount.take(account, now));
    }
    const answer = await auth.handle(requestFor(exchange, body));
    const text = await answer.text();
    const cookies = answer.headers.getSetCookie();
    const token = answer.headers.get('set-auth-token');
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    if (token !== null) response.setHeader('set-auth-token', token);
    if (answer.ok) sendJson(response, answer.status, text === '' ? null : JSON.parse(text));
    else throw refusalOf(answer.status);
  };
}

function requestFor({ request, url }: Exchange, body: unknown): Request {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(url, {
    method: request.method ?? 'GET',
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
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
