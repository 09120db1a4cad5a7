import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_SECONDS } from '../src/server/auth.ts';
import { graphql, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

const WHO = '{ viewer { member { name } } }';
const ANA = { viewer: { member: { name: 'Ana' } } };
const NOBODY = { viewer: null };

describe.each(ENGINES)('sessions on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());

  /** A new session of Ana's: what the cookie holds. */
  const session = async () => {
    const { cookie } = await signIn(test.url, test.ours.ana);
    const signed = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
    return { cookie, signed, token: signed.slice(0, signed.indexOf('.')) };
  };
  const bearer = (token: string) =>
    graphql(test.url, WHO, {}, { authorization: `Bearer ${token}` }).then(({ data }) => data);
  const cookies = (cookie: string) => graphql(test.url, WHO, {}, { cookie, origin: test.url }).then(({ data }) => data);
  const endOf = async (token: string): Promise<number> => {
    const [row] = await test.database.asOwner<{ end: string }>(
      'select expires_at::text as "end" from session where token = $1',
      [token],
    );
    return Date.parse(row?.end ?? '');
  };
  const setEnd = (token: string, secondsFromNow: number) =>
    test.database.asOwner('update session set expires_at = $1 where token = $2', [
      new Date(Date.now() + secondsFromNow * 1000).toISOString(),
      token,
    ]);

  it('open by the cookie, by the token, and by the token with its signature', async () => {
    const { cookie, signed, token } = await session();
    expect(await cookies(cookie)).toEqual(ANA);
    expect(await cookies(`other=1; ${cookie}; more=2`)).toEqual(ANA);
    expect(await bearer(token)).toEqual(ANA);
    expect(await bearer(signed)).toEqual(ANA);
    expect(await bearer(encodeURIComponent(signed))).toEqual(ANA);
  });

  it('open by no other signature, and by no cookie without one', async () => {
    const { cookie, token } = await session();
    const name = cookie.slice(0, cookie.indexOf('='));
    const forged = createHmac('sha256', 'another secret').update(token).digest('base64');
    for (const value of [token, `${token}.`, `${token}.${forged}`, `${token}.${forged}.x`, `x${token}.${forged}`]) {
      expect(await cookies(`${name}=${encodeURIComponent(value)}`)).toEqual(NOBODY);
    }
    expect(await bearer(`${token}.${forged}`)).toEqual(NOBODY);
    expect(await bearer('%E0%A4%A.x')).toEqual(NOBODY);
  });

  it('open nothing once they are over, and are removed', async () => {
    const { cookie, token } = await session();
    await setEnd(token, -1);
    expect(await cookies(cookie)).toEqual(NOBODY);
    expect(await endOf(token)).toBeNaN();
    expect(await bearer(token)).toEqual(NOBODY);
  });

  it('last longer when they are used again after a day, and not before', async () => {
    const { cookie, token } = await session();
    const fresh = await endOf(token);
    expect(await cookies(cookie)).toEqual(ANA);
    expect(await endOf(token)).toBe(fresh);
    await setEnd(token, SESSION_SECONDS.expiresIn - SESSION_SECONDS.updateAge - 60);
    expect(await cookies(cookie)).toEqual(ANA);
    expect(await endOf(token)).toBeGreaterThanOrEqual(fresh);
  });
});
