import { DAY_24H, defaultPlan, type Fact, type Instant, instant, MINUTE, plus, SECOND } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { advance } from '../src/modules/opportunity/advance.ts';
import { lockOpportunity } from '../src/modules/opportunity/opportunity-row.ts';
import { loadStoreRules } from '../src/modules/store/store-rules.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { callFile } from './support/call-file.ts';
import { answerOf } from './support/day-questions.ts';
import { arrive, type FloodedStore, floodedStore } from './support/flooded-store.ts';
import { runDue } from './support/run-due.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';
import { testVisitor } from './support/test-visitor.ts';

const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
const WORK_PLAN = `query ($day: Day) { workPlan(day: $day) { tasks {
  customerName channel best lawfulUntil nextLawful reasons { code text } } } }`;
const UPLOAD = `mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) { __typename } }`;
/** Three attempts in 24 hours, by law. */
const CAPPED = [
  ['Florida', '407'],
  ['Oklahoma', '405'],
  ['Maryland', '410'],
] as const;
const EVENING_PHONE = '+13125551800';

interface Task {
  readonly customerName: string;
  readonly channel: string;
  readonly best: string;
  readonly lawfulUntil: string | null;
  readonly nextLawful: string | null;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}
interface DayData {
  readonly workPlan: { readonly tasks: readonly Task[] };
}

describe.each(ENGINES)('S12 Half past three on a Tuesday on %s', (engine) => {
  let test: TestServer;
  let store: FloodedStore;
  let ann: TestBrowser;
  let bea: TestBrowser;

  const group = () => test.resources.gateway.enterGroup(test.ours.groupId);
  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const tasksOf = async (browser: TestBrowser, name: string, day?: string) => {
    const { workPlan } = await answerOf<DayData>(browser, WORK_PLAN, { day });
    return workPlan.tasks.filter(({ customerName, channel }) => customerName.startsWith(name) && channel === 'call');
  };
  const codesOf = (task: Task | undefined) => (task?.reasons ?? []).map(({ code }) => code);
  const textOf = (task: Task | undefined, code: string) => task?.reasons.find((each) => each.code === code)?.text;
  /** When the plan's steps about the only customer of an origin are best done. */
  const bestOf = async (storeId: string, origin: string) => {
    const rows = await test.database.asOwner<{ step: string; best: Date }>(
      `select t.step, t.best from touch t join opportunity o on o.group_id = t.group_id and o.id = t.opportunity_id
        where o.store_id = $1::uuid and o.origin = $2 and t.state = 'due'`,
      [storeId, origin],
    );
    return new Map(rows.map(({ step, best }) => [step, best.toISOString()]));
  };
  const attempted = async (phoneCustomer: string, when: Instant) => {
    const [row] = await test.database.asOwner<{ id: string }>(
      `select o.id from opportunity o join contact_point c on c.group_id = o.group_id and c.customer_id = o.customer_id
        where o.store_id = $1::uuid and c.area_code = $2`,
      [store.storeId, phoneCustomer],
    );
    await group().transaction(async (tx) => {
      const opportunity = await lockOpportunity(tx, row?.id ?? '');
      const rules = await loadStoreRules(tx, tx.groupId, store.storeId, when);
      if (opportunity === undefined || rules === undefined) throw new Error('attempted: no such opportunity');
      const { customerId, id: opportunityId } = opportunity;
      const data = { customerId, opportunityId, memberId: store.ann.memberId, channel: 'text', disposition: 'sent' };
      const fact = { kind: 'activity.logged', id: newId(), storeId: store.storeId, at: when, recordedAt: when };
      const whole = { ...fact, data: { ...data, phones: [] } } as unknown as Fact;
      await advance(tx, test.resources.seal, rules, opportunity, [whole], when);
    });
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    const waves = [
      { name: 'Evening', count: 1, origin: 'phoneUp', at: at('2026-11-23T12:00'), phone: EVENING_PHONE },
      ...CAPPED.map(([name, areaCode]) => ({
        name,
        areaCode,
        count: 1,
        origin: 'phoneUp' as const,
        at: at('2026-11-23T12:00'),
      })),
    ] as const;
    store = await floodedStore(test.resources, group(), 'Peak', waves, { plan: defaultPlan() });
    for (const [, areaCode] of CAPPED) {
      for (const time of ['2026-11-24T10:00:00', '2026-11-24T10:20:30', '2026-11-24T15:30:00']) {
        await attempted(areaCode, at(time));
      }
    }
    ann = await signIn(test.url, store.ann);
    bea = await signIn(test.url, store.bea);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('calls a work number that was given at 10:00 at once, whichever way it came', async () => {
    const ana = await signIn(test.url, test.ours.ana);
    const send = async (last: string, phone: string) => {
      const document = adf({ first: 'Rosa', last, id: last }).replace(/<phone .*<\/phone>/, phone);
      await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, document));
    };
    await send('Work', '<phone type="work">312-555-7101</phone>');
    await send('Cell', '<phone type="cellphone">312-555-7102</phone><phone type="work">312-555-7103</phone>');
    const visitor = testVisitor(test.url, { key: test.ours.ford.publishableKey });
    const form = { consentTicked: false, consentVersion: 'none', shownForMilliseconds: 20_000 };
    for (const [lastName, phoneIsWork] of [
      ['Office', true],
      ['Home', false],
    ] as const) {
      const wish = {
        ...form,
        key: newId(),
        firstName: 'Rosa',
        lastName,
        phone: `312-555-72${phoneIsWork ? 10 : 20}`,
        phoneIsWork,
      };
      expect((await visitor.submit(wish)).answer?.__typename).toBe('SubmitLeadSuccess');
    }
    const first = async (last: string) => (await tasksOf(ana, `Rosa ${last}`))[0];
    for (const last of ['Work', 'Office']) {
      const task = await first(last);
      expect(task?.best).toBe(new Date(TUESDAY_10).toISOString());
      expect(textOf(task, 'bestTime.workNumber')).toBe(
        'At once: the customer gave a work number in business hours (10:00 AM).',
      );
    }
    for (const last of ['Cell', 'Home']) {
      const task = await first(last);
      expect(task).toBeDefined();
      expect(codesOf(task)).not.toContain('bestTime.workNumber');
    }
  });

  it('makes following calls at the hour at which the lead came in', async () => {
    const halfPastThree = at('2026-11-24T15:30');
    await goTo(halfPastThree);
    const wave = { name: 'Half', count: 1, origin: 'internet', at: halfPastThree, answered: true } as const;
    await arrive(test.resources, group(), store, [wave]);
    const task = (await tasksOf(ann, 'Half', '2026-11-25')).find((each) => codesOf(each).includes('bestTime.leadHour'));
    expect(task?.best).toBe('2026-11-25T21:30:00.000Z');
    expect(textOf(task, 'bestTime.leadHour')).toBe('Best around Wed 3:30 PM: at that hour the customer asked.');
  });

  it('hands a visitor’s call near the showroom’s peak to the BDC, for the floor is busy', async () => {
    await arrive(test.resources, group(), store, [
      { name: 'Visit', count: 1, origin: 'walkIn', at: at('2026-11-24T11:00') },
    ]);
    await goTo(at('2026-11-25T08:00'));
    const [task] = await tasksOf(bea, 'Visit');
    expect(task?.best).toBe('2026-11-25T22:00:00.000Z');
    expect(codesOf(task)).toEqual(expect.arrayContaining(['bestTime.showroomPeak', 'workday.floorBusy']));
    expect(await tasksOf(ann, 'Visit')).toEqual([]);
    const why = await answerOf<{
      readonly whyNot: readonly { readonly reasons: readonly { readonly text: string }[] }[];
    }>(ann, 'query { whyNot(customer: "Visit") { reasons { text } } }', {});
    expect(why.whyNot[0]?.reasons[0]?.text).toBe(
      'Handed to the BDC: at the best hour for this call the showroom is busy.',
    );
  });

  it('leaves it with its owner in a store without a BDC, and says so', async () => {
    const visit = { name: 'Visit', count: 1, origin: 'walkIn', at: at('2026-11-24T11:00') } as const;
    const alone = await floodedStore(test.resources, group(), 'Alone', [visit], { plan: defaultPlan() });
    await test.database.asOwner('update member set active = false where id = $1::uuid', [alone.bea.memberId]);
    await goTo(at('2026-11-25T08:01'));
    const [task] = await tasksOf(await signIn(test.url, alone.ann), 'Visit');
    expect(task?.best).toBe('2026-11-25T22:00:00.000Z');
    expect(textOf(task, 'workday.noBdc')).toBe('It stays with its own person: nobody of a BDC is at work today.');
  });

  it('counts each attempt at its minute for the three in 24 hours of Florida, Oklahoma, Maryland', async () => {
    const lawAt = async (name: string, now: Instant) => {
      await test.setClock(now);
      const [task] = await tasksOf(ann, name);
      return { until: task?.lawfulUntil !== null, next: task?.nextLawful, codes: codesOf(task) };
    };
    const ten = at('2026-11-25T10:00:00');
    for (const [name] of CAPPED) {
      const before = await lawAt(name, plus(ten, -SECOND));
      expect([name, before.until, before.next]).toEqual([name, false, new Date(ten).toISOString()]);
      expect(before.codes).toContain('contact.attemptCap');
    }
    for (const [name] of CAPPED) expect([name, (await lawAt(name, ten)).until]).toEqual([name, true]);
    // A fourth at that minute: the one of 10:20:30 counts until 10:21, and not a second less.
    for (const [, areaCode] of CAPPED) await attempted(areaCode, ten);
    const next = at('2026-11-25T10:21:00');
    for (const [name] of CAPPED) {
      expect((await lawAt(name, plus(next, -SECOND))).next).toBe(new Date(next).toISOString());
    }
    for (const [name] of CAPPED) expect([name, (await lawAt(name, next)).until]).toEqual([name, true]);
  });

  it('calls at 18:00 who answered twice near 18:00', async () => {
    expect((await tasksOf(ann, 'Evening', '2026-11-25')).map(codesOf)).toContainEqual(
      expect.arrayContaining(['bestTime.leadHour']),
    );
    const max = await signIn(test.url, store.max);
    const upload = async (calls: Parameters<typeof callFile>[0], until: Instant) => {
      const file = { source: 'pbx', format: 'twilioCsv', content: callFile(calls), completeUntil: new Date(until) };
      const input = { ...file, key: newId(), storeId: encodeGlobalId('Store', store.storeId) };
      await answerOf(max, UPLOAD, { input });
      await runDue(test.resources);
    };
    const call = (sid: string, time: string, seconds = 90) => ({ sid, to: EVENING_PHONE, at: at(time), seconds });
    const now = at('2026-11-25T10:30');
    await goTo(now);
    await upload([call('E1', '2026-11-23T18:05'), call('E2', '2026-11-24T09:00', 5)], plus(now, -MINUTE));
    expect((await tasksOf(ann, 'Evening')).flatMap(codesOf)).not.toContain('bestTime.ownAnswers');
    await upload([call('E3', '2026-11-24T17:55')], now);
    const task = (await tasksOf(ann, 'Evening')).find(({ best }) => best === '2026-11-26T00:00:00.000Z');
    expect(textOf(task, 'bestTime.ownAnswers')).toBe(
      'Best around 6:00 PM: near that hour the customer answered 2 times.',
    );
    expect(await verifyStore(group(), test.ours.groupId, store.storeId, test.resources.seal, now)).toEqual([]);
  });

  it('keeps the customer’s hour on the wall when summer time begins', async () => {
    const friday = at('2027-03-12T15:30');
    const spring = await floodedStore(
      test.resources,
      group(),
      'Spring',
      [{ name: 'Half', count: 1, origin: 'internet', at: friday, answered: true }],
      { plan: defaultPlan() },
    );
    await test.setClock(plus(friday, 2 * MINUTE));
    const best = await bestOf(spring.storeId, 'internet');
    expect(best.get('internet-call-day1')).toBe('2027-03-13T21:30:00.000Z');
    expect(best.get('internet-call-day3')).toBe('2027-03-15T20:30:00.000Z');
    expect(plus(friday, 3 * DAY_24H)).toBe(Date.parse('2027-03-15T21:30:00Z'));
  });
});
