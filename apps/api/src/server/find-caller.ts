import type { IncomingMessage } from 'node:http';
import type { Caller } from '../graphql/context.ts';
import { openGuardedKey } from '../modules/access/open-guarded-key.ts';
import { viewerOf } from '../modules/access/viewer-of.ts';
import { SECRET_PREFIXES } from '../secrets/keys.ts';
import type { Auth } from './auth.ts';
import type { Exchange } from './exchange.ts';
import type { Resources } from './resources.ts';
import { HttpRefusal } from './respond.ts';
import { assertSameOrigin } from './same-origin.ts';

const NOBODY: Caller = { kind: 'nobody' };

/**
 * Who speaks: a public widget (publishable key), a member (session cookie or its token as bearer), or nobody.
 *
 * @throws HttpRefusal 401 for a key that is none, 403 `originNotListed` for a key used from elsewhere, 403
 * `crossOrigin` for another site's page with our cookie, 429 for an address that tries keys.
 */
export async function findCaller(
  { request, addressKey }: Pick<Exchange, 'request' | 'addressKey'>,
  auth: Auth,
  resources: Resources,
  trustedOrigins: readonly string[],
): Promise<Caller> {
  const token = bearerOf(request);
  if (token?.startsWith(SECRET_PREFIXES.publishable)) {
    return findWidget(token, request.headers.origin, addressKey, resources);
  }
  if (token === undefined) {
    if (request.headers.cookie === undefined) return NOBODY;
    assertSameOrigin(request, trustedOrigins);
  }
  const signedIn = await auth.signedIn(token === undefined ? { cookies: request.headers.cookie ?? '' } : { token });
  const found = signedIn && (await viewerOf(resources.gateway, signedIn));
  return found === undefined ? NOBODY : { kind: 'member', ...found };
}

async function findWidget(
  secret: string,
  origin: string | undefined,
  addressKey: string,
  resources: Resources,
): Promise<Caller> {
  const opened = await openGuardedKey(resources, 'publishable', secret, origin, addressKey);
  switch (opened.kind) {
    case 'opened':
      return {
        kind: 'widget',
        group: opened.group,
        apiKeyId: opened.key.id,
        storeId: opened.key.storeId,
        origin: origin ?? '',
      };
    case 'unknown':
      throw new HttpRefusal(401, 'keyUnknown', 'This publishable key is unknown or was revoked');
    case 'originNotListed':
      throw new HttpRefusal(
        403,
        'originNotListed',
        origin === undefined
          ? 'A publishable key works from listed web pages alone: the request names no origin'
          : `The origin ${origin} is not listed for this publishable key`,
      );
  }
}

/** The token of `Authorization: Bearer …`. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
