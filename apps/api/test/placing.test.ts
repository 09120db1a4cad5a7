import { DAY_24H, type Fact, HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupDatabase } from '../src/database/gateway.ts';
import { newId } from '../src/database/new-id.ts';
import type { SqlParameter, Statement } from '../src/database/statement.ts';
import { schedule } from '../src/jobs/schedule.ts';
import type { Viewer } from '../src/modules/access/viewer.ts';
import { REPLAN } from '../src/modules/cadence/replan.ts';
import { advance } from '../src/modules/opportunity/advance.ts';
import { lockOpportunity } from '../src/modules/opportunity/opportunity-row.ts';
import { loadStoreRules } from '../src/modules/store/store-rules.ts';
import { WHOLE_DAY } from '../src/modules/workday/day-parts.ts';
import { workPlan } from '../src/modules/workday/work-plan.ts';
import { arrive, type FloodedStore, floodedStore } from './support/flooded-store.ts';
import { runDue } from './support/run-due.ts';
import { signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
const SATURDAY = at('2026-11-21T14:00');
const WORK_PLAN = `query ($day: Day) { workPlan(day: $day) { day tasks { customerName channel from reasons { code } } } }`;

interface DayData {
  readonly workPlan: {
    readonly day: string;
    readonly tasks: readonly {
      readonly customerName: string;
      readonly reasons: readonly { readonly code: string }[];
    }[];
  };
}
interface PlaceRow {
  readonly placement: string;
  readonly member: string | null;
  readonly deferred: string | null;
}

describe.each(ENGINES)('where touches are placed as time passes on %s', (engine) => {
  let test: TestServer;
  let store: FloodedStore;
  let ann: TestBrowser;
  let max: TestBrowser;

  const group = () => test.resources.gateway.enterGroup(test.ours.groupId);
  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const dayOf = async (browser: TestBrowser, day?: string) => {
    const { data, errors } = await browser.graphql<DayData>(WORK_PLAN, { day });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.workPlan;
  };
  const opportunityOf = async (origin: string) => {
    const rows = await test.database.asOwner<{ id: string }>(
      'select id from opportunity where store_id = $1::uuid and origin = $2 order by id desc limit 1',
      [store.storeId, origin],
    );
    return rows[0]?.id ?? '';
  };
  const happen = (opportunityId: string, kind: Fact['kind'], when: Instant, data: object) =>
    group().transaction(async (tx) => {
      const opportunity = await lockOpportunity(tx, opportunityId);
      const rules = await loadStoreRules(tx, tx.groupId, store.storeId, when);
      if (opportunity === undefined || rules === undefined) throw new Error('happen: no such opportunity');
      const about = { opportunityId, customerId: opportunity.customerId };
      const fact = {
        kind,
        id: newId(),
        storeId: store.storeId,
        at: when,
        recordedAt: when,
        data: { ...about, ...data },
      };
      await advance(tx, test.resources.seal, rules, opportunity, [fact as unknown as Fact], when);
    });
  const placesOf = (opportunityId: string, state = 'due') =>
    test.database.asOwner<PlaceRow>(
      `select placement, member_id as member, deferred_to as deferred from touch
        where opportunity_id = $1::uuid and state = $2 and who <> 'automation' order by window_from, id`,
      [opportunityId, state],
    );

  beforeAll(async () => {
    test = await openTestServer(engine);
    store = await floodedStore(test.resources, group(), 'Placing', [
      { name: 'Visit', count: 1, origin: 'walkIn', at: SATURDAY },
    ]);
    ann = await signIn(test.url, store.ann);
    max = await signIn(test.url, store.max);
    await goTo(SATURDAY);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('orders the plan of a store’s next day, and plans a day that was missed', async () => {
    const plans = () =>
      test.database.asOwner<{ day: string; planned_at: Date }>(
        'select day::text, planned_at from day_plan where store_id = $1::uuid order by day',
        [store.storeId],
      );
    const orders = await test.database.asOwner<{ due_at: Date }>(
      "select due_at from due_work where kind = 'workday.plan' and done_at is null",
    );
    expect(orders).toEqual([{ due_at: new Date(at('2026-11-23T07:59:59')) }]);
    expect(await plans()).toEqual([{ day: '2026-11-21', planned_at: new Date(SATURDAY) }]);
  });

  it('brings a recovery that the law forbids at night to the manager’s list when the law allows it, on a closed day too', async () => {
    const night = at('2026-11-21T21:30');
    const opportunity = await opportunityOf('walkIn');
    await happen(opportunity, 'opportunity.delivered', plus(SATURDAY, HOUR), {});
    await test.setClock(night);
    const answers = { happy: 1, gotWhatYouWanted: 1, recommend: 1 };
    await happen(opportunity, 'survey.answered', night, { invitationId: newId(), answers, commented: false });
    expect(await placesOf(opportunity)).toEqual([{ placement: 'blocked', member: null, deferred: null }]);
    expect((await dayOf(max)).tasks).toEqual([]);
    await goTo(at('2026-11-22T08:00'));
    expect((await dayOf(max)).tasks.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      expect.arrayContaining(['survey.lowAnswer', 'workday.promise']),
    ]);
  });

  it('leaves a promise with its manager when it is planned anew, however full the day is', async () => {
    const opportunity = await opportunityOf('walkIn');
    const [before] = await placesOf(opportunity);
    expect(before).toMatchObject({ placement: 'listed', member: store.max.memberId });
    // As if all of the day's room were gone: the recovery itself is the one task too many.
    await test.database.asOwner(
      `update day_plan set people = (select jsonb_agg(p || '{"tasks": 1, "calls": 1}') from jsonb_array_elements(people) p)
        where store_id = $1::uuid`,
      [store.storeId],
    );
    const now = at('2026-11-22T09:00');
    await test.setClock(now);
    await group().transaction((tx) =>
      schedule(tx, { kind: REPLAN, subject: opportunity, storeId: store.storeId, dueAt: now }),
    );
    expect(await runDue(test.resources)).toBeGreaterThan(0);
    expect(await placesOf(opportunity)).toEqual([before]);
  });

  it('shows on a coming day all that is due by then, for it is not planned yet', async () => {
    const monday = at('2026-11-23T09:00');
    await goTo(monday);
    await arrive(test.resources, group(), store, [{ name: 'Call', count: 1, origin: 'phoneUp', at: monday }]);
    expect((await dayOf(ann)).tasks).toEqual([]);
    const tomorrow = await dayOf(ann, '2026-11-24');
    expect(tomorrow.tasks.map(({ customerName }) => customerName)).toEqual(['Call Nr0']);
    expect(tomorrow.tasks[0]?.reasons.map(({ code }) => code)).toContain('workday.chanceToClose');
    await goTo(plus(monday, DAY_24H - HOUR));
    expect((await dayOf(ann)).tasks.map(({ customerName }) => customerName)).toEqual(['Call Nr0']);
  });

  it('reads a person’s day by one statement', async () => {
    const asked: string[] = [];
    const counted = {
      groupId: test.ours.groupId,
      sql: <R>(statement: Statement, parameters: readonly SqlParameter[]) => {
        asked.push(statement.name);
        return group().sql<R>(statement, parameters);
      },
    } as GroupDatabase;
    const viewer = { memberId: store.ann.memberId } as Viewer;
    const plan = await workPlan(
      counted,
      test.resources.seal,
      viewer,
      { memberId: viewer.memberId, day: undefined, order: 'best', parts: WHOLE_DAY },
      at('2026-11-24T08:00'),
    );
    expect(plan.tasks).toHaveLength(1);
    expect(plan.tasks[0]?.verdict?.kind).toBe('allowed');
    expect(asked).toEqual(['work plan']);
  });

  it('counts a missed step that was handed over for who had it, and moves the count with it', async () => {
    const opportunity = await opportunityOf('phoneUp');
    await test.database.asOwner(
      `update touch set placement = 'handedOver', member_id = $2::uuid where opportunity_id = $1::uuid and placement = 'listed'`,
      [opportunity, store.bea.memberId],
    );
    const missedOf = (memberId: string) =>
      test.database.asOwner<{ missed: number }>(
        `select coalesce(sum(call_steps_missed), 0)::int as missed from member_day
          where store_id = $1::uuid and member_id = $2::uuid and day = '2026-11-24'`,
        [store.storeId, memberId],
      );
    await goTo(plus(at('2026-11-24T20:00'), MINUTE));
    expect([await missedOf(store.bea.memberId), await missedOf(store.ann.memberId)]).toEqual([
      [{ missed: 1 }],
      [{ missed: 0 }],
    ]);
    await goTo(at('2026-11-25T08:00'));
    expect(await placesOf(opportunity)).toMatchObject([{ placement: 'listed', member: store.ann.memberId }, {}]);
    expect([await missedOf(store.bea.memberId), await missedOf(store.ann.memberId)]).toEqual([
      [{ missed: 0 }],
      [{ missed: 1 }],
    ]);
  });
});
