import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { shortMemory } from '../short-memory.ts';
import type { Exchange, Route } from './exchange.ts';
import { networkOf } from './network-of.ts';
import { HttpRefusal, sendRefusal } from './respond.ts';
import { COMMON_HEADERS, DATA_POLICY, SECURE_HEADERS } from './security-headers.ts';
import { type StaticFolder, serveStatic } from './static-files.ts';

/** A route with the name that the log calls it by: paths hold tokens, names do not. */
export interface NamedRoute {
  readonly name: string;
  readonly route: Route;
}

export interface ListenerParts {
  readonly log: Logger;
  readonly addressSecret: string;
  readonly trustProxy: boolean;
  /** Browsers reach us by https. */
  readonly secure: boolean;
  readonly staticFolders: readonly StaticFolder[];
  /** By exact path, or by `/prefix/*`. */
  readonly routes: Readonly<Record<string, NamedRoute>>;
}

/** Finds the route, answers what it throws, writes one line to the log when the answer is out. */
export function requestListener(parts: ListenerParts): RequestListener {
  const always = { ...COMMON_HEADERS, ...(parts.secure && SECURE_HEADERS), 'content-security-policy': DATA_POLICY };
  const headers = new Map(Object.entries(always));
  const addressKeys = shortMemory<string>();
  return (request, response) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const notes: Exchange['notes'] = {};
    const url = urlOf(request.url ?? '/');
    const found = url === null ? undefined : routeOf(parts, url.pathname);
    response.setHeader('x-request-id', requestId);
    response.setHeaders(headers);
    response.once('close', () => {
      const cut = response.writableFinished ? {} : { cut: true };
      const ms = Math.round(performance.now() - startedAt);
      const name = found?.name ?? 'file';
      parts.log.info({
        requestId,
        method: request.method,
        route: name,
        status: response.statusCode,
        ms,
        ...cut,
        ...notes,
      });
    });
    if (url === null) return sendRefusal(response, new HttpRefusal(400, 'url', 'No such address'));
    const addressKey = addressKeys.get(addressOf(request, parts), (address) => keyOf(address, parts));
    const exchange: Exchange = { request, response, url, requestId, addressKey, log: parts.log, notes };
    const work = found === undefined ? serveFile(exchange, parts.staticFolders) : found.route(exchange);
    work.catch((error: unknown) => answerError(error, exchange));
  };
}

/** A path is a path, also one that begins with `//`; null for what no browser asks for, such as a user name in it. */
function urlOf(target: string): URL | null {
  const url = URL.parse(target.startsWith('/') ? `http://localhost${target}` : target, 'http://localhost');
  return url?.username === '' && url.password === '' ? url : null;
}

function routeOf({ routes }: ListenerParts, pathname: string): NamedRoute | undefined {
  return routes[pathname] ?? routes[`/${pathname.split('/')[1] ?? ''}/*`];
}

async function serveFile(exchange: Exchange, folders: readonly StaticFolder[]): Promise<void> {
  const { request, response, url } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpRefusal(404, 'notFound', 'Nothing here');
  if (!(await serveStatic(folders, url.pathname, request, response))) {
    throw new HttpRefusal(404, 'notFound', 'Nothing here');
  }
}

function answerError(error: unknown, { request, response, requestId, log }: Exchange): void {
  // First: whoever reads no more of a body that is too large leaves a request that looks like one that was cut.
  if (error instanceof HttpRefusal && !response.headersSent) {
    sendRefusal(response, error);
    return;
  }
  // A client that hangs up while we read its body is no bug of ours; the line of the request says `cut`.
  if (request.destroyed && !request.complete) {
    response.destroy();
    return;
  }
  log.error({ requestId, err: error }, 'a bug, masked for the caller');
  if (response.headersSent || response.destroyed) response.destroy();
  else sendRefusal(response, new HttpRefusal(500, 'bug', `Something went wrong on our side (${requestId})`));
}

/** The address that counts for limits: of our proxy's word where there is one, else of the connection. */
function addressOf(request: IncomingMessage, { trustProxy }: ListenerParts): string {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  return forwarded || request.socket.remoteAddress || '';
}

function keyOf(address: string, { addressSecret }: ListenerParts): string {
  const hash = createHmac('sha256', addressSecret).update(`address|${networkOf(address)}`);
  return hash.digest('base64url').slice(0, 22);
}
