import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { PASSWORD } from './support/seed-group.ts';
import { clientOperation, graphql, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openEmptyServer, openTestServer, SET_UP_TOKEN, type TestServer } from './support/test-server.ts';

const ADD = `mutation ($input: AddMemberInput!) {
  addMember(input: $input) {
    __typename
    ... on Error { message }
    ... on InputError { field allowed }
    ... on RefusedError { reasons { code text(locale: fr) } }
    ... on AddMemberSuccess { member { id name role phone } }
  }
}`;
const SET_UP = 'mutation ($input: SetUpInput!) { setUp(input: $input) { ... on SetUpSuccess { storeId } } }';
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { ... on CreateApiKeySuccess { secret } }
}`;
const OWNER = 'query ($id: ID!) { lead(id: $id) { opportunity { owner { name } } } }';
const WORK_PLAN = clientOperation('work-plan');

const NEW_PASSWORD = 'a first password';

interface Added {
  readonly addMember: {
    readonly __typename: string;
    readonly field?: string;
    readonly member?: { readonly id: string };
    readonly reasons?: readonly unknown[];
  };
}

const add = async (by: TestBrowser, input: object) => {
  const { data, errors } = await by.graphql<Added>(ADD, { input });
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.addMember;
};

describe.each(ENGINES)('members on %s', (engine) => {
  let test: TestServer;
  let adam: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    adam = await signIn(test.url, test.ours.administrator);
  }, OPENING_MS);
  afterAll(() => test.close());

  const ford = () => encodeGlobalId('Store', test.ours.ford.storeId);
  const wish = (changed: object = {}) => ({
    key: 'add a member',
    name: 'Sol Reyes',
    role: 'salesperson',
    email: 'Sol.Reyes@harbor.test',
    password: NEW_PASSWORD,
    phone: '(312) 555-0150',
    assignments: [{ storeId: ford(), department: 'internet' }],
    ...changed,
  });
  const counts = async () => {
    const tables = ['users', 'account', 'user_group', 'member', 'assignment'];
    const [row] = await test.database.asOwner<Record<string, number>>(
      `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
    );
    return row;
  };

  it('are added by an administrator, sign in and work in their stores alone; once, however often it is wished', async () => {
    const answers = await Promise.all([add(adam, wish()), add(adam, wish())]);
    expect(answers[0]).toMatchObject({
      __typename: 'AddMemberSuccess',
      member: { name: 'Sol Reyes', role: 'salesperson', phone: '+13125550150' },
    });
    expect(answers[1]).toEqual(answers[0]);
    const before = await counts();
    expect(await add(adam, wish())).toEqual(answers[0]);
    expect(await counts()).toEqual(before);
    const sol = await signIn(test.url, { email: 'sol.reyes@harbor.test' }, NEW_PASSWORD);
    const { data } = await sol.graphql('{ viewer { member { name } group { name } stores { name } capabilities } }');
    expect(data).toEqual({
      viewer: {
        member: { name: 'Sol Reyes' },
        group: { name: 'Harbor' },
        stores: [{ name: 'Ford' }],
        capabilities: ['ownDay'],
      },
    });
  });

  it('of roles that see the group need no store', async () => {
    const audrey = { key: 'an auditor', role: 'auditor', email: 'audrey@harbor.test', assignments: [] };
    expect(await add(adam, wish(audrey))).toMatchObject({ __typename: 'AddMemberSuccess' });
    const browser = await signIn(test.url, audrey, NEW_PASSWORD);
    expect((await browser.graphql('{ viewer { stores { name } } }')).data).toEqual({
      viewer: { stores: [{ name: 'Ford' }, { name: 'Toyota' }] },
    });
  });

  it('cannot take an address by which somebody signs in, also at the same time and in another group', async () => {
    const before = await counts();
    const taken = {
      __typename: 'RefusedError',
      reasons: [{ code: 'member.emailTaken', text: 'Quelqu’un se connecte déjà avec cette adresse.' }],
    };
    for (const email of [test.ours.ana.email.toUpperCase(), test.theirs.ana.email]) {
      expect(await add(adam, wish({ key: `taken ${email}`, email }))).toMatchObject(taken);
    }
    expect(await counts()).toEqual(before);
    const race = ['one', 'two', 'three'].map((key) =>
      add(adam, wish({ key: `race ${key}`, email: 'race@harbor.test' })),
    );
    const types = (await Promise.all(race)).map(({ __typename }) => __typename);
    expect(types.toSorted()).toEqual(['AddMemberSuccess', 'RefusedError', 'RefusedError']);
  });

  it('are refused with the field that is wrong and what is allowed, and leave nothing behind', async () => {
    const before = await counts();
    const store = (department?: string) => ({ storeId: ford(), ...(department !== undefined && { department }) });
    const wrong: readonly [string, object][] = [
      ['name', { name: ' ' }],
      ['email', { email: 'sol' }],
      ['password', { password: 'short' }],
      ['phone', { phone: '555-0150' }],
      ['key', { key: 'short' }],
      ['assignments', { assignments: [] }],
      ['assignments', { assignments: [store(), store('sales')] }],
      ['assignments.0.department', { assignments: [store('service')] }],
    ];
    for (const [field, changed] of wrong) {
      const answer = await add(adam, wish({ key: `wrong ${field}`, email: 'wrong@harbor.test', ...changed }));
      expect(answer).toMatchObject({ __typename: 'InputError', field, allowed: expect.stringMatching(/\w/) });
    }
    const theirs = [{ storeId: encodeGlobalId('Store', test.theirs.ford.storeId) }];
    const foreign = wish({ key: 'foreign store', email: 'wrong@harbor.test', assignments: theirs });
    expect(await add(adam, foreign)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await counts()).toEqual(before);
  });

  it('are added by nobody but an administrator', async () => {
    for (const person of [test.ours.principal, test.ours.manager, test.ours.ana]) {
      const by = await signIn(test.url, person);
      expect(await add(by, wish({ key: 'not allowed' }))).toMatchObject({ __typename: 'NotAllowedError' });
    }
    for (const personal of ['Reyes', NEW_PASSWORD, 'race@harbor.test']) expect(test.log()).not.toContain(personal);
  });
});

describe.each(ENGINES)('after set-up on %s', (engine) => {
  it(
    'a salesperson who was added gets the next lead',
    async () => {
      const server = await openEmptyServer(engine);
      const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '20:00' }));
      const input = {
        token: SET_UP_TOKEN,
        groupName: 'Lakeside Group',
        store: { name: 'Lakeside Ford', zone: 'America/Chicago', country: 'US', hours },
        administrator: { name: 'Ida', email: 'ida@lakeside.test', password: PASSWORD },
      };
      const made = await graphql<{ setUp: { storeId: string } }>(server.url, SET_UP, { input });
      const storeId = made.data?.setUp.storeId ?? '';
      const ida = await signIn(server.url, { email: 'ida@lakeside.test' });
      const key = { key: 'intake key', storeId, kind: 'intake', name: 'Cars.example', origins: [] };
      const created = await ida.graphql<{ createApiKey: { secret: string } }>(CREATE_KEY, { input: key });
      const sol = { name: 'Sol', email: 'sol@lakeside.test', password: NEW_PASSWORD };
      const assignments = [{ storeId, department: 'internet' }];
      await add(ida, { key: 'first salesperson', role: 'salesperson', ...sol, assignments });

      const [lead] = await leadsOf(await postAdf(server.url, created.data?.createApiKey.secret ?? '', adf()));
      const browser = await signIn(server.url, sol, NEW_PASSWORD);
      expect((await browser.graphql(OWNER, { id: lead?.id })).data).toEqual({
        lead: { opportunity: { owner: { name: 'Sol' } } },
      });
      const day = await browser.graphql<{ workPlan: { tasks: readonly object[] } }>(WORK_PLAN, { locale: 'en' });
      expect(day.data?.workPlan.tasks[0]).toMatchObject({ channel: 'call', customerName: 'Rosa Delgado' });
      await server.close();
    },
    OPENING_MS,
  );
});
