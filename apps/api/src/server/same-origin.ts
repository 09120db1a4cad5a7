import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './respond.ts';

/**
 * Refuses a request that another site's page makes with our cookie. `SameSite=Lax` keeps most of them away already;
 * this stands where it does not (sites of one registrable domain, old browsers).
 *
 * A browser sends `Origin` with every request that changes something. A request without one comes from a program,
 * which has no cookie that it was not given.
 *
 * @param trustedOrigins - further origins of our own pages, where a proxy changes `Host`.
 * @throws HttpRefusal 403 `crossOrigin`.
 */
export function assertSameOrigin(request: IncomingMessage, trustedOrigins: readonly string[]): void {
  const { origin, host } = request.headers;
  if (origin === undefined || trustedOrigins.includes(origin)) return;
  if (host !== undefined && URL.parse(origin)?.host === host) return;
  throw new HttpRefusal(403, 'crossOrigin', 'Requests with a session are taken from our own pages alone');
}
