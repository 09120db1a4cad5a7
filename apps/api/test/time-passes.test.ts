import { DAY_24H, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schedule } from '../src/jobs/schedule.ts';
import { REPLAN } from '../src/modules/cadence/replan.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const TASKS = `{ workPlan { tasks { id customerName channel deadline reasons { code } } } }`;
const LOG = `mutation ($input: LogActivityInput!) { logActivity(input: $input) { __typename } }`;

interface Task {
  readonly id: string;
  readonly customerName: string;
  readonly channel: string;
  readonly deadline: string;
  readonly reasons: readonly { readonly code: string }[];
}

describe.each(ENGINES)('when time passes on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
  }, OPENING_MS);
  afterAll(() => test.close());
  beforeEach(() => test.setClock(TUESDAY_10));

  const arrive = async (first: string, phone: string) => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone })));
    return first;
  };
  const tasksOf = async (first: string) => {
    const { data } = await ana.graphql<{ workPlan: { tasks: readonly Task[] } }>(TASKS);
    return (data?.workPlan.tasks ?? []).filter(({ customerName }) => customerName === `${first} Delgado`);
  };
  const at = async (milliseconds: number) => {
    await test.setClock(plus(TUESDAY_10, milliseconds));
    await runDue(test.resources);
  };
  const dueOf = async (kind: string) => {
    const rows = await test.database.asOwner<{ due_at: Date; done_at: Date | null }>(
      `select due_at, done_at from due_work where kind = $1 and subject =
        (select opportunity_id::text from lead order by id desc limit 1)`,
      [kind],
    );
    return rows.filter(({ done_at }) => done_at === null).map(({ due_at }) => due_at.getTime() - TUESDAY_10);
  };

  it('an unanswered lead goes through the stages of its response clock, and its task says so', async () => {
    const first = await arrive('Abel', '312-555-7401');
    expect(await dueOf('firstResponse.stage')).toEqual([5 * MINUTE]);
    for (const [minutes, code, next] of [
      [5, 'firstResponse.late', 15 * MINUTE],
      [15, 'firstResponse.handOver', 30 * MINUTE],
      [30, 'firstResponse.manager', undefined],
    ] as const) {
      await at(minutes * MINUTE);
      const [call] = await tasksOf(first);
      expect(call?.reasons.map((reason) => reason.code)).toContain(code);
      expect(await dueOf('firstResponse.stage')).toEqual(next === undefined ? [] : [next]);
    }
  });

  it('an answer stops the clock: no further stage is ordered', async () => {
    const first = await arrive('Bram', '312-555-7402');
    const [call] = await tasksOf(first);
    await ana.graphql(LOG, { input: { key: 'bram-is-answered', taskId: call?.id, disposition: 'leftMessage' } });
    expect(await dueOf('firstResponse.stage')).toEqual([]);
  });

  it('a call that nobody made is missed once the next one begins, and counts as missed', async () => {
    const first = await arrive('Cleo', '312-555-7403');
    await at(11 * MINUTE);
    const states = await test.database.asOwner<{ step: string; state: string; counted: { state: string } | null }>(
      `select step, state, counted from touch
        where opportunity_id = (select opportunity_id from lead order by id desc limit 1)
          and step in ('internet-call-first', 'internet-call-10min')
        order by window_from`,
    );
    expect(states[0]).toMatchObject({ step: 'internet-call-first', state: 'missed', counted: { state: 'missed' } });
    expect(states[1]).toMatchObject({ step: 'internet-call-10min', state: 'due' });
    const [task] = await tasksOf(first);
    expect(task?.deadline).toBe(new Date(plus(TUESDAY_10, 20 * MINUTE)).toISOString());
  });

  it('tomorrow’s call is on tomorrow’s list and not on today’s', async () => {
    const first = await arrive('Dina', '312-555-7404');
    const today = await tasksOf(first);
    expect(today).toHaveLength(4);
    await at(DAY_24H);
    const tomorrow = await tasksOf(first);
    expect(tomorrow.map(({ id }) => id)).not.toEqual(expect.arrayContaining(today.map(({ id }) => id)));
    expect(tomorrow).toHaveLength(1);
  });

  it('planning anew where nothing has changed changes nothing', async () => {
    await arrive('Egon', '312-555-7405');
    // The store's first day is planned, and its findings are looked for.
    await runDue(test.resources);
    const all = () =>
      test.database.asOwner(
        `select id, state, member_id, window_from, deadline, reasons, counted, placement, placed_on, deferred_to,
                expected_value, placed_reasons, lawful_until, next_lawful
           from touch
          where opportunity_id = (select opportunity_id from lead order by id desc limit 1)
          order by id`,
      );
    const days = () =>
      test.database.asOwner('select * from member_day order by group_id, store_id, department_id, member_id, day');
    const before = [await all(), await days()];
    const [egon] = await test.database.asOwner<{ id: string }>(
      'select opportunity_id as id from lead order by id desc limit 1',
    );
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    const work = { kind: REPLAN, subject: egon?.id ?? '', storeId: test.ours.ford.storeId, dueAt: TUESDAY_10 };
    await group.transaction((tx) => schedule(tx, work));
    expect(await runDue(test.resources)).toBe(1);
    expect([await all(), await days()]).toEqual(before);
  });
});
