import { DAY_24H, HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import {
  answerOf,
  type BoardData,
  DAY_SUM,
  type DayData,
  type GroupData,
  LOG,
  type SumData,
  WHY_NOT,
  type WhyData,
  WORK_PLAN,
} from './support/day-questions.ts';
import { arrive, type FloodedStore, floodedStore, type Wave } from './support/flooded-store.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
const TUESDAY_OPENING = at('2026-11-24T08:00');

/** 140 touches are due on Tuesday; 40 Internet leads in ten open days let four more be expected on that day. */
const FLOOD: readonly Wave[] = [
  { name: 'Old', count: 40, origin: 'internet', at: at('2026-11-12T12:00'), answered: true },
  { name: 'Week', count: 32, origin: 'phoneUp', at: at('2026-11-18T12:00') },
  { name: 'Promise', count: 8, origin: 'walkIn', at: at('2026-11-23T11:00') },
  { name: 'Fresh', count: 60, origin: 'phoneUp', at: at('2026-11-23T12:00') },
];
const PROMISES: readonly Wave[] = [
  { name: 'Promise', count: 30, origin: 'walkIn', at: at('2026-11-23T11:00') },
  { name: 'Fresh', count: 110, origin: 'phoneUp', at: at('2026-11-23T12:00') },
];

const OVERLOAD =
  'More is promised for one day than fits into it: 30 promises (30 calls), while 25 tasks and 25 calls get done.';
const STORE_BOARD = clientOperation('store-board');
const GROUP_BOARD = clientOperation('group-board');

interface Placed {
  readonly id: string;
  readonly opportunityId: string;
  readonly placement: string;
  readonly memberId: string | null;
}

const waveOf = ({ customerName }: { readonly customerName: string }) => customerName.split(' ')[0];
const countBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined) =>
  Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, same]) => [key, same.length]));

describe.each(ENGINES)('S05 The flooded list on %s', (engine) => {
  let test: TestServer;
  let flood: FloodedStore;
  let promised: FloodedStore;
  let ann: TestBrowser;
  let bea: TestBrowser;
  let max: TestBrowser;

  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const dayOf = async (browser: TestBrowser, day?: string) =>
    (await answerOf<DayData>(browser, WORK_PLAN, { day })).workPlan;
  const whyNot = async (browser: TestBrowser, variables: object) =>
    (await answerOf<WhyData>(browser, WHY_NOT, variables)).whyNot;
  const sumOf = async (browser: TestBrowser, memberId?: string) =>
    (await answerOf<SumData>(browser, DAY_SUM, { memberId })).daySum;
  /** What people are asked for on the day, as it is stored. */
  const placed = (storeId: string, day = '2026-11-24') =>
    test.database.asOwner<Placed>(
      `select id, opportunity_id as "opportunityId", placement, member_id as "memberId"
         from touch
        where store_id = $1::uuid and state = 'due' and who <> 'automation' and placed_on = $2::date
          and window_from < ($2::date + 1)::timestamp at time zone 'America/Chicago'`,
      [storeId, day],
    );
  const nameOf = ({ memberId }: Placed) => {
    const [name] = Object.entries({ ann: flood.ann, bea: flood.bea, max: flood.max }).find(
      ([, member]) => member.memberId === memberId,
    ) ?? ['nobody'];
    return name;
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    flood = await floodedStore(test.resources, group, 'Flood', FLOOD);
    promised = await floodedStore(test.resources, group, 'Promised', PROMISES);
    await goTo(TUESDAY_OPENING);
    ann = await signIn(test.url, flood.ann);
    bea = await signIn(test.url, flood.bea);
    max = await signIn(test.url, flood.max);
  }, 3 * OPENING_MS);
  afterAll(() => test.close());

  it('plans the store’s day as a whole: 140 touches in, 140 out', async () => {
    const all = await placed(flood.storeId);
    expect(all).toHaveLength(140);
    const onLists = all.filter(({ placement }) => placement === 'listed' || placement === 'handedOver');
    expect(countBy(onLists, (each) => `${each.placement} ${nameOf(each)}`)).toEqual({
      'listed ann': 21,
      'handedOver bea': 30,
      'handedOver max': 17,
    });
    expect(countBy(all, ({ placement }) => placement)).toEqual({
      listed: 21,
      handedOver: 47,
      automated: 32,
      deferred: 40,
    });
  });

  it('fills the list with promises first, then with the best expected value, and keeps room for the leads to come', async () => {
    const { day, left, tasks } = await dayOf(ann);
    expect([day, left]).toEqual(['2026-11-24', 21]);
    expect(tasks.slice(0, 8).map(({ purpose }) => purpose)).toEqual(Array.from({ length: 8 }, () => 'appointment'));
    expect(countBy(tasks, waveOf)).toEqual({ Promise: 8, Fresh: 13 });
    expect(tasks.at(-1)?.reasons.map(({ code }) => code)).toContain('workday.chanceToClose');
    const [plan] = await test.database.asOwner<{ people: { memberId: string; tasks: number; kept: object }[] }>(
      'select people from day_plan where store_id = $1::uuid and day = $2::date',
      [flood.storeId, '2026-11-24'],
    );
    expect(plan?.people.find(({ memberId }) => memberId === flood.ann.memberId)).toMatchObject({
      tasks: 25,
      kept: { tasks: 4, calls: 4 },
    });
  });

  it('hands the rest to the BDC up to its capacity, and fresh ones beyond that to the manager', async () => {
    expect(countBy((await dayOf(bea)).tasks, waveOf)).toEqual({ Fresh: 30 });
    expect(countBy((await dayOf(max)).tasks, waveOf)).toEqual({ Fresh: 17 });
    const mine = new Set((await dayOf(ann)).tasks.map(({ id }) => id));
    for (const { id } of (await dayOf(bea)).tasks) expect(mine).not.toContain(id);
  });

  it('adds up to each person all that is asked, wherever it went', async () => {
    const anns = await sumOf(ann);
    expect(
      anns.map(({ placement, member, deferredTo, count }) => [placement, member?.name ?? deferredTo, count]),
    ).toEqual([
      ['deferred', '2026-11-25', 40],
      ['automated', null, 32],
      ['handedOver', 'Bea', 30],
      ['listed', 'Ann', 21],
      ['handedOver', 'Max', 17],
    ]);
    expect(anns.reduce((sum, { count }) => sum + count, 0)).toBe(140);
    expect(await sumOf(bea)).toMatchObject([{ placement: 'handedOver', member: { name: 'Bea' }, count: 30 }]);
    expect(await sumOf(max, encodeGlobalId('Member', flood.ann.memberId))).toEqual(anns);
    const refused = await bea.graphql(DAY_SUM, { memberId: encodeGlobalId('Member', flood.ann.memberId) });
    expect(refused.errors).toHaveLength(1);
  });

  it('says why somebody is not on the list: handed over, left to the server, put off', async () => {
    const { tasks } = await dayOf(bea);
    const handedOver = await whyNot(ann, { opportunityId: tasks[0]?.opportunityId });
    expect(handedOver).toMatchObject([
      { onList: false, touches: [{ placement: 'handedOver', member: { name: 'Bea' } }] },
    ]);
    expect(handedOver[0]?.reasons[0]?.code).toBe('workday.ownerFull');
    const [automated] = await whyNot(ann, { customer: 'week nr7' });
    expect(automated).toMatchObject({ customerName: 'Week Nr7', onList: false, touches: [{ placement: 'automated' }] });
    expect(automated?.reasons[0]?.text).toBe(
      'Left to the system’s e-mail of Fri, Nov 27: nobody has room left today, and the lead is no longer fresh.',
    );
    const [deferred] = await whyNot(ann, { customer: 'Öld NR39' });
    expect(deferred).toMatchObject({ touches: [{ placement: 'deferred', deferredTo: '2026-11-25' }] });
    expect(deferred?.reasons[0]).toMatchObject({ code: 'workday.noRoom' });
    expect(deferred?.reasons[0]?.text).toContain('Nov 25');
    const [listed] = await whyNot(ann, { customer: 'Promise Nr3' });
    expect(listed).toMatchObject({ onList: true, touches: [{ placement: 'listed', member: { name: 'Ann' } }] });
    expect(await whyNot(bea, { customer: 'Promise' })).toEqual([]);
  });

  it('finds a customer by digits of a number, and refuses a search of next to nothing', async () => {
    const [known] = (await dayOf(ann)).tasks;
    const digits = known?.phone.slice(2).replace(/(...)(...)/, '($1) $2-');
    expect(await whyNot(ann, { customer: digits })).toMatchObject([{ customerName: known?.customerName }]);
    for (const customer of ['', 'a', '31', 'x'.repeat(101)]) {
      const answer = await ann.graphql(WHY_NOT, { customer });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'input' });
    }
    const carla = await signIn(test.url, test.ours.carla);
    const [task] = (await dayOf(ann)).tasks;
    expect(await whyNot(carla, { opportunityId: task?.opportunityId })).toEqual([]);
  });

  it('lists exactly the promises when they alone exceed the day, and tells the manager, not the principal', async () => {
    const { overload, tasks } = await dayOf(await signIn(test.url, promised.ann));
    expect(countBy(tasks, waveOf)).toEqual({ Promise: 30 });
    expect(overload).toEqual([{ code: 'finding.overload', text: OVERLOAD }]);
    expect((await dayOf(ann)).overload).toEqual([]);
    expect((await dayOf(await signIn(test.url, promised.bea))).overload).toEqual([]);
    expect(await placed(promised.storeId)).toHaveLength(140);
    const storeId = encodeGlobalId('Store', promised.storeId);
    const board = await (await signIn(test.url, promised.max)).graphql<BoardData>(STORE_BOARD, {
      storeId,
      locale: 'en',
    });
    expect(board.data?.storeBoard.findings).toMatchObject([
      {
        kind: 'overload',
        member: { name: 'Ann' },
        reasons: [{ text: OVERLOAD }],
      },
    ]);
    const paula = await signIn(test.url, test.ours.principal);
    const group = await paula.graphql<GroupData>(GROUP_BOARD, { locale: 'en' });
    expect(JSON.stringify(group.data?.groupBoard.storesNeedingYou)).not.toContain('overload');
  });

  it('lets who got it handed over log it, and counts it on that day', async () => {
    const [task] = (await dayOf(bea)).tasks;
    const input = { key: 'bea-logs-it', taskId: task?.id, disposition: 'leftMessage' };
    expect((await bea.graphql(LOG, { input })).data).toMatchObject({
      logActivity: { __typename: 'LogActivitySuccess' },
    });
    expect(await dayOf(bea)).toMatchObject({ done: 1, left: 29 });
    expect(await dayOf(ann)).toMatchObject({ done: 0, left: 21 });
  });

  it('moves nothing during the day but what became urgent', async () => {
    const [before, beas] = [await dayOf(ann), await dayOf(bea)];
    await goTo(plus(TUESDAY_OPENING, 2 * HOUR));
    expect((await dayOf(ann)).tasks.map(({ id }) => id)).toEqual(before.tasks.map(({ id }) => id));
    expect((await dayOf(bea)).tasks.map(({ id }) => id)).toEqual(beas.tasks.map(({ id }) => id));
    // Room that comes free fills with nothing that was put off.
    const done = before.tasks.at(-1);
    await ann.graphql(LOG, { input: { key: 'ann-done', taskId: done?.id, disposition: 'noAnswer' } });
    expect((await dayOf(ann)).tasks.map(({ id }) => id)).toEqual(before.tasks.slice(0, -1).map(({ id }) => id));
  });

  it('puts a lead of today on top of the list at once, full or not', async () => {
    const before = (await dayOf(ann)).tasks.map(({ id }) => id);
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    const now = plus(TUESDAY_OPENING, 2 * HOUR + MINUTE);
    await test.setClock(now);
    await arrive(test.resources, group, flood, [{ name: 'Today', count: 30, origin: 'internet', at: now }]);
    const { tasks } = await dayOf(ann);
    expect(tasks.slice(0, 30).map(waveOf)).toEqual(Array.from({ length: 30 }, () => 'Today'));
    expect(tasks.slice(30).map(({ id }) => id)).toEqual(before);
  });

  it('plans what was put off anew on the next day', async () => {
    await goTo(plus(TUESDAY_OPENING, DAY_24H));
    const { day, tasks } = await dayOf(ann);
    expect(day).toBe('2026-11-25');
    expect(tasks.length).toBeGreaterThanOrEqual(25);
    const all = await placed(flood.storeId, '2026-11-25');
    const again = all.filter(({ placement }) => placement === 'listed' || placement === 'handedOver');
    expect(again.length).toBeGreaterThan(60);
  });

  it('agrees with what the facts say', async () => {
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    for (const { storeId } of [flood, promised]) {
      expect(
        await verifyStore(group, test.ours.groupId, storeId, test.resources.seal, test.resources.clock.now()),
      ).toEqual([]);
    }
  });

  it('plans a day by what is documented of late: more for who gets more done, less worth where less can be shown', async () => {
    const { storeId, departmentId } = flood;
    const days = (memberId: string, documented: number, notDocumented: number) =>
      test.database.asOwner(
        `insert into member_day as d (group_id, store_id, department_id, member_id, day, activities, claims, documented,
                                      not_documented)
         select s.group_id, s.id, $2::uuid, $3::uuid, day::date, $4::int + $5::int, $4::int + $5::int, $4::int, $5::int
           from store s, generate_series(date '2026-11-13', '2026-11-20', interval '1 day') day
          where s.id = $1::uuid
         on conflict (group_id, store_id, department_id, member_id, day) do update set
           activities = excluded.activities, claims = excluded.claims, documented = excluded.documented,
           not_documented = excluded.not_documented`,
        [storeId, departmentId, memberId, String(documented), String(notDocumented)],
      );
    await days(flood.ann.memberId, 40, 40);
    await days(flood.bea.memberId, 3, 97);
    await goTo(plus(TUESDAY_OPENING, 2 * DAY_24H));
    const [plan] = await test.database.asOwner<{ people: readonly { readonly memberId: string }[] }>(
      "select people from day_plan where store_id = $1::uuid and day = '2026-11-26'",
      [storeId],
    );
    const planOf = ({ memberId }: { readonly memberId: string }) =>
      plan?.people.find((person) => person.memberId === memberId);
    expect(planOf(flood.ann)).toMatchObject({ tasks: 40, calls: 40, accomplishes: 0.5 });
    expect(planOf(flood.bea)).toMatchObject({ tasks: 24, calls: 24, accomplishes: 0.03 });
    expect(planOf(flood.max)).not.toHaveProperty('accomplishes');
    const values = await test.database.asOwner<{ value: number }>(
      `select max(expected_value) as value from touch
        where $1::uuid in (member_id, also_member_id) and state = 'due' and urgency = 'clock' and placed_on = '2026-11-26'`,
      [flood.ann.memberId],
    );
    expect(values).toEqual([{ value: 0.062 }]);
  });
});
