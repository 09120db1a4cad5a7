import { DAY_24H, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { buildSchema } from '../src/graphql/schema.ts';
import { type FilledStore, fillStore } from './support/fill-store.ts';
import { makeAuditor } from './support/make-auditor.ts';
import { clientOperation, type GraphqlAnswer, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const GROUP_BOARD = clientOperation('group-board');
const STORE_BOARD = clientOperation('store-board');
const DEPARTMENT_BOARD = clientOperation('department-board');
const MEMBER_BOARD = clientOperation('member-board');
const ACKNOWLEDGE = clientOperation('acknowledge-finding');
const VIEWER = clientOperation('viewer');

interface MeasuresData {
  readonly leads: number;
  readonly callStepsDue: number;
  readonly callStepsDone: number;
  readonly callStepsMissed: number;
  readonly emailStepsDue: number;
  readonly claims: number;
  readonly pending: number;
  readonly firstResponses: number;
  readonly firstResponseMedianMinutes: number | null;
  readonly callCompliance: { readonly share: number; readonly of: number } | null;
}
interface Named {
  readonly id: string;
  readonly name: string;
}
interface FindingData {
  readonly id: string;
  readonly kind: string;
  readonly department: Named;
  readonly reasons: readonly { readonly text: string }[];
}
interface ViewerData {
  readonly viewer: { readonly capabilities: readonly string[] };
}
interface GroupData {
  readonly groupBoard: {
    readonly from: string;
    readonly to: string;
    readonly measures: MeasuresData;
    readonly storesNeedingYou: readonly {
      readonly store: Named;
      readonly manager: { readonly name: string; readonly phone: string };
      readonly findings: readonly FindingData[];
    }[];
    readonly stores: readonly {
      readonly store: Named;
      readonly openFindings: number;
      readonly trend: readonly number[];
      readonly measures: MeasuresData;
    }[];
    readonly staleFeeds: readonly { readonly store: Named; readonly source: string }[];
  };
}
interface StoreData {
  readonly storeBoard: {
    readonly measures: MeasuresData;
    readonly findings: readonly FindingData[];
    readonly departments: readonly { readonly department: Named; readonly measures: MeasuresData }[];
  };
}
interface DepartmentData {
  readonly departmentBoard: {
    readonly members: readonly { readonly member: Named | null; readonly measures: MeasuresData }[];
  };
}
interface Page<N> {
  readonly edges: readonly { readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface MemberData {
  readonly memberBoard: {
    readonly measures: MeasuresData;
    readonly activities: Page<{ readonly id: string; readonly at: string; readonly proof: { readonly kind: string } }>;
    readonly missed: Page<{ readonly id: string; readonly channel: string; readonly deadline: string }>;
  };
}

/** The two stores that are seeded and the filled ones make 88. */
const FILLED = 86;
/** The one whose Internet department writes its e-mails and leaves out its calls. */
const SKIPPER = 61;
const code = (answer: GraphqlAnswer<unknown>) => answer.errors?.[0]?.extensions?.['code'];

describe.each(ENGINES)('boards on %s', (engine) => {
  let test: TestServer;
  let paula: TestBrowser;
  let ana: TestBrowser;
  let max: TestBrowser;
  const stores: FilledStore[] = [];
  const ids = ({ storeId, departmentId, memberId }: FilledStore) => ({
    storeId: encodeGlobalId('Store', storeId),
    departmentId: encodeGlobalId('Department', departmentId),
    memberId: encodeGlobalId('Member', memberId),
  });
  const at = (index: number) => ids(stores[index] as FilledStore);

  beforeAll(async () => {
    test = await openTestServer(engine);
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    for (let i = 0; i < FILLED; i++) {
      const manager = i === SKIPPER ? { manager: { name: 'Hannah', phone: '+13125550177' } } : {};
      const skips = i === SKIPPER ? 1 : 4 + (i % 4);
      const wish = { name: `Store ${String(i).padStart(2, '0')}`, leads: 4, days: 7, skips, ...manager };
      stores.push(await fillStore(group, wish, TUESDAY_10));
    }
    paula = await signIn(test.url, test.ours.principal);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('shows the department that skips its calls first of 88, with whom to call, and accuses nobody else', async () => {
    const { data, errors } = await paula.graphql<GroupData>(GROUP_BOARD, { days: 30, locale: 'en' });
    expect(errors).toBeUndefined();
    const board = data?.groupBoard;
    expect(board?.stores).toHaveLength(88);
    expect(board?.storesNeedingYou).toMatchObject([
      {
        store: { name: 'Store 61' },
        manager: { name: 'Hannah', phone: '+13125550177' },
        findings: [
          {
            kind: 'skippingCalls',
            department: { name: 'Internet' },
            reasons: [{ text: expect.stringMatching(/^\d+ of \d+ calls of the plan were not made in 5 store days/) }],
          },
        ],
      },
    ]);
    const accused = board?.stores.filter(({ openFindings }) => openFindings > 0).map(({ store }) => store.name);
    expect(accused).toEqual(['Store 61']);
  });

  it('counts what the derivation counted, from the group down to the person', async () => {
    const group = (await paula.graphql<GroupData>(GROUP_BOARD, { days: 30 })).data?.groupBoard;
    const counted = stores.flatMap(({ derived }) => derived.memberDays.map(({ measures }) => measures));
    const sum = (measure: 'leads' | 'callStepsDue' | 'callStepsMissed' | 'claims' | 'firstResponses') =>
      counted.reduce((total, measures) => total + measures[measure], 0);
    for (const measure of ['leads', 'callStepsDue', 'callStepsMissed', 'claims', 'firstResponses'] as const) {
      expect(group?.measures[measure]).toBe(sum(measure));
    }
    expect(group).toMatchObject({ from: '2026-10-26', to: '2026-11-24' });
    const { storeId, departmentId } = at(SKIPPER);
    const store = (await paula.graphql<StoreData>(STORE_BOARD, { storeId, locale: 'en' })).data?.storeBoard;
    const row = group?.stores.find((each) => each.store.id === storeId);
    expect(row?.measures).toEqual(store?.measures);
    expect(store?.departments.map(({ measures }) => measures)).toEqual([store?.measures]);
    expect(store?.findings[0]).toMatchObject({ kind: 'skippingCalls' });
    const department = (await paula.graphql<DepartmentData>(DEPARTMENT_BOARD, { departmentId, locale: 'en' })).data;
    const members = department?.departmentBoard.members ?? [];
    // What the server sent belongs to nobody in particular.
    expect(members.map(({ member }) => member?.name)).toEqual(['Hannah', 'Seller of Store 61', undefined]);
    const missed = members.reduce((total, { measures }) => total + measures.callStepsMissed, 0);
    expect(missed).toBe(store?.measures.callStepsMissed);
  });

  it('tells how fast leads are answered and how the calls went day by day', async () => {
    const { storeId } = at(0);
    const board = (await paula.graphql<GroupData>(GROUP_BOARD, { days: 30 })).data?.groupBoard;
    const row = board?.stores.find(({ store }) => store.id === storeId);
    expect(row?.measures.firstResponseMedianMinutes).toBeLessThan(1);
    expect(row?.measures.callCompliance?.share).toBeGreaterThan(0.7);
    expect(row?.trend.length).toBeGreaterThan(4);
    expect(row?.trend.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(board?.stores.find(({ store }) => store.name === 'Ford')).toMatchObject({
      trend: [],
      measures: { leads: 0, callCompliance: null, firstResponseMedianMinutes: null },
    });
  });

  it('leads on to every single activity and every missed step, a page at a time', async () => {
    const { memberId, storeId } = at(3);
    const pages = async (after: { after?: string | null; missedAfter?: string | null }) => {
      const variables = { memberId, storeId, first: 10, locale: 'en', ...after };
      const { data, errors } = await paula.graphql<MemberData>(MEMBER_BOARD, variables);
      expect(errors).toBeUndefined();
      return data?.memberBoard;
    };
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: MemberData['memberBoard'] | undefined = await pages({ after });
      seen.push(...(page?.activities.edges.map(({ node }) => `${node.at} ${node.id}`) ?? []));
      expect(page?.activities.edges[0]?.node.proof.kind).toBe('pending');
      if (!page?.activities.pageInfo.hasNextPage) break;
      after = page.activities.pageInfo.endCursor;
    }
    const board = await pages({});
    expect(seen).toHaveLength(board?.measures.claims ?? -1);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect(board?.missed.edges).toHaveLength(board?.measures.callStepsMissed ?? -1);
    expect(board?.missed.edges[0]?.node).toMatchObject({ channel: 'call' });
  });

  it('refuses a cursor that is somebody else’s, and days that are none', async () => {
    const [mine, other] = [at(3), at(4)];
    const theirs = await paula.graphql<MemberData>(MEMBER_BOARD, { ...other, first: 1, locale: 'en' });
    const after = theirs.data?.memberBoard.activities.pageInfo.endCursor;
    expect(code(await paula.graphql(MEMBER_BOARD, { ...mine, after, locale: 'en' }))).toBe('notFound');
    expect(code(await paula.graphql(GROUP_BOARD, { days: 0 }))).toBe('input');
    expect(code(await paula.graphql(GROUP_BOARD, { days: 367 }))).toBe('input');
  });

  it('shows everybody what is theirs to see, and no more', async () => {
    const { ford, toyota } = test.ours;
    const own = { storeId: encodeGlobalId('Store', ford.storeId) };
    const foreign = { storeId: encodeGlobalId('Store', toyota.storeId) };
    const anaId = encodeGlobalId('Member', test.ours.ana.memberId);
    expect(code(await max.graphql(GROUP_BOARD))).toBe('notAllowed');
    expect(code(await ana.graphql(GROUP_BOARD))).toBe('notAllowed');
    expect(code(await ana.graphql(STORE_BOARD, own))).toBe('notAllowed');
    expect((await max.graphql(STORE_BOARD, own)).errors).toBeUndefined();
    expect(code(await max.graphql(STORE_BOARD, foreign))).toBe('notAllowed');
    expect((await ana.graphql(MEMBER_BOARD, { memberId: anaId, ...own })).errors).toBeUndefined();
    expect((await max.graphql(MEMBER_BOARD, { memberId: anaId, ...own })).errors).toBeUndefined();
    const maxId = encodeGlobalId('Member', test.ours.manager.memberId);
    expect(code(await ana.graphql(MEMBER_BOARD, { memberId: maxId, ...own }))).toBe('notAllowed');
    expect(code(await max.graphql(MEMBER_BOARD, at(3)))).toBe('notAllowed');
    const { departmentId } = at(3);
    expect(code(await max.graphql(DEPARTMENT_BOARD, { departmentId }))).toBe('notFound');
    const theirs = { storeId: encodeGlobalId('Store', test.theirs.ford.storeId) };
    expect(code(await paula.graphql(STORE_BOARD, theirs))).toBe('notFound');
  });

  it('tells of feeds that have fallen silent', async () => {
    const until = new Date(plus(TUESDAY_10, -3 * DAY_24H)).toISOString();
    await test.database.asOwner(
      `insert into feed (group_id, store_id, source, complete_until, updated_at)
       values ($1::uuid, $2::uuid, 'pbx', $3::timestamptz, $3::timestamptz),
              ($1::uuid, $2::uuid, 'cells', $4::timestamptz, $4::timestamptz)`,
      [test.ours.groupId, stores[0]?.storeId ?? '', until, new Date(plus(TUESDAY_10, -DAY_24H)).toISOString()],
    );
    const board = (await paula.graphql<GroupData>(GROUP_BOARD)).data?.groupBoard;
    expect(board?.staleFeeds).toMatchObject([{ store: { name: 'Store 00' }, source: 'pbx' }]);
  });

  it('notes who has seen a finding, once', async () => {
    const board = (await paula.graphql<GroupData>(GROUP_BOARD, { locale: 'en' })).data?.groupBoard;
    const findingId = board?.storesNeedingYou[0]?.findings[0]?.id;
    const acknowledge = (by: TestBrowser) =>
      by.graphql(ACKNOWLEDGE, { input: { key: newId(), findingId }, locale: 'en' });
    const offered = async (by: TestBrowser) =>
      (await by.graphql<ViewerData>(VIEWER)).data?.viewer.capabilities.includes('acknowledgeFindings');
    // An auditor looks for others: that takes nothing on.
    const audrey = await makeAuditor(test);
    expect(await Promise.all([max, paula, ana, audrey].map(offered))).toEqual([true, true, false, false]);
    expect((await acknowledge(audrey)).data).toMatchObject({ acknowledgeFinding: { __typename: 'NotAllowedError' } });
    const seen = { finding: { id: findingId, state: 'acknowledged', acknowledgedBy: { name: 'Paula' } } };
    expect((await acknowledge(max)).data).toMatchObject({ acknowledgeFinding: { __typename: 'NotFoundError' } });
    expect((await acknowledge(ana)).data).toMatchObject({ acknowledgeFinding: { __typename: 'NotAllowedError' } });
    expect((await acknowledge(paula)).data).toMatchObject({ acknowledgeFinding: seen });
    const adam = await signIn(test.url, test.ours.administrator);
    expect((await acknowledge(adam)).data).toMatchObject({ acknowledgeFinding: seen });
  });
});

describe.each(ENGINES)('boards without their scopes on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine, buildSchema({ withoutScopes: true }));
  }, OPENING_MS);
  afterAll(() => test.close());

  it('show nothing that the database knows to be out of sight', async () => {
    const ana = await signIn(test.url, test.ours.ana);
    const max = await signIn(test.url, test.ours.manager);
    const store = (storeId: string) => ({ storeId: encodeGlobalId('Store', storeId) });
    const { ford, toyota } = test.ours;
    const board = (await ana.graphql<GroupData>(GROUP_BOARD)).data?.groupBoard;
    expect(board).toMatchObject({ stores: [], storesNeedingYou: [], staleFeeds: [], measures: { leads: 0 } });
    expect(code(await ana.graphql(STORE_BOARD, store(ford.storeId)))).toBe('notFound');
    expect(code(await max.graphql(STORE_BOARD, store(toyota.storeId)))).toBe('notFound');
    expect(code(await max.graphql(STORE_BOARD, store(test.theirs.ford.storeId)))).toBe('notFound');
    const memberId = encodeGlobalId('Member', test.ours.manager.memberId);
    expect(code(await ana.graphql(MEMBER_BOARD, { memberId, ...store(ford.storeId) }))).toBe('notFound');
    const carla = encodeGlobalId('Member', test.ours.carla.memberId);
    expect(code(await max.graphql(MEMBER_BOARD, { memberId: carla, ...store(toyota.storeId) }))).toBe('notFound');
    const departmentId = encodeGlobalId('Department', ford.departments.get('internet') ?? '');
    expect(code(await ana.graphql(DEPARTMENT_BOARD, { departmentId }))).toBe('notFound');
  });
});
