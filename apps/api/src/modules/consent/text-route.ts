import { createHmac, timingSafeEqual } from 'node:crypto';
import { statement } from '../../database/statement.ts';
import { hashSecret } from '../../secrets/keys.ts';
import type { Route } from '../../server/exchange.ts';
import { KIBIBYTE, mediaTypeOf, readBody } from '../../server/read-body.ts';
import type { Resources } from '../../server/resources.ts';
import { HttpRefusal } from '../../server/respond.ts';
import { receiveText } from './receive-text.ts';

export const TEXT_PATH = '/intake/text';

const MOST_BYTES = 64 * KIBIBYTE;
const E164 = /^\+[1-9]\d{6,14}$/;
/** We answer by messages of our own, which the gate is asked about: none in the answer. */
const NO_ANSWER = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const STORE_OF_NUMBER = statement(
  'store of a text number',
  `select group_id as "groupId", subject_id as "storeId"
     from key_directory
    where hash = $1 and kind = 'textNumber' and revoked_at is null`,
);

/** The hash by which the directory finds whose number it is. */
export function textNumberHash(e164: string): string {
  return hashSecret(`text number ${e164}`);
}

/**
 * POST /intake/text: a customer's text, in the form that Twilio posts and signs. 200 once it is committed; the same
 * `MessageSid` again changes nothing.
 *
 * @param authToken - the account's, which signs; undefined: texts are not set up.
 */
export function textRoute(resources: Resources, authToken: string | undefined): Route {
  const { gateway, clock, publicUrl } = resources;
  return async ({ request, response, notes }) => {
    if (request.method !== 'POST') throw new HttpRefusal(405, 'method', 'POST is taken here', { allow: 'POST' });
    if (authToken === undefined) throw new HttpRefusal(404, 'notSetUp', 'This server takes no texts');
    if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') {
      throw new HttpRefusal(415, 'contentType', 'Content-Type: application/x-www-form-urlencoded');
    }
    const form = new URLSearchParams((await readBody(request, MOST_BYTES)).toString('utf8'));
    if (!isSigned(form, `${publicUrl}${TEXT_PATH}`, authToken, request.headers['x-twilio-signature'])) {
      throw new HttpRefusal(403, 'signature', 'X-Twilio-Signature: not by this account for this address');
    }
    const [from, to, externalId] = [form.get('From') ?? '', form.get('To') ?? '', form.get('MessageSid') ?? ''];
    if (!E164.test(from) || !E164.test(to) || externalId === '') {
      throw new HttpRefusal(400, 'input', 'From, To: numbers in E.164; MessageSid');
    }
    const [store] = await gateway.directory.sql<{ readonly groupId: string; readonly storeId: string }>(
      STORE_OF_NUMBER,
      [textNumberHash(to)],
    );
    if (store === undefined) throw new HttpRefusal(404, 'numberUnknown', 'To: no store has this number');
    notes['groupId'] = store.groupId;
    notes['storeId'] = store.storeId;
    const text = {
      storeId: store.storeId,
      from,
      body: form.get('Body') ?? '',
      externalId,
      stoppedByCarrier: form.get('OptOutType') === 'STOP',
    };
    await receiveText(gateway.enterGroup(store.groupId), resources, text, clock.now());
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' });
    response.end(NO_ANSWER);
  };
}

/** Twilio's signature: HMAC-SHA1 over the address and each field's name and value in the order of the names, base64. */
export function signatureOf(form: URLSearchParams, address: string, authToken: string): string {
  const names = [...new Set(form.keys())].sort();
  const text = names.reduce((before, name) => before + name + [...new Set(form.getAll(name))].sort().join(''), address);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

function isSigned(form: URLSearchParams, address: string, authToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [wanted, got] = [Buffer.from(signatureOf(form, address, authToken)), Buffer.from(given)];
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}
