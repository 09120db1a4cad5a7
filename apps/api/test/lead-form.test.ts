import { DAY_24H, HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trustedTexts } from '../src/graphql/trusted-operations.ts';
import { DEALER_ORIGIN } from './support/seed-group.ts';
import { post, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

interface Settings {
  readonly leadForm: { readonly consentVersion: string; readonly consentText: string; readonly answerBy: string };
}
interface Submitted {
  readonly submitLead: {
    readonly __typename: string;
    readonly field?: string;
    readonly allowed?: string;
    readonly receipt?: string;
    readonly answerBy?: string;
  };
}

const idOfOperation = (start: string): string => {
  const [id] = [...trustedTexts('public')].find(([, text]) => text.startsWith(start)) ?? [];
  if (id === undefined) throw new Error(`no trusted operation begins with ${start}`);
  return id;
};
const LEAD_FORM = idOfOperation('query LeadForm');
const SUBMIT_LEAD = idOfOperation('mutation SubmitLead');

/** What a visitor fills in. */
const VISITOR = {
  firstName: 'Nora',
  lastName: 'Quinn',
  phone: '(312) 555-7201',
  email: 'nora.quinn@mail.example.com',
  preferredChannel: 'call',
  vehicle: { stock: 'F1234', description: '2026 Ford Maverick' },
  comment: 'Can I see it on Saturday?',
  consentTicked: true,
  consentVersion: 'lead-form-1.en',
  pageUrl: 'https://www.dealer.example/cars/f1234?email=nora.quinn%40mail.example.com&utm_source=mail#form',
  shownForMilliseconds: 21_000,
};

describe.each(ENGINES)('a store’s lead form on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());

  /** Each test's visitor comes from an address of its own. */
  let address = '';
  let visitors = 0;
  beforeEach(() => {
    address = `192.0.2.${++visitors}`;
  });

  const run = async <D>(sha256Hash: string, variables: object, key = test.ours.ford.publishableKey) => {
    const body = { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
    const headers = { authorization: `Bearer ${key}`, origin: DEALER_ORIGIN, 'x-forwarded-for': address };
    const response = await post(`${test.url}/graphql`, body, headers);
    return (await response.json()) as { data: D | null; errors?: { message: string; extensions: { code: string } }[] };
  };
  const submit = async (input: object) => {
    const { data, errors } = await run<Submitted>(SUBMIT_LEAD, { input });
    if (data === null) throw new Error(JSON.stringify(errors));
    return data.submitLead;
  };
  const lastLead = async () => {
    const [row] = await test.database.asOwner<Record<string, unknown>>(
      `select l.status, l.source, l.reasons, l.preferred_channel, l.vehicles, l.customer_id, r.text_sealed
         from lead l join raw_text r on r.id = l.raw_text_id order by l.id desc limit 1`,
    );
    return row ?? {};
  };

  it('shows the store, the wording of consent and when somebody would answer, by its opening hours', async () => {
    const { data } = await run<Settings>(LEAD_FORM, { locale: 'es' });
    expect(data?.leadForm).toMatchObject({
      storeName: 'Ford',
      zone: 'America/Chicago',
      consentVersion: 'lead-form-1.es',
      consentText: expect.stringContaining('Acepto que Ford'),
      answerBy: new Date(plus(TUESDAY_10, 5 * MINUTE)).toISOString(),
    });
    await test.setClock(plus(TUESDAY_10, 12 * HOUR));
    const night = await run<Settings>(LEAD_FORM, {});
    await test.setClock(TUESDAY_10);
    // Opens at 8:00 the next morning.
    expect(night.data?.leadForm.answerBy).toBe(
      new Date(plus(TUESDAY_10, DAY_24H - 2 * HOUR + 5 * MINUTE)).toISOString(),
    );
  });

  it('takes a lead that goes the way of every lead, with the consent as a fact and its evidence sealed', async () => {
    const taken = await submit({ ...VISITOR, key: 'nora-submits-once' });
    expect(taken).toMatchObject({
      __typename: 'SubmitLeadSuccess',
      answerBy: new Date(plus(TUESDAY_10, 5 * MINUTE)).toISOString(),
    });
    const lead = await lastLead();
    expect(lead).toMatchObject({ status: 'accepted', source: 'Lead form', preferred_channel: 'call' });
    const consents = await test.database.asOwner<{ data: Record<string, unknown> }>(
      `select data from fact where kind = 'consent.given' and customer_id = $1 order by data ->> 'channel'`,
      [String(lead['customer_id'])],
    );
    expect(consents.map(({ data }) => [data['channel'], data['purpose'], data['wording'], data['written']])).toEqual([
      ['call', 'marketing', 'lead-form-1.en', true],
      ['email', 'marketing', 'lead-form-1.en', true],
      ['text', 'marketing', 'lead-form-1.en', true],
    ]);
    const sealed = lead['text_sealed'] as Uint8Array;
    expect(JSON.parse(test.resources.seal.open(test.ours.groupId, 'rawText.text', sealed))).toMatchObject({
      firstName: 'Nora',
      evidence: {
        origin: DEALER_ORIGIN,
        page: { url: 'https://www.dealer.example/cars/f1234', campaign: { utm_source: 'mail' } },
        ticked: true,
        wording: expect.stringContaining('I agree that Ford'),
        sha256: expect.any(String),
      },
    });
    const ana = await signIn(test.url, test.ours.ana);
    const { data } = await ana.graphql<{ workPlan: { tasks: { customerName: string; vehicle: string }[] } }>(
      '{ workPlan { tasks { customerName vehicle } } }',
    );
    expect(data?.workPlan.tasks).toContainEqual({ customerName: 'Nora Quinn', vehicle: '2026 Ford Maverick' });
  });

  it('answers the same key with the same receipt, also when both come at once', async () => {
    const input = { ...VISITOR, firstName: 'Otis', phone: '312-555-7202', email: null, key: 'otis-submits-once' };
    const [a, b] = await Promise.all([submit(input), submit(input)]);
    expect(a.receipt).toBeDefined();
    expect(b).toEqual(a);
    expect(await submit({ ...input, comment: 'changed' })).toEqual(a);
  });

  it('gives no consent that was not ticked', async () => {
    const input = {
      ...VISITOR,
      firstName: 'Pia',
      phone: '312-555-7203',
      email: null,
      consentTicked: false,
      key: 'pia-submits-once',
    };
    expect(await submit(input)).toMatchObject({ __typename: 'SubmitLeadSuccess' });
    const { customer_id } = await lastLead();
    const rows = await test.database.asOwner(`select 1 from fact where kind = 'consent.given' and customer_id = $1`, [
      String(customer_id),
    ]);
    expect(rows).toEqual([]);
  });

  it.each([
    ['a field that people do not see is filled in', { trap: 'http://spam.example' }],
    ['it was sent faster than anybody types', { shownForMilliseconds: 300 }],
  ])('keeps a lead for review when %s, and does not tell the program', async (what, odd) => {
    const input = { ...VISITOR, firstName: 'Quin', phone: '312-555-7204', email: null, key: `odd ${what}`, ...odd };
    expect(await submit(input)).toMatchObject({ __typename: 'SubmitLeadSuccess', receipt: expect.any(String) });
    expect(await lastLead()).toMatchObject({ status: 'awaitsReview', reasons: [{ code: 'leadForm.looksAutomated' }] });
  });

  it.each([
    ['nobody', { firstName: ' ', lastName: null }, 'firstName'],
    ['no way to answer', { phone: '', email: null }, 'phone'],
    ['a number that reaches nobody', { phone: '000-000-0000' }, 'phone'],
    ['an address that is none', { email: 'nora at mail' }, 'email'],
    ['a wording that was never shown', { consentVersion: 'lead-form-9.en' }, 'consentVersion'],
    ['a key of no use', { key: 'short' }, 'key'],
    ['a comment without end', { comment: 'x'.repeat(5_001) }, 'comment'],
    ['a vehicle without end', { vehicle: { description: 'x'.repeat(201) } }, 'vehicle.description'],
  ])('refuses %s, naming the field and what is allowed, never the value', async (_, wrong, field) => {
    const refused = await submit({ ...VISITOR, key: 'never-kept-key', ...wrong });
    expect(refused).toMatchObject({ __typename: 'InputError', field, allowed: expect.any(String) });
    for (const value of [VISITOR.phone, VISITOR.email, '000-000-0000', 'nora at mail']) {
      expect(JSON.stringify(refused)).not.toContain(value);
    }
  });

  it('lets a flood from one address wait, and says so', async () => {
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 20 && !codes.includes('limited'); i++) {
      const { errors } = await run<Submitted>(SUBMIT_LEAD, {
        input: { ...VISITOR, key: `flood-number-${i}`, phone: '1' },
      });
      codes.push(errors?.[0]?.extensions.code);
    }
    expect(codes).toContain('limited');
  });
});
