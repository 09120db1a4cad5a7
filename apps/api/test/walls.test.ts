import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { buildSchema } from '../src/graphql/schema.ts';
import { trustedTexts } from '../src/graphql/trusted-operations.ts';
import { adf } from './support/adf.ts';
import { nodesOf, type Page } from './support/nodes-of.ts';
import { DEALER_ORIGIN } from './support/seed-group.ts';
import { type GraphqlAnswer, leadsOf, post, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';
import { openStream } from './support/test-stream.ts';

const LEAD = 'query ($id: ID!) { lead(id: $id) { id status comment raw } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';
const LEADS = `query ($storeId: ID!, $after: String) {
  leads(storeId: $storeId, first: 1, after: $after) { edges { node { id } cursor } pageInfo { hasNextPage endCursor } }
}`;
const DAY = 'query ($memberId: ID) { workPlan(memberId: $memberId) { member { name } tasks { id } } }';
const OPPORTUNITY = 'query ($id: ID!) { opportunity(id: $id) { customerName } }';
const DAY_CHANGED = 'subscription ($memberId: ID) { dayChanged(memberId: $memberId) { memberId } }';
const REVIEW = `mutation ($input: ReviewLeadInput!) { reviewLead(input: $input) { __typename ... on Error { message } } }`;
const CONSENTS = 'query ($id: ID!) { consents(opportunityId: $id) { acts { id } } }';
const EVIDENCE = `query ($number: String!) { evidence(number: $number) {
  ledgers { edges { node { acts { id } } } } entries { edges { node { kind } } }
} }`;
const STORE_TODAY = 'query ($storeId: ID!) { storeToday(storeId: $storeId) { people { tasks } } }';
const ABSENCE_PREVIEW = 'query ($memberId: ID!) { absencePreview(memberId: $memberId) { placement } }';
const MARK_ABSENT = `mutation ($input: MarkAbsentInput!) { markAbsent(input: $input) {
  __typename ... on AbsenceChangeSuccess { absence { id } } } }`;
const END_ABSENCE = 'mutation ($input: AbsenceInput!) { endAbsence(input: $input) { __typename } }';
const CATCH_UP = 'mutation ($input: AbsenceInput!) { catchUp(input: $input) { __typename } }';
const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

const codes = ({ errors }: GraphqlAnswer<unknown>) => errors?.map(({ extensions }) => extensions?.['code']);

// Once as it is served, and once with every scope of the schema taken away: what is refused then, the database refuses.
describe.each(
  ENGINES.flatMap((engine) => [
    { engine, checks: 'with the resolvers’ checks', withoutScopes: false },
    { engine, checks: 'with the resolvers’ checks removed', withoutScopes: true },
  ]),
)('the walls over HTTP on $engine, $checks,', ({ engine, withoutScopes }) => {
  let test: TestServer;
  let ana: TestBrowser;
  let stranger: TestBrowser;
  const ids = { lead: '', lead2: '', opportunity: '', ford: '', toyota: '', ana: '', carla: '' };

  beforeAll(async () => {
    test = await openTestServer(engine, buildSchema({ withoutScopes }));
    const { ford, toyota, carla } = test.ours;
    ana = await signIn(test.url, test.ours.ana);
    stranger = await signIn(test.url, test.theirs.principal);
    const [lead] = await leadsOf(await postAdf(test.url, ford.intakeKey, adf({ first: 'Rosa' })));
    const [lead2] = await leadsOf(
      await postAdf(test.url, ford.intakeKey, adf({ first: 'Otto', phone: '312-555-7100' })),
    );
    const [row] = await test.database.asOwner<{ id: string }>('select id from opportunity limit 1');
    Object.assign(ids, {
      lead: lead?.id,
      lead2: lead2?.id,
      opportunity: encodeGlobalId('Opportunity', row?.id ?? ''),
      ford: encodeGlobalId('Store', ford.storeId),
      toyota: encodeGlobalId('Store', toyota.storeId),
      ana: encodeGlobalId('Member', test.ours.ana.memberId),
      carla: encodeGlobalId('Member', carla.memberId),
    });
  }, OPENING_MS);
  afterAll(() => test.close());

  it('show everything to those whose it is', async () => {
    const manager = await signIn(test.url, test.ours.manager);
    expect((await manager.graphql(LEAD, { id: ids.lead })).data).toMatchObject({
      lead: { id: ids.lead, comment: 'Is it still there?', raw: expect.stringContaining('<adf>') },
    });
    expect((await manager.graphql(DAY, { memberId: ids.ana })).data).toMatchObject({
      workPlan: { member: { name: 'Ana' } },
    });
    expect((await manager.graphql(OPPORTUNITY, { id: ids.opportunity })).data).toMatchObject({
      opportunity: { customerName: expect.stringMatching(/Delgado$/) },
    });
    const page = await manager.graphql<{ leads: { pageInfo: { endCursor: string } } }>(LEADS, { storeId: ids.ford });
    const after = page.data?.leads.pageInfo.endCursor;
    expect((await manager.graphql(LEADS, { storeId: ids.ford, after })).data).toMatchObject({
      leads: { edges: [{ node: { id: ids.lead } }], pageInfo: { hasNextPage: false } },
    });
  });

  it('answer a group that asks for another group’s things by id as if they were unknown', async () => {
    for (const [query, kind] of [
      [LEAD, 'Lead'],
      [NODE, 'Lead'],
      [OPPORTUNITY, 'Opportunity'],
      [NODE, 'Opportunity'],
      [NODE, 'Store'],
      [NODE, 'Member'],
    ] as const) {
      const foreign = { Lead: ids.lead, Opportunity: ids.opportunity, Store: ids.ford, Member: ids.ana }[kind];
      const theirs = await stranger.graphql(query, { id: foreign });
      const unknown = await stranger.graphql(query, { id: encodeGlobalId(kind, UNKNOWN) });
      const malformed = await stranger.graphql(query, { id: 'no id at all' });
      expect(theirs).toEqual(unknown);
      expect(theirs).toEqual(malformed);
      expect(Object.values(theirs.data ?? {})).toEqual([null]);
    }
  });

  it('refuse a group that asks for leads by another group’s cursor or store', async () => {
    const storeId = encodeGlobalId('Store', test.theirs.ford.storeId);
    expect(codes(await stranger.graphql(LEADS, { storeId, after: ids.lead2 }))).toEqual(['notFound']);
    expect(codes(await stranger.graphql(LEADS, { storeId, after: encodeGlobalId('Lead', UNKNOWN) }))).toEqual([
      'notFound',
    ]);
    const foreign = await stranger.graphql<{ leads: { edges: unknown[] } }>(LEADS, { storeId: ids.ford });
    expect(foreign.data?.leads.edges ?? []).toEqual([]);
  });

  it('refuse a salesperson who asks for another store’s leads or day', async () => {
    const leads = await ana.graphql<{ leads: { edges: unknown[] } }>(LEADS, { storeId: ids.toyota });
    expect(leads.data?.leads.edges ?? []).toEqual([]);
    if (!withoutScopes) expect(codes(leads)).toEqual(['notAllowed']);
    expect(codes(await ana.graphql(DAY, { memberId: ids.carla }))).toEqual([withoutScopes ? 'notFound' : 'notAllowed']);
    const stream = await openStream(test.url, ana, DAY_CHANGED, { memberId: ids.carla });
    expect(await stream.next()).toMatchObject({
      errors: [{ extensions: { code: withoutScopes ? 'notFound' : 'notAllowed' } }],
    });
    stream.close();
  });

  it('show no other group, store or salesperson who is away and whose day is how full, and let none of them say it', async () => {
    const manager = await signIn(test.url, test.ours.manager);
    const marked = await manager.graphql<{ markAbsent: { absence: { id: string } } }>(MARK_ABSENT, {
      input: { key: 'carla-no-ana-yes', memberId: ids.ana },
    });
    const absenceId = marked.data?.markAbsent.absence.id ?? '';
    expect(absenceId).not.toBe('');
    const carla = await signIn(test.url, test.ours.carla);
    for (const [name, browser] of Object.entries({ carla, stranger })) {
      for (const answer of [
        await browser.graphql(STORE_TODAY, { storeId: ids.ford }),
        await browser.graphql(ABSENCE_PREVIEW, { memberId: ids.ana }),
      ]) {
        expect(['notFound', 'notAllowed']).toContain(codes(answer)?.[0]);
        expect(Object.values(answer.data ?? {})).toEqual([]);
      }
      const changes = [
        await browser.graphql(MARK_ABSENT, { input: { key: `mark-${name}-1`, memberId: ids.ana } }),
        await browser.graphql(END_ABSENCE, { input: { key: `end-${name}-1`, absenceId } }),
        await browser.graphql(CATCH_UP, { input: { key: `look-${name}-1`, absenceId } }),
      ];
      for (const { data } of changes) {
        const [answer] = Object.values((data ?? {}) as Record<string, { __typename: string }>);
        expect(['NotFoundError', 'NotAllowedError']).toContain(answer?.__typename);
      }
    }
    expect(codes(await ana.graphql(STORE_TODAY, { storeId: ids.ford }))).toEqual([
      withoutScopes ? 'notFound' : 'notAllowed',
    ]);
    const kinds = await test.database.asOwner(`select kind from fact where kind like 'absence.%'`);
    expect(kinds).toEqual([{ kind: 'absence.marked' }]);
  });

  it('refuse a decision about another store’s or another group’s lead', async () => {
    const carla = await signIn(test.url, test.ours.carla);
    for (const browser of [carla, stranger]) {
      const input = { key: 'review-of-a-stranger', leadId: ids.lead, verdict: 'dismiss' };
      const { data } = await browser.graphql<{ reviewLead: { __typename: string } }>(REVIEW, { input });
      expect(['NotFoundError', 'NotAllowedError']).toContain(data?.reviewLead.__typename);
    }
    expect(await test.database.asOwner(`select 1 from lead where status = 'dismissed'`)).toEqual([]);
  });

  it('show no other group or store what a customer said, and nothing of whose number it is', async () => {
    const carla = await signIn(test.url, test.ours.carla);
    for (const browser of [carla, stranger]) {
      expect(codes(await browser.graphql(CONSENTS, { id: ids.opportunity }))).toEqual(['notFound']);
      const file = await browser.graphql<{ evidence: { ledgers: Page<object>; entries: Page<object> } }>(EVIDENCE, {
        number: '312-555-7043',
      });
      const { ledgers, entries } = file.data?.evidence ?? {};
      expect([...nodesOf(ledgers), ...nodesOf(entries)]).toEqual([]);
    }
    const manager = await signIn(test.url, test.ours.manager);
    const own = await manager.graphql<{ evidence: { entries: Page<object> } }>(EVIDENCE, { number: '312-555-7043' });
    expect(nodesOf(own.data?.evidence.entries).length).toBeGreaterThan(0);
  });

  describe('and publishable keys', () => {
    const run = async (key: string | undefined, origin: string | undefined, body?: object) => {
      const [id] = [...trustedTexts('public')].find(([, text]) => text.startsWith('query LeadForm')) ?? [];
      const request = body ?? { variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: id } } };
      const response = await post(`${test.url}/graphql`, request, {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(origin !== undefined && { origin }),
      });
      const { data, errors } = (await response.json()) as GraphqlAnswer<unknown>;
      return { status: response.status, data, codes: codes({ status: 0, data, errors }), headers: response.headers };
    };

    it('work from a listed origin, for their store alone', async () => {
      const answer = await run(test.ours.ford.publishableKey, DEALER_ORIGIN);
      expect(answer).toMatchObject({ status: 200, data: { leadForm: { storeName: 'Ford' } } });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    });

    it.each([
      ['another site', 'https://www.elsewhere.example'],
      ['another port', `${DEALER_ORIGIN}:8443`],
      ['plain http', 'http://www.dealer.example'],
      ['a page that hides itself', 'null'],
      ['no page at all', undefined],
    ])('are refused from %s, in an answer that the page can read', async (_, origin) => {
      const answer = await run(test.ours.ford.publishableKey, origin);
      expect(answer).toMatchObject({ status: 403, data: undefined, codes: ['originNotListed'] });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    });

    it('run no operation of one’s own', async () => {
      const { publishableKey } = test.ours.ford;
      const own = await run(publishableKey, DEALER_ORIGIN, { query: '{ leadForm { storeName } }' });
      expect(own).toMatchObject({ status: 403, codes: ['trustedOnly'] });
      const both = { query: '{ viewer { member { id } } }', extensions: { persistedQuery: { sha256Hash: 'a' } } };
      expect(await run(publishableKey, DEALER_ORIGIN, both)).toMatchObject({ status: 403, codes: ['trustedOnly'] });
      const unknown = { extensions: { persistedQuery: { sha256Hash: '0'.repeat(64) } } };
      expect(await run(publishableKey, DEALER_ORIGIN, unknown)).toMatchObject({
        status: 404,
        codes: ['operationUnknown'],
      });
    });

    it('are refused when they are none, or an intake key', async () => {
      expect(await run('bb_pub_none', DEALER_ORIGIN)).toMatchObject({ status: 401, codes: ['keyUnknown'] });
      const asMember = await run(test.ours.ford.intakeKey, DEALER_ORIGIN);
      expect(asMember.data ?? null).toBeNull();
    });
  });
});
