import { afterEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../src/secrets/secrets.ts';
import { PASSWORD } from './support/seed-group.ts';
import { graphql, postAdf, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { type EmptyServer, openEmptyServer, openTestServer, SET_UP_TOKEN } from './support/test-server.ts';

const SET_UP = `mutation ($input: SetUpInput!) {
  setUp(input: $input) {
    __typename
    ... on Error { message }
    ... on InputError { field allowed }
    ... on RefusedError { reasons { code text(locale: es) } }
    ... on SetUpSuccess { storeId memberId }
  }
}`;
const IS_OPEN = '{ setUpOpen }';
const VIEWER =
  '{ viewer { member { name role } group { name } stores { name zone departments { kind } } capabilities } }';
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { __typename ... on CreateApiKeySuccess { secret } }
}`;

const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '20:00' }));
const ADMINISTRATOR = { name: 'Ida Osei', email: 'Ida.Osei@lakeside.test', password: PASSWORD };
const STORE = { name: 'Lakeside Ford', zone: 'America/Chicago', country: 'US', hours: HOURS };
const WISH = { token: SET_UP_TOKEN, groupName: 'Lakeside Group', store: STORE, administrator: ADMINISTRATOR };

interface SetUpData {
  readonly setUp: {
    readonly __typename: string;
    readonly storeId?: string;
    readonly field?: string;
    readonly allowed?: string;
    readonly message?: string;
    readonly reasons?: readonly unknown[];
  };
}

describe.each(ENGINES)('set-up on %s', (engine) => {
  let test: EmptyServer | undefined;
  const open = async (): Promise<EmptyServer> => {
    test = await openEmptyServer(engine);
    return test;
  };
  afterEach(() => test?.close());

  const setUp = async (url: string, input: object = WISH) => {
    const { data, errors } = await graphql<SetUpData>(url, SET_UP, { input });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.setUp;
  };
  const isOpen = async (url: string) => (await graphql<{ setUpOpen: boolean }>(url, IS_OPEN)).data?.setUpOpen;
  const counted = async ({ database }: EmptyServer) => {
    const tables = ['dealer_group', 'store', 'plan_version', 'member', 'users', 'account', 'user_group'];
    const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    const [row] = await database.asOwner<Record<string, number>>(`select ${counts.join(', ')}`);
    return new Set(Object.values(row ?? {}));
  };

  it(
    'makes group, store and administrator, who signs in, makes a key, and the first lead comes in',
    async () => {
      const server = await open();
      expect(await isOpen(server.url)).toBe(true);
      const made = await setUp(server.url);
      expect(made).toMatchObject({ __typename: 'SetUpSuccess', storeId: expect.any(String) });
      expect(await isOpen(server.url)).toBe(false);

      const ida = await signIn(server.url, { email: 'ida.osei@lakeside.test' });
      const { data } = await ida.graphql<{ viewer: object }>(VIEWER);
      expect(data?.viewer).toMatchObject({
        member: { name: 'Ida Osei', role: 'administrator' },
        group: { name: 'Lakeside Group' },
        stores: [
          { name: 'Lakeside Ford', zone: 'America/Chicago', departments: [{ kind: 'internet' }, { kind: 'sales' }] },
        ],
      });
      const input = {
        key: 'first-intake-key',
        storeId: made.storeId,
        kind: 'intake',
        name: 'Cars.example',
        origins: [],
      };
      const key = await ida.graphql<{ createApiKey: { secret: string } }>(CREATE_KEY, { input });
      const answer = await postAdf(server.url, key.data?.createApiKey.secret ?? '', '<adf/>');
      expect(answer.status).toBe(201);
      for (const personal of ['Ida', 'Osei', PASSWORD, SET_UP_TOKEN]) expect(server.log()).not.toContain(personal);
    },
    OPENING_MS,
  );

  it(
    'lets one of several who try at once through, and leaves nothing of the others',
    async () => {
      const server = await open();
      const wishes = ['ann', 'bea', 'cy', 'dee'].map((name) => ({
        ...WISH,
        groupName: name,
        administrator: { ...ADMINISTRATOR, email: `${name}@lakeside.test` },
      }));
      const answers = await Promise.all(wishes.map((wish) => setUp(server.url, wish)));
      const refused = answers.filter(({ __typename }) => __typename === 'RefusedError');
      expect(refused).toHaveLength(3);
      expect(refused[0]?.reasons).toEqual([{ code: 'setUp.already', text: 'Este servidor ya está configurado.' }]);
      expect(await counted(server)).toEqual(new Set([1]));
      expect(await setUp(server.url)).toMatchObject({ __typename: 'RefusedError' });
      const winner = wishes[answers.findIndex(({ __typename }) => __typename === 'SetUpSuccess')];
      await signIn(server.url, { email: winner?.administrator.email ?? '' });
    },
    OPENING_MS,
  );

  it(
    'is refused without the token, whatever else is right, and where the input is wrong, and leaves nothing behind',
    async () => {
      const server = await open();
      for (const token of ['', 'guessed', `${SET_UP_TOKEN} `]) {
        expect(await setUp(server.url, { ...WISH, token })).toMatchObject({ __typename: 'NotAllowedError' });
      }
      const store = (changed: object) => ({ ...WISH, store: { ...STORE, ...changed } });
      const administrator = (changed: object) => ({ ...WISH, administrator: { ...ADMINISTRATOR, ...changed } });
      const hours = (...changed: readonly object[]) => store({ hours: [...HOURS, ...changed] });
      const wrong: readonly [string, object][] = [
        ['groupName', { ...WISH, groupName: ' ' }],
        ['store.name', store({ name: '' })],
        ['store.zone', store({ zone: 'Chicago' })],
        ['store.country', store({ country: 'USA' })],
        ['store.phone', store({ phone: '555-0188' })],
        ['store.email', store({ email: 'sales' })],
        ['store.departments', store({ departments: [] })],
        ['store.hours', store({ hours: [] })],
        ['store.hours.5.weekday', hours({ weekday: 8, opens: '09:00', closes: '10:00' })],
        ['store.hours.5.opens', hours({ weekday: 6, opens: '9', closes: '10:00' })],
        [
          'store.hours.6.closes',
          hours({ weekday: 6, opens: '09:00', closes: '10:00' }, { weekday: 6, opens: '14:00', closes: '13:00' }),
        ],
        ['store.hours', hours({ weekday: 1, opens: '19:00', closes: '21:00' })],
        ['administrator.name', administrator({ name: '' })],
        ['administrator.email', administrator({ email: 'ida' })],
        ['administrator.password', administrator({ password: 'short' })],
      ];
      for (const [field, input] of wrong) {
        const answer = await setUp(server.url, input);
        expect(answer).toMatchObject({ __typename: 'InputError', field, allowed: expect.stringMatching(/\w/) });
      }
      expect(await counted(server)).toEqual(new Set([0]));
      expect(await isOpen(server.url)).toBe(true);
    },
    OPENING_MS,
  );

  it(
    'is over once any group is there, also one that was made in another way',
    async () => {
      test = await openTestServer(engine);
      expect(await isOpen(test.url)).toBe(false);
      expect(await setUp(test.url)).toMatchObject({ __typename: 'RefusedError' });
      expect(await test.database.asOwner('select name from dealer_group order by name')).toHaveLength(2);
    },
    OPENING_MS,
  );
});

it('has the same token in every process of one secret, and another one for another secret', () => {
  const token = (secret: string) => createSecrets([secret.padEnd(32, '.')]).serverKey('setUp');
  expect(token('one')).toBe(token('one'));
  expect(token('one')).not.toBe(token('two'));
});
