import { HOUR, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';

import { adf, adfOf } from './support/adf.ts';
import { makeAuditor } from './support/make-auditor.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const LEADS = `query ($storeId: ID!, $status: LeadStatus, $first: Int, $after: String, $last: Int) {
  leads(storeId: $storeId, status: $status, first: $first, after: $after, last: $last) {
    edges { cursor node { id status comment raw reasons { code text } opportunity { customerName } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const LEAD = 'query ($id: ID!) { lead(id: $id) { id status comment raw } }';
const REVIEW = `mutation ($input: ReviewLeadInput!) {
  reviewLead(input: $input) {
    __typename
    ... on Error { message }
    ... on InputError { field allowed }
    ... on RefusedError { reasons { code } }
    ... on ReviewLeadSuccess { lead { id status raw opportunity { id customerName } } }
  }
}`;
/** No lead can be read from it. */
const LETTER = 'Please have Ivo Marsh called about the red one: three one two, 555 7401. The line was bad.';

interface LeadData {
  readonly id: string;
  readonly status: string;
  readonly raw: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly opportunity: { readonly id: string; readonly customerName: string } | null;
}
interface LeadsData {
  readonly leads: {
    readonly edges: readonly { readonly cursor: string; readonly node: LeadData }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface ReviewData {
  readonly reviewLead: {
    readonly __typename: string;
    readonly field?: string;
    readonly reasons?: readonly { readonly code: string }[];
    readonly lead?: LeadData;
  };
}

describe.each(ENGINES)('a store’s leads on %s', (engine) => {
  let test: TestServer;
  let max: TestBrowser;
  let storeId: string;
  beforeAll(async () => {
    test = await openTestServer(engine);
    max = await signIn(test.url, test.ours.manager);
    storeId = encodeGlobalId('Store', test.ours.ford.storeId);
  }, OPENING_MS);
  afterAll(() => test.close());

  const arrive = async (body: string, key = test.ours.ford.intakeKey) =>
    (await leadsOf(await postAdf(test.url, key, body))).map(({ id }) => id);
  const page = async (variables: object, browser = max) => {
    const answer = await browser.graphql<LeadsData>(LEADS, { storeId, ...variables });
    return { ...answer.data?.leads, codes: answer.errors?.map(({ extensions }) => extensions?.['code']) };
  };
  const all = async (status?: string): Promise<readonly LeadData[]> =>
    (await page({ status, first: 100 })).edges?.map(({ node }) => node) ?? [];
  const review = async (leadId: string, input: object, browser = max) => {
    const wish = { key: `review ${Math.random()}`, leadId, verdict: 'accept', ...input };
    const { data, errors } = await browser.graphql<ReviewData>(REVIEW, { input: wish });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.reviewLead;
  };
  const opportunities = async () => {
    const [row] = await test.database.asOwner<{ n: number }>('select count(*)::int as n from opportunity');
    return row?.n ?? 0;
  };

  it('are paged through without a gap or a repetition, also when more of the same moment come in between', async () => {
    const people = ['Abe', 'Bea', 'Cid', 'Dot', 'Eli'].map((first, i) => ({ first, phone: `312-555-742${i}` }));
    const ids = await arrive(adfOf(people));
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const { edges = [], pageInfo } = await page({ first: 2, after });
      seen.push(...edges.map(({ node }) => node.id));
      if (after === undefined) await arrive(adf({ first: 'Fay', phone: '312-555-7430' }));
      after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(ids.toReversed());
  });

  it.each([
    ['a page of none', { first: 0 }, 'input'],
    ['a page beyond measure', { first: 101 }, 'input'],
    ['pages that go backward', { last: 2 }, 'input'],
    ['a cursor that is none', { after: 'here' }, 'notFound'],
  ])('are refused as %s', async (_, variables, code) => {
    expect((await page(variables)).codes).toEqual([code]);
  });

  it('show a manager what waits for eyes, with the raw text, beside what went its way', async () => {
    const [id = ''] = await arrive(LETTER);
    const waiting = await all('needsEyes');
    expect(waiting).toEqual([expect.objectContaining({ id, raw: LETTER, opportunity: null })]);
    expect(waiting[0]?.reasons).toEqual([{ code: 'identity.nameMissing', text: expect.stringMatching(/\w/) }]);
    expect((await all('accepted')).map((lead) => lead.id)).not.toContain(id);
    expect((await all()).map((lead) => lead.id)).toContain(id);
  });

  it('are for managers alone; a salesperson of the store sees a lead, and no raw text', async () => {
    const ana = await signIn(test.url, test.ours.ana);
    expect((await page({}, ana)).codes).toEqual(['notAllowed']);
    const [id] = await arrive(adf({ first: 'Gus', phone: '312-555-7431' }));
    const shown = await ana.graphql<{ lead: LeadData }>(LEAD, { id });
    expect(shown.data?.lead).toMatchObject({ id, comment: 'Is it still there?', raw: null });
    expect(shown.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['notAllowed']);
    const carla = await signIn(test.url, test.ours.carla);
    expect((await carla.graphql(LEAD, { id })).data).toEqual({ lead: null });
  });

  it('go their way once a manager has read who sent them', async () => {
    const [id = ''] = await arrive(`${LETTER} Second letter.`);
    expect(await review(id, {})).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'lead.nobodyFound' }] });
    expect(await review(id, { phone: '555 7401' })).toMatchObject({ __typename: 'InputError', field: 'phone' });
    expect(await review(id, { email: 'ivo' })).toMatchObject({ __typename: 'InputError', field: 'email' });
    const typed = { firstName: 'Ivo', lastName: 'Marsh', phone: '(312) 555-7401', email: '' };
    expect(await review(id, typed)).toMatchObject({
      lead: { status: 'accepted', raw: `${LETTER} Second letter.`, opportunity: { customerName: 'Ivo Marsh' } },
    });
    const ana = await signIn(test.url, test.ours.ana);
    const { data } = await ana.graphql<{ workPlan: { tasks: unknown[] } }>(
      '{ workPlan { tasks { customerName phone } } }',
    );
    expect(data?.workPlan.tasks).toContainEqual({ customerName: 'Ivo Marsh', phone: '+13125557401' });
  });

  it('belong to the open episode of the person that a manager has typed in', async () => {
    const [known = ''] = await arrive(adf({ first: 'Kim', phone: '312-555-7432' }));
    const [id = ''] = await arrive(`${LETTER} Third letter.`);
    const before = await opportunities();
    const { lead } = await review(id, { firstName: 'Kim', lastName: 'Delgado', phone: '312-555-7432' });
    const opportunity = (await all()).find((each) => each.id === known)?.opportunity;
    expect(lead).toMatchObject({ status: 'repeat', opportunity: { customerName: opportunity?.customerName } });
    expect(await opportunities()).toBe(before);
  });

  it('are decided about once when two managers decide at the same time', async () => {
    const [id = ''] = await arrive(`${LETTER} Fourth letter.`);
    const paula = await signIn(test.url, test.ours.principal);
    const before = await opportunities();
    const typed = { firstName: 'Lou', lastName: 'Reyes', phone: '312-555-7433' };
    const answers = await Promise.all([
      review(id, typed),
      review(id, typed, paula),
      review(id, { verdict: 'dismiss' }, paula),
    ]);
    const decided = answers.filter(({ __typename }) => __typename === 'ReviewLeadSuccess');
    const refused = answers.filter(({ __typename }) => __typename === 'RefusedError');
    expect([decided.length, refused.length]).toEqual([1, 2]);
    for (const { reasons } of refused) expect(reasons).toEqual([{ code: 'lead.notHeld' }]);
    const accepted = decided[0]?.lead?.status === 'accepted';
    expect(await opportunities()).toBe(before + (accepted ? 1 : 0));
  });

  it('are kept when they are dismissed, with who decided and when', async () => {
    const [id = ''] = await arrive(`${LETTER} Fifth letter.`);
    await test.setClock(plus(TUESDAY_10, HOUR));
    expect(await review(id, { verdict: 'dismiss' })).toMatchObject({
      lead: { status: 'dismissed', opportunity: null },
    });
    await test.setClock(TUESDAY_10);
    expect(await all('dismissed')).toContainEqual(expect.objectContaining({ id, raw: `${LETTER} Fifth letter.` }));
    const [row] = await test.database.asOwner(
      'select reviewed_at, reviewed_by_id from lead where status = $1 order by reviewed_at desc limit 1',
      ['dismissed'],
    );
    expect(row).toEqual({ reviewed_at: new Date(plus(TUESDAY_10, HOUR)), reviewed_by_id: test.ours.manager.memberId });
  });

  it('are nothing to decide about for an auditor, nor for somebody of another store or group', async () => {
    const [id = ''] = await arrive(`${LETTER} Sixth letter.`);
    const audrey = await makeAuditor(test);
    expect((await page({ status: 'needsEyes' }, audrey)).edges?.map(({ node }) => node.id)).toContain(id);
    expect(await review(id, {}, audrey)).toMatchObject({ __typename: 'NotAllowedError' });
    const stranger = await signIn(test.url, test.theirs.principal);
    const unknown = encodeGlobalId('Lead', '019c0000-0000-7000-8000-000000000000');
    const foreign = await review(id, {}, stranger);
    expect(foreign).toMatchObject({ __typename: 'NotFoundError' });
    expect(foreign).toEqual(await review(unknown, {}, stranger));
    expect((await all('needsEyes')).map((lead) => lead.id)).toContain(id);
  });

  it('leave nobody’s name, number or words in the log', () => {
    expect(test.log()).toContain('intake.adf');
    for (const personal of ['Marsh', 'Ivo', '5557401', '555-74', 'Delgado', 'red one', 'mail.example']) {
      expect(test.log()).not.toContain(personal);
    }
  });
});
