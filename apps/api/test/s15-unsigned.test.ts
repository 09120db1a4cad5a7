import { DAY_24H, HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { faster, made, openPlanDesk, type PlanDesk, type Version } from './support/plan-desk.ts';
import { runDue } from './support/run-due.ts';
import { PASSWORD } from './support/seed-group.ts';
import { signAs } from './support/sign-as.ts';
import { clientOperation, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

interface StoreData {
  readonly storeBoard: { readonly findings: readonly unknown[] };
}
interface GroupData {
  readonly groupBoard: { readonly storesNeedingYou: readonly unknown[] };
}

const STORE_BOARD = clientOperation('store-board');
const GROUP_BOARD = clientOperation('group-board');
const ADD = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { __typename } }';
/** When the fifth open day after Tuesday, November 24, ends. */
const DUE = instant(Date.parse('2026-11-30T20:00:00-06:00'));

describe.each(ENGINES)('S15 Signatures that are overdue, on %s', (engine) => {
  let test: TestServer;
  let desk: PlanDesk;
  beforeAll(async () => {
    test = await openTestServer(engine);
    desk = await openPlanDesk(test);
    const { id } = await desk.draft(faster(4));
    await signAs([desk.pat, desk.max], id);
    made(await desk.activate(id));
  }, OPENING_MS);
  afterAll(() => test.close());

  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const findings = async () => {
    const board = await desk.max.graphql<StoreData>(STORE_BOARD, { storeId: desk.storeId, locale: 'en' });
    return board.data?.storeBoard.findings;
  };
  const storesNeedingYou = async () => {
    const board = await desk.pat.graphql<GroupData>(GROUP_BOARD, { locale: 'en' });
    return board.data?.groupBoard.storesNeedingYou;
  };

  /** What is stored otherwise than a rebuild from facts and signatures says. */
  const differences = () => {
    const { groupId, ford } = test.ours;
    const group = test.resources.gateway.enterGroup(groupId);
    return verifyStore(group, groupId, ford.storeId, test.resources.seal, test.resources.clock.now());
  };

  it('tell the manager, not the owner, of those who work by the plan, until the last has signed', async () => {
    const [active] = await desk.versions(desk.ana);
    // In force since the very moment at which the store began with its first.
    expect(active?.changes).toMatchObject([{ path: 'steps.internet-call-first' }, { path: 'clock' }]);
    await goTo(plus(DUE, -MINUTE));
    expect(await findings()).toEqual([]);
    await goTo(DUE);
    expect((await desk.read(desk.max, active?.id ?? '')).signatures.missing).toMatchObject([{ overdue: true }]);
    expect(await findings()).toMatchObject([
      {
        kind: 'othersUnsigned',
        department: null,
        reasons: [
          {
            text: 'The plan in force is not signed by all who work by it: 1 missing, due by Nov 30, 8:00 PM.',
          },
        ],
      },
    ]);
    expect(await storesNeedingYou()).toEqual([]);
    expect(await differences()).toEqual([]);
    const late = made(await desk.sign(desk.ana, active as Version));
    expect(late.signatures).toMatchObject({ signed: 3, total: 3, missing: [] });
    expect(late.signatures.signedBy.map(({ name }) => name)).toEqual(['Paula', 'Max', 'Ana']);
    await goTo(plus(DUE, MINUTE));
    expect(await findings()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('tell the owner, too, of a new manager who has had as many days, until the name is there', async () => {
    const start = plus(DUE, 14 * HOUR);
    await test.setClock(start);
    const mia = await addManager(test, desk.storeId);
    const [active] = await desk.versions(desk.max);
    expect(active?.signatures).toMatchObject({ signed: 3, total: 4, missing: [{ role: 'manager', required: true }] });
    await goTo(plus(start, 5 * DAY_24H));
    expect(await findings()).toEqual([]);
    await goTo(plus(start, 8 * DAY_24H));
    expect(await findings()).toMatchObject([{ kind: 'leadersUnsigned' }]);
    expect(await storesNeedingYou()).toMatchObject([{ findings: [{ kind: 'leadersUnsigned' }] }]);
    await desk.sign(mia, active as Version);
    await goTo(plus(start, 8 * DAY_24H + MINUTE));
    expect([await findings(), await storesNeedingYou()]).toEqual([[], []]);
  });
});

/** A manager who begins today, signed in. */
async function addManager(test: TestServer, storeId: string): Promise<TestBrowser> {
  const administrator = await signIn(test.url, test.ours.administrator);
  const mia = { name: 'Mia', email: 'mia@harbor.test' };
  const assignments = [{ storeId, department: 'internet' }];
  const input = { key: 'add mia to ford', role: 'manager', password: PASSWORD, assignments, ...mia };
  expect((await administrator.graphql(ADD, { input })).data).toEqual({ addMember: { __typename: 'AddMemberSuccess' } });
  return signIn(test.url, mia);
}
