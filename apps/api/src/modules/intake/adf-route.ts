import { ADF_LIMITS } from '@beback/adf';
import { SECRET_PREFIXES } from '../../secrets/keys.ts';
import type { Route } from '../../server/exchange.ts';
import { bearerOf } from '../../server/find-caller.ts';
import { mediaTypeOf, readBody } from '../../server/read-body.ts';
import type { Resources } from '../../server/resources.ts';
import { HttpRefusal, sendJson } from '../../server/respond.ts';
import { openGuardedKey } from '../access/open-guarded-key.ts';
import { receiveDocument } from './receive-document.ts';

/** Media types in which senders are seen to post ADF; a request without one is taken too. */
const MEDIA_TYPES: readonly string[] = [
  'application/x-adf+xml',
  'application/xml',
  'text/xml',
  'text/plain',
  'application/octet-stream',
];

/**
 * POST /intake/adf with `Authorization: Bearer <a store's intake key>` and the document as the body: 201 and
 * `{ leads: [{ index, id, status }] }` once it is committed. The same bytes again within 24 h get the same answer. 413 and
 * 422 say how much is taken of a document that is larger, or holds more leads.
 */
export function adfRoute(resources: Resources): Route {
  const { clock, seal, matchKeys } = resources;
  return async ({ request, response, addressKey, notes }) => {
    if (request.method !== 'POST') throw new HttpRefusal(405, 'method', 'POST is taken here', { allow: 'POST' });
    const secret = bearerOf(request);
    if (secret === undefined) throw keyRefused('Authorization: Bearer <intake key> is needed');
    if (secret.startsWith(SECRET_PREFIXES.publishable)) {
      throw new HttpRefusal(
        403,
        'keyKind',
        'A publishable key opens the public widgets alone: an intake key is needed',
      );
    }
    const opened = await openGuardedKey(resources, 'intake', secret, undefined, addressKey);
    if (opened.kind !== 'opened') throw keyRefused('This intake key is unknown or was revoked');
    const { group, key } = opened;
    notes['groupId'] = group.groupId;
    notes['keyId'] = key.id;
    const mediaType = mediaTypeOf(request);
    if (mediaType !== undefined && !MEDIA_TYPES.includes(mediaType)) {
      throw new HttpRefusal(415, 'contentType', `Content-Type: one of ${MEDIA_TYPES.join(', ')}`);
    }
    const bytes = await readBody(request, ADF_LIMITS.documentSize);
    if (bytes.length === 0) throw new HttpRefusal(400, 'empty', 'The body is empty: an ADF document is taken here');
    const answer = await receiveDocument(group, { seal, matchKeys }, key, bytes, clock.now());
    notes['leads'] = answer.leads.length;
    sendJson(response, 201, answer);
  };
}

function keyRefused(message: string): HttpRefusal {
  return new HttpRefusal(401, 'keyUnknown', message, { 'www-authenticate': 'Bearer realm="intake"' });
}
