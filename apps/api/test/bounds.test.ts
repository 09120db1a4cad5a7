import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LARGEST_DOCUMENT_TOKENS, OPERATION_LIMITS } from '../src/graphql/limits.ts';
import { buildSchema } from '../src/graphql/schema.ts';
import { openLimit } from '../src/server/open-limit.ts';
import { adf } from './support/adf.ts';
import { graphql, post, signIn, type TestBrowser } from './support/test-client.ts';
import { OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';
import { openStream } from './support/test-stream.ts';

// What does not hang on the engine: one is enough.
let test: TestServer;
let ana: TestBrowser;
beforeAll(async () => {
  test = await openTestServer('pglite');
  ana = await signIn(test.url, test.ours.ana);
}, OPENING_MS);
afterAll(() => test.close());

it('refuses an operation that is too broad or asks for too much', async () => {
  const usual = await ana.graphql('{ viewer { stores { departments { id } } } }');
  expect(usual.errors).toBeUndefined();
  const broad = `{ ${Array.from({ length: OPERATION_LIMITS.breadth }, (_, i) => `a${i}: clock { now }`).join(' ')} }`;
  expect((await ana.graphql(broad)).errors?.[0]?.message).toMatch(/breadth/);
  const costly = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: viewer { stores { departments { id name kind } } }`).join(' ')} }`;
  expect((await ana.graphql(costly)).errors?.[0]?.message).toMatch(/complexity/);
});

it('refuses a document of too many tokens before it validates it', async () => {
  const { data, errors } = await ana.graphql(`{ ${'clock { now } '.repeat(LARGEST_DOCUMENT_TOKENS / 4)} }`);
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.message).toMatch(/tokens/);
});

it('takes no compressed body, and says so', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const answer = await post(`${test.url}/graphql`, { query: '{ clock { now } }' }, headers);
  expect(answer.status).toBe(415);
  expect(answer.headers.get('accept-encoding')).toBe('identity');
  expect(await answer.text()).toContain('Content-Encoding');
});

it('makes an address wait whose many requests come from nobody, and no member beside it', async () => {
  const from = { 'x-forwarded-for': '198.51.100.77' };
  const ask = () => post(`${test.url}/graphql`, { query: '{ setUpOpen }' }, from);
  let limited: Response | undefined;
  for (let i = 0; i < 40 && limited === undefined; i++) {
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    limited = answers.find(({ status }) => status === 429);
  }
  expect(limited?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await limited?.text()).toContain('"limited"');
  const member = { ...from, cookie: ana.cookie, origin: test.url };
  expect((await graphql(test.url, '{ clock { now } }', {}, member)).errors).toBeUndefined();
});

it('tells its schema to members and to nobody else', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await ana.graphql(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  const { data, errors } = await graphql(test.url, query);
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.message).toMatch(/introspection/i);
});

it(
  'keeps a bug to itself: one sentence and the request’s id outside, the places inside',
  async () => {
    const schema = buildSchema();
    const field = schema.getQueryType()?.getFields()['clock'];
    if (field === undefined) throw new Error('no clock field');
    field.resolve = () => {
      throw new Error('select name from customer where phone = +13125550123');
    };
    const broken = await openTestServer('pglite', schema);
    const answer = await graphql(broken.url, '{ clock { now } }');
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side',
        extensions: { code: 'bug', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      }),
    ]);
    await broken.close();
    expect(broken.log()).toContain('bounds.test.ts');
    expect(broken.log()).not.toContain('3125550123');
  },
  OPENING_MS,
);

it('refuses a body that is too large, whatever its length says', async () => {
  const large = await post(`${test.url}/graphql`, {
    query: '{ clock { now } }',
    variables: { x: 'x'.repeat(256 * 1024) },
  });
  expect(large.status).toBe(413);
  const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(64 * 1024)) });
  const request = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } };
  const streamed = await fetch(`${test.url}/graphql`, request as RequestInit).then(
    ({ status }) => status,
    () => 'cut',
  );
  expect([413, 'cut']).toContain(streamed);
});

it('takes a phone system’s file from those who may upload one, and a larger body from nobody', async () => {
  const ask = async (by: TestBrowser, kibibytes: number) => {
    const body = { query: '{ clock { now } }', variables: { x: 'x'.repeat(kibibytes * 1024) } };
    const answer = await post(`${test.url}/graphql`, body, { cookie: by.cookie, origin: test.url }).then(
      ({ status }) => status,
      () => 'cut',
    );
    return answer === 'cut' ? 413 : answer;
  };
  const max = await signIn(test.url, test.ours.manager);
  expect([await ask(ana, 255), await ask(ana, 257)]).toEqual([200, 413]);
  expect([await ask(max, 6 * 1024 - 1), await ask(max, 6 * 1024 + 1)]).toEqual([200, 413]);
});

/** What the server answers to bytes that no client library would send: the first line. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(test.server.port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.split('\r\n')[0] ?? '';
}

it('says of a chunked body that it is too large before it hangs up', async () => {
  const size = 256 * 1024 + 1;
  const head =
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  // Not ended: the server knows enough.
  expect(await answerTo(`${head}${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`)).toBe(
    'HTTP/1.1 413 Payload Too Large',
  );
});

it.each([
  ['http://user:word@x/auth/sign-out', '400 Bad Request'],
  ['//user:word@x/auth/sign-out', '404 Not Found'],
])('takes the address %s for no bug of ours', async (address, answer) => {
  const body = 'Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}';
  expect(await answerTo(`POST ${address} HTTP/1.1\r\nHost: x\r\n${body}`)).toBe(`HTTP/1.1 ${answer}`);
});

it('answers what is no JSON, no operation or no place with what is taken', async () => {
  const headers = { 'content-type': 'application/json' };
  const broken = await fetch(`${test.url}/graphql`, { method: 'POST', headers, body: '{"query":' });
  expect(broken.status).toBe(400);
  expect((await post(`${test.url}/graphql`, {})).status).toBe(400);
  const accept = 'application/graphql-response+json';
  expect((await post(`${test.url}/graphql`, { query: '{ clock {' }, { accept })).status).toBe(400);
  expect((await fetch(`${test.url}/no/such/page`)).status).toBe(404);
  expect((await fetch(`${test.url}/auth/list-sessions`)).status).toBe(404);
});

it('takes a client that hangs up in the middle of its body for no bug of ours', async () => {
  const before = test.log().length;
  const socket = connect(test.server.port, '127.0.0.1');
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"qu',
  );
  // The server has read the beginning once it answers the next one.
  expect((await fetch(`${test.url}/healthz`)).status).toBe(200);
  socket.destroy();
  await expect.poll(() => test.log().slice(before)).toContain('"cut":true');
  expect(test.log().slice(before)).not.toContain('"level":"error"');
});

it('carries the security headers on every answer', async () => {
  for (const path of ['/healthz', '/graphql', '/nothing', '/intake/adf']) {
    const { headers } = await fetch(`${test.url}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it(
  'is ready while its database answers, and not while it stops',
  async () => {
    const other = await openTestServer('pglite');
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${other.url}/readyz`)).json()).toEqual({ status: 'ready', engine: 'pglite' });
    const browser = await signIn(other.url, other.ours.ana);
    const stream = await openStream(other.url, browser, 'subscription { dayChanged { memberId } }');
    const stopped = other.close();
    // The stream is completed, not cut: the widget knows to come back.
    expect(await stream.next()).toBeUndefined();
    await stopped;
    await expect(fetch(`${other.url}/readyz`)).rejects.toThrow();
  },
  OPENING_MS,
);

it('ends a stream after its time, so that who has signed out hears nothing more', { timeout: OPENING_MS }, async () => {
  const other = await openTestServer('pglite', buildSchema(), { streamLifeMs: 50, streamsOfMember: openLimit(2) });
  const browser = await signIn(other.url, other.ours.ana);
  const open = () => openStream(other.url, browser, 'subscription { dayChanged { memberId } }');
  const stream = await open();
  await post(`${other.url}/auth/sign-out`, {}, { cookie: browser.cookie, origin: other.url });
  expect(await stream.next()).toBeUndefined();
  const again = await open();
  expect(await again.next()).toMatchObject({ errors: [{ extensions: { code: 'signedOut' } }] });
  await other.close();
});

it('lets a member hold so many streams open, and another once one is closed', { timeout: OPENING_MS }, async () => {
  const other = await openTestServer('pglite', buildSchema(), { streamsOfMember: openLimit(2) });
  const browser = await signIn(other.url, other.ours.ana);
  const open = () => openStream(other.url, browser, 'subscription { dayChanged { memberId } }');
  const [first] = [await open(), await open()];
  expect(await (await open()).next()).toMatchObject({ errors: [{ extensions: { code: 'limited' } }] });
  const { streamsOfMember } = other.resources.limits;
  const isFree = () => {
    const close = streamsOfMember.open(other.ours.ana.memberId);
    close?.();
    return close !== undefined;
  };
  expect(isFree()).toBe(false);
  first.close();
  // The server hears of the closing a little later.
  await expect.poll(isFree, { timeout: 10_000 }).toBe(true);
  await other.close();
});

it('finishes a request that runs when it is told to stop', { timeout: OPENING_MS }, async () => {
  const other = await openTestServer('pglite');
  const document = adf();
  const headers = {
    authorization: `Bearer ${other.ours.ford.intakeKey}`,
    'content-type': 'text/xml',
    'content-length': Buffer.byteLength(document),
    // The server says that it has taken the request up, and only then gets the rest.
    expect: '100-continue',
  };
  const posting = request(`${other.url}/intake/adf`, { method: 'POST', headers });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    posting.once('response', (response) => resolve(response.resume().statusCode));
    posting.once('error', reject);
  });
  posting.flushHeaders();
  await new Promise<void>((resolve) => posting.once('continue', () => resolve()));
  const closed = other.close();
  posting.end(document);
  expect(await answered).toBe(201);
  await closed;
});
