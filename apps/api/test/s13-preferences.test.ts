import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { CONSENTS, EVIDENCE, openStopStage, type Person, REVOKE, type StopStage } from './support/stop-stage.ts';
import { signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';

describe.each(ENGINES)('S13 stop means stop, chosen by the customer, on %s', (engine) => {
  let stage: StopStage;

  beforeAll(async () => {
    stage = await openStopStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.close());

  it('keeps the ledger from other stores and groups', async () => {
    const eve = await stage.person('Eve');
    const carla = await signIn(stage.test.url, stage.test.ours.carla);
    const stranger = await signIn(stage.test.url, stage.test.theirs.principal);
    const input = { key: newId(), opportunityId: eve.opportunityId, how: 'call', words: 'Stop' };
    for (const browser of [carla, stranger]) {
      expect((await browser.graphql(CONSENTS, { id: eve.opportunityId })).errors).toMatchObject([
        { extensions: { code: 'notFound' } },
      ]);
      expect((await browser.graphql(REVOKE, { input })).data).toMatchObject({
        recordRevocation: { __typename: 'NotFoundError' },
      });
    }
    expect((await stage.ledgerOf(eve))?.acts).toEqual([]);
    expect((await stage.ana.graphql(EVIDENCE, { number: eve.phone })).errors).toMatchObject([
      { extensions: { code: 'notAllowed' } },
    ]);
    const theirs = await stranger.graphql(EVIDENCE, { number: eve.phone });
    expect(theirs.data).toMatchObject({ evidence: { ledgers: { edges: [] }, entries: { edges: [] } } });
  });

  describe('the personal page', () => {
    let ida: Person;
    let token = '';

    it('is in each mail, with the postal address and one click to end it', async () => {
      ida = await stage.person('Ida');
      await stage.settled(ida);
      const raw = await stage.mailTo(ida);
      token = /\/preferences\/#(bb_pref_[\w-]+)/.exec(raw)?.[1] ?? '';
      expect(token).toMatch(/^bb_pref_/);
      expect(raw).toContain(`List-Unsubscribe: <http://localhost/unsubscribe/${token}>`);
      expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    });

    it('shows what the store may do, and nothing about the customer', async () => {
      const page = await stage.visitor<{
        preferences: { storeName: string; choices: { channel: string; purpose: string; allowed: boolean }[] };
      }>('Preferences', { token });
      expect(page.preferences.storeName).toBe('Ford');
      expect(page.preferences.choices).toHaveLength(20);
      expect(page.preferences.choices.find((c) => c.channel === 'text' && c.purpose === 'marketing')?.allowed).toBe(
        false,
      );
      expect(page.preferences.choices.find((c) => c.channel === 'call' && c.purpose === 'appointment')?.allowed).toBe(
        true,
      );
      expect(JSON.stringify(page)).not.toMatch(/Ida|312555|buyers/);
      expect(await stage.visitor('Preferences', { token: `${token}x` })).toEqual({ preferences: null });
    });

    it('takes one box, then everything; the same again changes nothing', async () => {
      const one = { token, changes: [{ channel: 'call', purpose: 'marketing', allowed: false }] };
      expect(await stage.visitor('SavePreferences', { input: one })).toMatchObject({
        savePreferences: { __typename: 'SavePreferencesSuccess' },
      });
      await stage.visitor('SavePreferences', { input: one });
      expect((await stage.ledgerOf(ida))?.acts).toMatchObject([
        { act: 'revoked', channel: 'call', purpose: 'marketing', how: 'preferences page' },
      ]);
      expect((await stage.ledgerOf(ida))?.standing.filter(({ state }) => state === 'revoked')).toHaveLength(1);
      const all = await stage.visitor<{ savePreferences: { choices: { allowed: boolean }[] } }>('SavePreferences', {
        input: { token, stopEverything: true },
      });
      expect(all.savePreferences.choices.some(({ allowed }) => allowed)).toBe(false);
      await stage.visitor('SavePreferences', { input: { token, stopEverything: true } });
      expect((await stage.ledgerOf(ida))?.acts).toHaveLength(2);
      expect((await stage.touchesOf(ida)).filter(({ state }) => state === 'due')).toEqual([]);
    });

    it('opens a box again by a tick, in writing, with the wording’s version', async () => {
      const input = { token, locale: 'es', changes: [{ channel: 'text', purpose: 'marketing', allowed: true }] };
      await stage.visitor('SavePreferences', { input });
      const [fact] = await stage.test.database.asOwner<{ data: unknown }>(
        `select data from fact where group_id::text = $1 and kind = 'consent.given' order by recorded_at desc, id desc limit 1`,
        [stage.test.ours.groupId],
      );
      expect(fact?.data).toMatchObject({
        channel: 'text',
        purpose: 'marketing',
        written: true,
        wording: 'preferences-1.es',
        wordingStore: expect.any(String),
      });
    });

    it('answers an unknown token like none, and too many requests with a wait', async () => {
      const unknown = await stage.visitor('SavePreferences', { input: { token: 'bb_pref_x', stopEverything: true } });
      expect(unknown).toMatchObject({ savePreferences: { __typename: 'NotFoundError' } });
    });
  });

  it('ends marketing by one click of a mail program, and shows the page to whoever opens the link', async () => {
    const lea = await stage.person('Lea');
    await stage.settled(lea);
    const token = /\/preferences\/#(bb_pref_[\w-]+)/.exec(await stage.mailTo(lea))?.[1] ?? '';
    const address = `${stage.test.url}/unsubscribe/${token}`;
    const looked = await fetch(address, { redirect: 'manual' });
    expect([looked.status, looked.headers.get('location')]).toEqual([303, `http://localhost/preferences/#${token}`]);
    expect((await stage.ledgerOf(lea))?.acts).toEqual([]);
    const click = () =>
      fetch(address, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect((await click()).status).toBe(200);
    expect((await click()).status).toBe(200);
    expect((await fetch(address, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).status).toBe(400);
    const standing = (await stage.ledgerOf(lea))?.standing.filter(({ state }) => state === 'revoked') ?? [];
    expect(standing.filter(({ purpose }) => purpose === 'marketing')).toHaveLength(6);
    expect(standing.some(({ purpose }) => purpose === 'appointment' || purpose === 'transaction')).toBe(false);
    expect((await stage.ledgerOf(lea))?.acts).toHaveLength(3);
  });
});
