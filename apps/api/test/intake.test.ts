import { DAY_24H, MINUTE, plus } from '@beback/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adf, adfOf } from './support/adf.ts';
import { leadsOf, postAdf } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

/** As in the samples: a job application in a sales lead's envelope. */
const JOB = 'I am interested in interviewing for your Service Manager position. Please schedule an interview.';

describe.each(ENGINES)('POST /intake/adf on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());
  afterEach(() => test.setClock(TUESDAY_10));

  const post = (body: string | Uint8Array<ArrayBuffer>) => postAdf(test.url, test.ours.ford.intakeKey, body);
  const count = async (table: string): Promise<number> => {
    const [row] = await test.database.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  };

  it('answers 201 with each lead, and the first call is due five open minutes after receipt', async () => {
    const [lead, ...others] = await leadsOf(await post(adf({ first: 'Ada', phone: '312-555-7001' })));
    expect(lead).toMatchObject({ index: 0, status: 'accepted' });
    expect(others).toEqual([]);
    const [touch] = await test.database.asOwner(
      `select t.who, t.channel, t.deadline from touch t order by t.window_from, t.deadline, t.id limit 1`,
    );
    expect(touch).toMatchObject({ who: 'owner', channel: 'call', deadline: new Date(plus(TUESDAY_10, 5 * MINUTE)) });
  });

  it('answers the same bytes by the same key within 24 h as it did first, and makes nothing new', async () => {
    const document = adf({ first: 'Bea', phone: '312-555-7002' });
    const first = await leadsOf(await post(document));
    const before = [await count('lead'), await count('fact'), await count('raw_text')];
    await test.setClock(plus(TUESDAY_10, DAY_24H - MINUTE));
    expect(await leadsOf(await post(document))).toEqual(first);
    expect([await count('lead'), await count('fact'), await count('raw_text')]).toEqual(before);
  });

  it('takes the same bytes as a new message by another key, or after 24 h', async () => {
    const document = adf({ first: 'Cem', phone: '312-555-7003' });
    const [first] = await leadsOf(await post(document));
    const [elsewhere] = await leadsOf(await postAdf(test.url, test.ours.toyota.intakeKey, document));
    expect(elsewhere).toMatchObject({ status: 'accepted' });
    await test.setClock(plus(TUESDAY_10, DAY_24H + MINUTE));
    const [again] = await leadsOf(await post(document));
    expect(again).toMatchObject({ status: 'repeat' });
    expect(new Set([first?.id, elsewhere?.id, again?.id]).size).toBe(3);
  });

  it('answers identical posts that race each other with one and the same lead', async () => {
    const document = adf({ first: 'Dora', phone: '312-555-7004' });
    const before = await count('lead');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post(document).then((response) => response.text())),
    );
    expect(new Set(answers).size).toBe(1);
    expect((await count('lead')) - before).toBe(1);
  });

  it('opens one opportunity for a person whose different messages race each other', async () => {
    const before = await count('opportunity');
    const answers = await Promise.all(
      [1, 2, 3, 4].map((i) =>
        post(adf({ first: 'Emil', phone: '312-555-7005', comment: `Message ${i}` })).then(leadsOf),
      ),
    );
    const statuses = answers.flat().map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['accepted', 'repeat', 'repeat', 'repeat']);
    expect((await count('opportunity')) - before).toBe(1);
  });

  it('adds a repeat to the open opportunity and starts its response clock anew', async () => {
    const id = { id: '90210', source: 'Cars.example' };
    await leadsOf(await post(adf({ ...id, first: 'Fay', phone: '312-555-7006' })));
    const before = await count('opportunity');
    const later = plus(TUESDAY_10, 45 * MINUTE);
    await test.setClock(later);
    const [bySourceAndId] = await leadsOf(
      await post(adf({ ...id, first: 'Fay', phone: '', email: 'fay@other.example.com' })),
    );
    expect(bySourceAndId?.status).toBe('repeat');
    const [byPerson] = await leadsOf(
      await post(adf({ first: 'Fay', phone: '(312) 555-7006', source: 'Else.example' })),
    );
    expect(byPerson?.status).toBe('repeat');
    expect(await count('opportunity')).toBe(before);
    const [call] = await test.database.asOwner(
      `select t.deadline from touch t join opportunity o on o.id = t.opportunity_id
        where o.id = (select opportunity_id from lead order by id desc limit 1) and t.state = 'due' and t.urgency = 'clock'`,
    );
    expect(call).toEqual({ deadline: new Date(plus(later, 5 * MINUTE)) });
  });

  it('makes a lead of each prospect of a document, with its place', async () => {
    const wishes = ['Gil', 'Hal', 'Ida'].map((first, i) => ({ first, phone: `312-555-702${i}` }));
    const leads = await leadsOf(await post(adfOf(wishes)));
    expect(leads.map(({ index, status }) => [index, status])).toEqual([
      [0, 'accepted'],
      [1, 'accepted'],
      [2, 'accepted'],
    ]);
  });

  it('holds what is no sales lead for review, and starts no plan', async () => {
    const before = await count('opportunity');
    const [lead] = await leadsOf(await post(adf({ first: 'Jim', phone: '716-555-7007', comment: JOB })));
    expect(lead?.status).toBe('awaitsReview');
    expect(await count('opportunity')).toBe(before);
  });

  it.each([
    ['plain text', Buffer.from('Hello, is the red one still there? Call me.')],
    ['no customer in it', Buffer.from('<adf><prospect><vehicle><make>Ford</make></vehicle></prospect></adf>')],
    ['XML cut off in the middle', Buffer.from('<adf><prospect><customer><contact><na')],
    ['bytes of no encoding', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x80, 0xc3, 0x28])],
  ])('keeps %s for a person’s eyes, byte by byte', async (_, bytes) => {
    const [lead] = await leadsOf(await post(new Uint8Array(bytes)));
    expect(lead?.status).toBe('needsEyes');
    const [row] = await test.database.asOwner<{ text_sealed: Uint8Array }>(
      `select r.text_sealed from raw_text r join lead l on l.raw_text_id = r.id order by l.id desc limit 1`,
    );
    const opened = test.resources.seal.openBytes(
      test.ours.groupId,
      'rawText.text',
      row?.text_sealed ?? new Uint8Array(),
    );
    expect(Buffer.from(opened)).toEqual(bytes);
  });

  it('keeps a customer’s letters outside ASCII, whatever encoding they came in', async () => {
    const document = adf({ first: 'Zoë', last: 'Peña', phone: '312-555-7008', email: '' });
    await leadsOf(await post(new Uint8Array(Buffer.from(document.replace('UTF-8', 'windows-1252'), 'latin1'))));
    const [row] = await test.database.asOwner<{ name_sealed: Uint8Array }>(
      `select p.name_sealed from customer_person p join customer c on c.id = p.customer_id order by c.id desc limit 1`,
    );
    const opened = test.resources.seal.open(
      test.ours.groupId,
      'customerPerson.name',
      row?.name_sealed ?? new Uint8Array(),
    );
    expect(JSON.parse(opened)).toMatchObject({ name: { first: 'Zoë', last: 'Peña' } });
  });

  it('tells two people of one telephone apart and puts them into one household', async () => {
    await leadsOf(await post(adf({ first: 'Kim', last: 'Reyes', phone: '312-555-7009', email: '' })));
    const [other] = await leadsOf(await post(adf({ first: 'Luis', last: 'Reyes', phone: '312-555-7009', email: '' })));
    expect(other?.status).toBe('accepted');
    const [row] = await test.database.asOwner(
      `select count(distinct c.id)::int as people, count(distinct c.household_id)::int as households
         from customer c join contact_point p on p.customer_id = c.id
        where p.key = (select key from contact_point where kind = 'phone' order by created_at desc, id desc limit 1)`,
    );
    expect(row).toEqual({ people: 2, households: 1 });
  });

  describe('refuses, saying what is taken,', () => {
    const asPosted = async (headers: Record<string, string>, body: string, method = 'POST') => {
      const response = await fetch(`${test.url}/intake/adf`, { method, headers, ...(method === 'POST' && { body }) });
      const { error } = (await response.json()) as {
        readonly error: { readonly code: string; readonly message: string };
      };
      return { status: response.status, code: error.code, message: error.message, headers: response.headers };
    };
    const key = () => ({ authorization: `Bearer ${test.ours.ford.intakeKey}`, 'content-type': 'text/xml' });

    it('a request without a key', async () => {
      const refused = await asPosted({}, adf());
      expect(refused).toMatchObject({
        status: 401,
        code: 'keyUnknown',
        message: expect.stringContaining('Bearer <intake key>'),
      });
      expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    });
    it('an unknown key', async () => {
      expect(await asPosted({ authorization: 'Bearer bb_intake_none' }, adf())).toMatchObject({ status: 401 });
    });
    it('a publishable key', async () => {
      const refused = await asPosted({ authorization: `Bearer ${test.ours.ford.publishableKey}` }, adf());
      expect(refused).toMatchObject({ status: 403, code: 'keyKind', message: expect.stringContaining('intake key') });
    });
    it('another method', async () => {
      const refused = await asPosted(key(), '', 'GET');
      expect(refused).toMatchObject({ status: 405, code: 'method' });
      expect(refused.headers.get('allow')).toBe('POST');
    });
    it('another media type', async () => {
      const refused = await asPosted({ ...key(), 'content-type': 'application/json' }, '{}');
      expect(refused).toMatchObject({ status: 415, message: expect.stringContaining('application/x-adf+xml') });
    });
    it('an empty body', async () => {
      expect(await asPosted(key(), '')).toMatchObject({ status: 400, code: 'empty' });
    });
    it('a body above the limit', async () => {
      const refused = await asPosted(key(), 'x'.repeat(1024 * 1024 + 1));
      expect(refused).toMatchObject({ status: 413, code: 'tooLarge', message: expect.stringContaining('1048576') });
    });
  });
});
