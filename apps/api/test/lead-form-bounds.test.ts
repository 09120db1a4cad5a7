import { DAY_24H, HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { revokeKey } from '../src/database/directory-doors.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';
import { testVisitor } from './support/test-visitor.ts';

const VISIT = {
  firstName: 'Vera',
  lastName: 'Holt',
  phone: '(312) 555-7501',
  email: 'vera.holt@mail.example.com',
  comment: 'Is the blue one still there?',
  consentTicked: true,
  consentVersion: 'lead-form-1.en',
  pageUrl: 'https://www.dealer.example/cars/blue-one?name=Vera',
  trap: '',
  shownForMilliseconds: 21_000,
};
const JOB = 'I would like to apply for the technician position you posted.';
const REVIEW = `mutation ($input: ReviewLeadInput!) {
  reviewLead(input: $input) { __typename ... on ReviewLeadSuccess { lead { status receipt preferredChannel opportunity { openedAt } } } }
}`;

describe.each(ENGINES)('the bounds of a store’s lead form on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());
  afterEach(() => test.setClock(TUESDAY_10));

  /** Visits of one test come from an address of their own, so that no test uses up another's. */
  let visits = 0;
  const visit = (wish: object = {}) =>
    testVisitor(test.url, { key: test.ours.ford.publishableKey, address: `198.51.100.${++visits}`, ...wish });
  const newest = async () => {
    const [row] = await test.database.asOwner<{ id: string; status: string; received_at: Date; reasons: unknown[] }>(
      'select id, status, received_at, reasons from lead order by id desc limit 1',
    );
    if (row === undefined) throw new Error('no lead is there');
    return row;
  };
  const count = async (table: 'lead' | 'opportunity' | 'fact') => {
    const [row] = await test.database.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  };

  it.each([
    ['another site', { origin: 'https://www.elsewhere.example' }, 403, 'originNotListed'],
    ['no page at all', { origin: null }, 403, 'originNotListed'],
    ['somebody with a made-up key', { key: 'bb_pub_made-up' }, 401, 'keyUnknown'],
  ])('take nothing from %s', async (_, wish, status, code) => {
    const before = await count('lead');
    const refused = await visit(wish).submit({ ...VISIT, key: 'never-taken-in' });
    expect(refused).toEqual({ status, answer: undefined, codes: [code] });
    expect(await count('lead')).toBe(before);
  });

  it('take nothing by a key that was revoked', async () => {
    const { toyota, groupId } = test.ours;
    const taken = await visit({ key: toyota.publishableKey }).submit({ ...VISIT, key: 'before-revocation' });
    expect(taken.answer?.__typename).toBe('SubmitLeadSuccess');
    const group = test.resources.gateway.enterGroup(groupId);
    await group.transaction(async (tx) => {
      const { id } = await tx.prisma.apiKey.findFirstOrThrow({
        where: { storeId: toyota.storeId, kind: 'publishable' },
      });
      await revokeKey(tx, id, TUESDAY_10);
    });
    const refused = await visit({ key: toyota.publishableKey }).submit({ ...VISIT, key: 'after-revocation' });
    expect(refused).toEqual({ status: 401, answer: undefined, codes: ['keyUnknown'] });
  });

  it('answer a program as they answer a visitor, open nothing for it, and leave it to a manager', async () => {
    const before = [await count('opportunity'), await count('fact')];
    const wish = {
      ...VISIT,
      firstName: 'Abe',
      email: 'abe@mail.example.com',
      phone: '312-555-7502',
      preferredChannel: 'email',
    };
    const { answer } = await visit().submit({ ...wish, key: 'abe-is-trapped', trap: 'https://spam.example' });
    const honest = await visit().submit({ ...VISIT, key: 'vera-is-a-visitor' });
    const shape = {
      __typename: 'SubmitLeadSuccess',
      receipt: expect.stringMatching(/^BB(-[0-9A-Z]{4}){2}$/),
      answerBy: expect.any(String),
    };
    expect(answer).toEqual(shape);
    expect(honest.answer).toEqual({ ...shape, answerBy: answer?.answerBy });
    const [held] = await test.database.asOwner<{ id: string; reasons: unknown[] }>(
      `select id, reasons from lead where status = 'awaitsReview' order by id desc limit 1`,
    );
    expect(held?.reasons).toMatchObject([{ code: 'leadForm.looksAutomated', data: { trapped: true, hasty: false } }]);
    // Only the visitor's lead went its way: an episode, its first facts, three consents.
    expect([await count('opportunity'), await count('fact')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 6]);

    await test.setClock(plus(TUESDAY_10, HOUR));
    const max = await signIn(test.url, test.ours.manager);
    const input = { key: 'abe-is-a-person', leadId: encodeGlobalId('Lead', held?.id ?? ''), verdict: 'accept' };
    const { data } = await max.graphql<{ reviewLead: object }>(REVIEW, { input });
    const accepted = new Date(plus(TUESDAY_10, HOUR)).toISOString();
    expect(data?.reviewLead).toMatchObject({
      lead: {
        status: 'accepted',
        receipt: answer?.receipt,
        preferredChannel: 'email',
        opportunity: { openedAt: accepted },
      },
    });
    // He agreed when he sent it, not when somebody believed him.
    const consents = await test.database.asOwner<{ at: Date }>(
      `select f.at from fact f join lead l on l.customer_id = f.customer_id where l.id = $1 and f.kind = 'consent.given'`,
      [held?.id ?? ''],
    );
    expect(consents).toEqual([
      { at: new Date(TUESDAY_10) },
      { at: new Date(TUESDAY_10) },
      { at: new Date(TUESDAY_10) },
    ]);
  });

  it('do not tell whether the store knows somebody', async () => {
    const wish = { ...VISIT, firstName: 'Cid', phone: '312-555-7503', email: 'cid@mail.example.com' };
    const first = await visit().submit({ ...wish, key: 'cid-for-the-first-time' });
    expect((await newest()).status).toBe('accepted');
    const again = await visit().submit({ ...wish, key: 'cid-and-once-more' });
    expect((await newest()).status).toBe('repeat');
    expect({ ...again, answer: { ...again.answer, receipt: '' } }).toEqual({
      ...first,
      answer: { ...first.answer, receipt: '' },
    });
  });

  it('hold what reads like no sales lead for a manager', async () => {
    const wish = { ...VISIT, firstName: 'Dot', phone: '312-555-7504', email: '', comment: JOB, key: 'dot-wants-a-job' };
    expect((await visit().submit(wish)).answer?.__typename).toBe('SubmitLeadSuccess');
    expect(await newest()).toMatchObject({ status: 'awaitsReview', reasons: [{ code: 'review.jobApplication' }] });
  });

  it('promise an answer of the night for the morning', async () => {
    await test.setClock(plus(TUESDAY_10, 12 * HOUR));
    const { answer } = await visit().submit({ ...VISIT, key: 'vera-at-ten-at-night' });
    expect(answer?.answerBy).toBe(new Date(plus(TUESDAY_10, 22 * HOUR + 5 * MINUTE)).toISOString());
  });

  it('take a page that stood open for weeks, and an address of any length', async () => {
    const wish = { ...VISIT, shownForMilliseconds: 40 * DAY_24H, pageUrl: `${VISIT.pageUrl}&q=${'x'.repeat(9_000)}` };
    expect((await visit().submit({ ...wish, key: 'vera-came-back-late' })).answer?.__typename).toBe(
      'SubmitLeadSuccess',
    );
  });

  it('keep the same client’s key apart for two stores', async () => {
    const at = (key: string) => visit({ key }).submit({ ...VISIT, key: 'one-key-for-two' });
    const [ours, theirs] = [await at(test.ours.ford.publishableKey), await at(test.theirs.ford.publishableKey)];
    expect(ours.answer?.receipt).not.toBe(theirs.answer?.receipt);
  });

  it('let one who floods wait, and nobody else', async () => {
    const flood = visit();
    const codes = new Set<unknown>();
    for (let i = 0; i < 100; i++) {
      for (const code of (await flood.submit({ ...VISIT, phone: '1', key: `flood-${i}-of-100` })).codes)
        codes.add(code);
    }
    expect([...codes]).toEqual(['limited']);
    const other = await visit().submit({ ...VISIT, key: 'vera-beside-a-flood' });
    expect(other.answer?.__typename).toBe('SubmitLeadSuccess');
  });

  it('refuse a way to answer that no form offers', async () => {
    const { answer } = await visit().submit({ ...VISIT, preferredChannel: 'letter', key: 'vera-wants-a-letter' });
    expect(answer).toMatchObject({ __typename: 'InputError', field: 'preferredChannel', allowed: 'call, text, email' });
  });

  it('leave nothing of the visitor in the log', () => {
    expect(test.log()).toContain(test.ours.groupId);
    for (const personal of ['Vera', 'Holt', '5557501', '555-75', 'mail.example', 'blue', '198.51', '192.0']) {
      expect(test.log()).not.toContain(personal);
    }
  });
});
