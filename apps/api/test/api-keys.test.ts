import { HOUR, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { post, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { __typename ... on CreateApiKeySuccess { secret hint apiKey { id kind name revokedAt } } }
}`;
const KEYS = 'query ($storeId: ID!) { apiKeys(storeId: $storeId) { id kind name hint origins createdAt revokedAt } }';
const REVOKE = `mutation ($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) { __typename ... on RevokeApiKeySuccess { apiKey { id revokedAt } } }
}`;

interface Key {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly revokedAt: string | null;
}
interface Created {
  readonly createApiKey: { readonly secret: string; readonly hint: string; readonly apiKey: Key };
}
interface Revoked {
  readonly revokeApiKey: { readonly __typename: string; readonly apiKey?: Key };
}

describe.each(ENGINES)('a store’s keys on %s', (engine) => {
  let test: TestServer;
  let adam: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    adam = await signIn(test.url, test.ours.administrator);
  }, OPENING_MS);
  afterAll(() => test.close());

  const storeId = () => encodeGlobalId('Store', test.ours.ford.storeId);
  const create = async (name: string, kind: 'intake' | 'publishable', origins: readonly string[] = []) => {
    const input = { key: `create ${name}`, storeId: storeId(), kind, name, origins };
    const { data, errors } = await adam.graphql<Created>(CREATE, { input });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.createApiKey;
  };
  const revoke = async (apiKeyId: string, key = `revoke ${apiKeyId}`, by = adam) => {
    const { data, errors } = await by.graphql<Revoked>(REVOKE, { input: { key, apiKeyId } });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.revokeApiKey;
  };

  it('are listed for an administrator, by what they can be recognised by, and never with their secret', async () => {
    const { secret, hint, apiKey } = await create('Cars.example', 'intake');
    const { data } = await adam.graphql<{ apiKeys: readonly Key[] }>(KEYS, { storeId: storeId() });
    expect(data?.apiKeys).toContainEqual({
      ...apiKey,
      hint,
      origins: [],
      createdAt: new Date(TUESDAY_10).toISOString(),
    });
    expect(data?.apiKeys).toHaveLength(3);
    expect(JSON.stringify(data)).not.toContain(secret);
    for (const person of [test.ours.principal, test.ours.manager]) {
      const by = await signIn(test.url, person);
      expect((await by.graphql(KEYS, { storeId: storeId() })).errors?.[0]?.extensions?.['code']).toBe('notAllowed');
    }
    const stranger = await signIn(test.url, test.theirs.administrator);
    expect((await stranger.graphql(KEYS, { storeId: storeId() })).data ?? null).toEqual({ apiKeys: [] });
  });

  it('open nothing any more once they are revoked: not to a sender, not to a page', async () => {
    const leaked = await create('leaked', 'intake');
    const page = await create('page', 'publishable', ['https://www.dealer.example']);
    const asPage = () =>
      post(
        `${test.url}/graphql`,
        { query: '{ clock { now } }' },
        { authorization: `Bearer ${page.secret}`, origin: 'https://www.dealer.example' },
      ).then(({ status }) => status);
    expect((await postAdf(test.url, leaked.secret, adf())).status).toBe(201);
    expect(await asPage()).toBe(403);
    await test.setClock(plus(TUESDAY_10, HOUR));
    const revokedAt = new Date(plus(TUESDAY_10, HOUR)).toISOString();
    for (const { apiKey } of [leaked, page]) {
      expect(await revoke(apiKey.id)).toMatchObject({ __typename: 'RevokeApiKeySuccess', apiKey: { revokedAt } });
    }
    expect((await postAdf(test.url, leaked.secret, adf())).status).toBe(401);
    expect(await asPage()).toBe(401);
    expect((await postAdf(test.url, test.ours.ford.intakeKey, adf())).status).toBe(201);
    // Again, by the same wish and by another one, it stays revoked since then.
    await test.setClock(plus(TUESDAY_10, 2 * HOUR));
    for (const key of [undefined, 'another wish']) {
      expect(await revoke(leaked.apiKey.id, key)).toMatchObject({ apiKey: { revokedAt } });
    }
  });

  it('are revoked by an administrator of their own group alone', async () => {
    const { apiKey, secret } = await create('wanted', 'intake');
    const manager = await signIn(test.url, test.ours.manager);
    expect(await revoke(apiKey.id, 'by a manager', manager)).toEqual({ __typename: 'NotAllowedError' });
    const stranger = await signIn(test.url, test.theirs.administrator);
    expect(await revoke(apiKey.id, 'by a stranger', stranger)).toEqual({ __typename: 'NotFoundError' });
    expect(await revoke(storeId(), 'no key at all')).toEqual({ __typename: 'NotFoundError' });
    expect((await postAdf(test.url, secret, adf())).status).toBe(201);
  });
});
