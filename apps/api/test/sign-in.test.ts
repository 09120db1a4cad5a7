import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD } from './support/seed-group.ts';
import { graphql, post, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

/** A guess costs the server a hash; a busy machine takes seconds for some of them. */
const PATIENCE_MS = 120_000;

const WHO = '{ viewer { member { name role } group { name } capabilities stores { name } } }';

describe.each(ENGINES)('signing in on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());

  /** Each test comes from an address of its own, so that one's attempts are not another's. */
  let address = '';
  let tests = 0;
  beforeEach(() => {
    address = `192.0.2.${++tests}`;
  });
  const attempt = (email: string, password: string, headers: Record<string, string> = {}) =>
    post(`${test.url}/auth/sign-in/email`, { email, password }, { 'x-forwarded-for': address, ...headers });
  const errorOf = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    return { status: response.status, ...error };
  };

  it('gives a member a cookie for our pages, and a token for programs', async () => {
    const response = await attempt(test.ours.manager.email.toUpperCase(), PASSWORD);
    expect(response.status).toBe(200);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^beback\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const token = response.headers.get('set-auth-token') ?? '';
    const asProgram = await graphql(test.url, WHO, {}, { authorization: `Bearer ${token}` });
    const asPage = await graphql(test.url, WHO, {}, { cookie: cookie.split(';')[0] ?? '', origin: test.url });
    expect(asPage.data).toEqual({
      viewer: {
        member: { name: 'Max', role: 'manager' },
        group: { name: 'Harbor' },
        capabilities: ['ownDay', 'storeBoard', 'acknowledgeFindings', 'managePlan', 'manageDay', 'uploadCallRecords'],
        stores: [{ name: 'Ford' }],
      },
    });
    expect(asProgram).toEqual(asPage);
  });

  it('tells a page’s script no token, and nobody asks for it later', async () => {
    const response = await attempt(test.ours.manager.email, PASSWORD, { origin: test.url });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-auth-token')).toBeNull();
    expect(await response.json()).toEqual({});
    const [cookie = ''] = response.headers.getSetCookie();
    const asked = await fetch(`${test.url}/auth/get-session`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(asked.status).toBe(404);
  });

  it('shows a principal every store of the group and of no other', async () => {
    const { data } = await (await signIn(test.url, test.ours.principal)).graphql(WHO);
    expect(data).toMatchObject({ viewer: { stores: [{ name: 'Ford' }, { name: 'Toyota' }] } });
  });

  it('tells nobody whether an account exists', async () => {
    const wrong = await errorOf(await attempt(test.ours.ana.email, 'not the password'));
    const nobody = await errorOf(await attempt('nobody@nowhere.example', 'not the password'));
    expect(wrong).toMatchObject({ status: 401, code: 'credentials' });
    expect(nobody).toEqual(wrong);
  });

  /** Guesses until one has to wait; a slow machine gets some back meanwhile, so that no number is certain. */
  const guessUntilLimited = async (guess: (i: number) => Promise<Response>): Promise<readonly Response[]> => {
    const answers: Response[] = [];
    while (answers.at(-1)?.status !== 429 && answers.length < 100) answers.push(await guess(answers.length));
    return answers;
  };

  it('makes guesses at one account wait, from however many addresses', { timeout: PATIENCE_MS }, async () => {
    const answers = await guessUntilLimited((i) =>
      attempt('guessed@harbor.example', `guess ${i}`, { 'x-forwarded-for': `198.51.100.${i}` }),
    );
    expect(answers.slice(0, 8).map(({ status }) => status)).toEqual(Array(8).fill(401));
    const late = answers.at(-1) ?? Response.error();
    expect(late.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await errorOf(late)).toMatchObject({ status: 429, code: 'limited' });
  });

  it('makes guesses from one address wait, at however many accounts', { timeout: PATIENCE_MS }, async () => {
    const answers = await guessUntilLimited((i) => attempt(`guess-${i}@harbor.example`, 'guess'));
    expect(answers.slice(0, 20).map(({ status }) => status)).toEqual(Array(20).fill(401));
    expect(answers.at(-1)?.status).toBe(429);
    expect((await attempt(test.ours.ana.email, PASSWORD, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(200);
  });

  it('lets guesses from an address that has to wait lock nobody else out', async () => {
    await guessUntilLimited((i) => attempt(`flood-${i}@harbor.example`, 'guess'));
    for (let i = 0; i < 12; i++) await attempt(test.ours.carla.email, 'guess');
    expect((await attempt(test.ours.carla.email, PASSWORD, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(200);
  });

  it('ends with signing out', async () => {
    const { cookie } = await signIn(test.url, test.ours.carla);
    const out = await post(`${test.url}/auth/sign-out`, {}, { cookie, origin: test.url });
    expect(out.status).toBe(200);
    expect(await graphql(test.url, WHO, {}, { cookie, origin: test.url })).toMatchObject({ data: { viewer: null } });
  });

  it('is for people whom an administrator made: nobody signs up', async () => {
    const refused = await post(`${test.url}/auth/sign-up/email`, {
      email: 'eve@x.example',
      password: PASSWORD,
      name: 'Eve',
    });
    expect(await errorOf(refused)).toMatchObject({ status: 404 });
  });

  it('opens nothing to a person who is no active member any more', async () => {
    const { graphql: ask } = await signIn(test.url, test.theirs.carla);
    expect(await ask(WHO)).toMatchObject({ data: { viewer: { member: { name: 'Carla' } } } });
    await test.database.asOwner('update member set active = false where id = $1', [test.theirs.carla.memberId]);
    expect(await ask(WHO)).toMatchObject({ data: { viewer: null } });
    expect((await ask('{ workPlan { day } }')).errors).toMatchObject([{ extensions: { code: 'signedOut' } }]);
  });

  describe('and a page of another site, which has the cookie but not our origin,', () => {
    const elsewhere = { origin: 'https://evil.example' };
    it('cannot ask anything', async () => {
      const { cookie } = await signIn(test.url, test.ours.ana);
      const answer = await graphql(test.url, WHO, {}, { cookie, ...elsewhere });
      expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'crossOrigin' } }] });
    });
    it('cannot hide the cookie behind a token that is none', async () => {
      const { cookie } = await signIn(test.url, test.ours.ana);
      for (const token of ['none', 'a.b', `${'x'.repeat(32)}.${'A'.repeat(43)}=`]) {
        const answer = await graphql(test.url, WHO, {}, { cookie, authorization: `Bearer ${token}`, ...elsewhere });
        expect(answer).toMatchObject({ data: { viewer: null } });
      }
    });
    it('cannot sign anybody in or out', async () => {
      const { cookie } = await signIn(test.url, test.ours.ana);
      expect((await attempt(test.ours.ana.email, PASSWORD, elsewhere)).status).toBe(403);
      expect((await post(`${test.url}/auth/sign-out`, {}, { cookie, ...elsewhere })).status).toBe(403);
      expect(await graphql(test.url, WHO, {}, { cookie, origin: test.url })).toMatchObject({ data: { viewer: {} } });
    });
    it('cannot send a plain form', async () => {
      const { cookie } = await signIn(test.url, test.ours.ana);
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
        const headers = { 'content-type': type, cookie };
        const form = await fetch(`${test.url}/graphql`, {
          method: 'POST',
          headers,
          body: 'query={viewer{member{name}}}',
        });
        expect(form.status).toBe(415);
      }
      expect((await fetch(`${test.url}/graphql?query={viewer{member{name}}}`, { headers: { cookie } })).status).toBe(
        405,
      );
    });
  });
});
