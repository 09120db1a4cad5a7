import type { Route } from '../../server/exchange.ts';
import { KIBIBYTE, readBody } from '../../server/read-body.ts';
import type { Resources } from '../../server/resources.ts';
import { HttpRefusal, sendJson } from '../../server/respond.ts';
import { preferencesPage } from '../outgoing/preference-link.ts';
import { openPreferences } from './open-preferences.ts';
import { unsubscribe } from './save-preferences.ts';

const MOST_BYTES = 4 * KIBIBYTE;

/**
 * /unsubscribe/<token>: where `List-Unsubscribe` points. A mail program posts `List-Unsubscribe=One-Click` (RFC 8058), and
 * that is done at once; a person who follows the link comes to the page with the choices, for programs that look at links
 * open them too and shall change nothing.
 */
export function unsubscribeRoute(resources: Resources): Route {
  const { gateway, seal, clock, publicUrl, limits } = resources;
  return async ({ request, response, url, addressKey, notes }) => {
    const token = url.pathname.split('/')[2] ?? '';
    if (request.method === 'GET' || request.method === 'HEAD') {
      response.writeHead(303, {
        location: preferencesPage(publicUrl, encodeURIComponent(token)),
        'cache-control': 'no-store',
      });
      response.end();
      return;
    }
    if (request.method !== 'POST') throw new HttpRefusal(405, 'method', 'POST is taken here', { allow: 'GET, POST' });
    const wait = limits.preferencesOfAddress.take(addressKey, performance.now());
    if (wait > 0) {
      throw new HttpRefusal(429, 'limited', `Too many requests: try again in ${wait} s`, {
        'retry-after': String(wait),
      });
    }
    // Mail programs post it as a form, in either of two encodings.
    const body = (await readBody(request, MOST_BYTES)).toString('utf8');
    if (!/List-Unsubscribe(?:=|"\s+)One-Click/i.test(body)) {
      throw new HttpRefusal(400, 'input', 'List-Unsubscribe=One-Click');
    }
    const opened = await openPreferences(gateway, token);
    if (opened === undefined) throw new HttpRefusal(404, 'notFound', 'This link is unknown');
    notes['groupId'] = opened.group.groupId;
    await unsubscribe(opened, seal, clock.now());
    sendJson(response, 200, { unsubscribed: true });
  };
}
