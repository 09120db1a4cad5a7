import { expect, it } from 'vitest';
import { buildSchema } from '../src/graphql/schema.ts';
import { openGuardedKey } from '../src/modules/access/open-guarded-key.ts';
import { rateLimit } from '../src/server/rate-limit.ts';
import { createLimits } from '../src/server/resources.ts';
import type { HttpRefusal } from '../src/server/respond.ts';
import { adf } from './support/adf.ts';
import { DEALER_ORIGIN } from './support/seed-group.ts';
import { post } from './support/test-client.ts';
import { OPENING_MS, openTestGateway } from './support/test-gateway.ts';
import { openTestServer } from './support/test-server.ts';

// What does not hang on the engine: one is enough.

const fiveKeys = () => rateLimit({ burst: 5, refillSeconds: 3600 });
const GUESSER = '198.51.100.78';

it('makes an address wait that tries keys, and lets a good key work on there', { timeout: OPENING_MS }, async () => {
  const test = await openTestServer('pglite', buildSchema(), { unknownOfAddress: fiveKeys() });
  const { intakeKey, publishableKey } = test.ours.ford;
  const widget = (key: string, address = GUESSER) =>
    post(`${test.url}/graphql`, { query: '{ clock { now } }' }, headersOf(key, address));
  const intake = (key: string, address = GUESSER) => {
    const headers = { ...headersOf(key, address), 'content-type': 'text/xml' };
    return fetch(`${test.url}/intake/adf`, { method: 'POST', headers, body: adf() });
  };
  // A widget may run no operation of its own: that answer comes after its key was found.
  expect((await widget(publishableKey)).status).toBe(403);
  expect((await intake(intakeKey)).status).toBe(201);
  const guesses = [widget('bb_pub_1'), intake('bb_intake_2'), widget('bb_pub_3'), intake('bb_intake_4')];
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([401, 401, 401, 429]);
  for (const refused of [await widget('bb_pub_5'), await intake('bb_intake_5')]) {
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.text()).toContain('"limited"');
  }
  expect((await widget(publishableKey)).status).toBe(403);
  expect((await intake(intakeKey)).status).toBe(201);
  expect((await widget('bb_pub_6', '198.51.100.79')).status).toBe(401);
  await test.close();
});

it('asks the directory about no guess beyond those', { timeout: OPENING_MS }, async () => {
  const { gateway, close } = await openTestGateway('pglite');
  let asked = 0;
  const directory: typeof gateway.directory = {
    ...gateway.directory,
    sql: (...query) => {
      asked++;
      return gateway.directory.sql(...query);
    },
  };
  const resources = { gateway: { ...gateway, directory }, limits: { ...createLimits(), unknownOfAddress: fiveKeys() } };
  const answers: string[] = [];
  for (let i = 0; i < 50; i++) {
    const answer = await openGuardedKey(resources, 'intake', `bb_intake_guess-${i}`, undefined, 'an address').then(
      ({ kind }) => kind,
      (refusal: HttpRefusal) => refusal.code,
    );
    answers.push(answer);
  }
  expect(answers).toEqual([...Array<string>(5).fill('unknown'), ...Array<string>(45).fill('limited')]);
  expect(asked).toBe(5);
  await close();
});

function headersOf(key: string, address: string) {
  return { authorization: `Bearer ${key}`, origin: DEALER_ORIGIN, 'x-forwarded-for': address };
}
