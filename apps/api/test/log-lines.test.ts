import { afterAll, beforeAll, expect, it } from 'vitest';
import { trustedTexts } from '../src/graphql/trusted-operations.ts';
import { adf } from './support/adf.ts';
import { DEALER_ORIGIN, PASSWORD } from './support/seed-group.ts';
import { clientOperation, post, postAdf, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

/** A customer whose every part can be told from anything else in a log. */
const PERSON = {
  first: 'Philomena',
  last: 'Quarterwick',
  phone: '312-555-7899',
  email: 'philomena.quarterwick@mail.example.com',
  comment: 'My neighbour Barnabas recommends you',
};
const TELLTALES = [
  'Philomena',
  'Quarterwick',
  '5557899',
  '555-7899',
  'mail.example.com',
  'Barnabas',
  PASSWORD,
  'wrong password',
  'secret note',
  'bb_intake_',
  'bb_pub_',
  'session_token',
  '127.0.0.1',
];

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer(ENGINES[0]);
}, OPENING_MS);
afterAll(() => test.close());

const lines = () =>
  test
    .log()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as object);

it('logs a day’s work, its mistakes and its bugs as JSON lines that hold ids and no personal data', async () => {
  const { ford } = test.ours;
  const ana = await signIn(test.url, test.ours.ana);
  await post(`${test.url}/auth/sign-in/email`, { email: PERSON.email, password: 'wrong password' });
  await postAdf(test.url, ford.intakeKey, adf(PERSON));
  await postAdf(test.url, ford.intakeKey, `${PERSON.first} ${PERSON.last} called from ${PERSON.phone}`);
  await postAdf(test.url, `${ford.intakeKey}x`, adf(PERSON));
  await fetch(`${test.url}/survey/${PERSON.email}?name=${PERSON.first}&token=bb_pub_x`);
  await fetch(`${test.url}/graphql?query=${PERSON.last}`, { method: 'POST', body: '{' });
  await ana.graphql(`query { node(id: "${PERSON.email}") { id } }`);
  await ana.graphql('query ($id: ID!) { lead(id: $id) { id } }', { id: { first: PERSON.first } });
  const { data } = await ana.graphql<{ workPlan: { tasks: { id: string; customerName: string }[] } }>(
    clientOperation('work-plan'),
  );
  expect(data?.workPlan.tasks[0]?.customerName).toBe('Philomena Quarterwick');
  const input = {
    key: 'log-lines-tap',
    taskId: data?.workPlan.tasks[0]?.id,
    disposition: 'spoke',
    note: 'secret note',
  };
  await ana.graphql(clientOperation('log-activity'), { input });
  const [id] = [...trustedTexts('public')].find(([, text]) => text.startsWith('mutation SubmitLead')) ?? [];
  const form = {
    key: 'log-lines-form',
    firstName: PERSON.first,
    email: 'no address of Barnabas',
    consentTicked: false,
  };
  const variables = { input: { ...form, consentVersion: '', shownForMilliseconds: 9_000 } };
  const headers = { authorization: `Bearer ${ford.publishableKey}`, origin: DEALER_ORIGIN };
  await post(`${test.url}/graphql`, { variables, extensions: { persistedQuery: { sha256Hash: id } } }, headers);
  // A bug whose message quotes what it stumbled over.
  try {
    JSON.parse(`${PERSON.first} is no JSON`);
  } catch (error) {
    expect(String(error)).toContain(PERSON.first);
    test.resources.log.error({ err: error }, 'a bug of the test');
  }

  const text = test.log();
  expect(lines().length).toBeGreaterThan(12);
  for (const telltale of TELLTALES) expect(text).not.toContain(telltale);
  expect(lines()).toContainEqual(
    expect.objectContaining({
      level: 'info',
      route: 'intake.adf',
      method: 'POST',
      status: 201,
      groupId: test.ours.groupId,
      leads: 1,
    }),
  );
  expect(lines()).toContainEqual(
    expect.objectContaining({ route: 'graphql', groupId: test.ours.groupId, memberId: test.ours.ana.memberId }),
  );
  expect(lines()).toContainEqual(
    expect.objectContaining({ msg: 'a bug of the test', err: expect.objectContaining({ type: expect.any(String) }) }),
  );
});
