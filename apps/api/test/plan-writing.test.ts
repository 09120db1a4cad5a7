import {
  compilePlan,
  compileStoreCalendar,
  type FollowUpPlan,
  forecastLoad,
  HOUR,
  PUBLISHED_RATES,
  plus,
} from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adf } from './support/adf.ts';
import { faster, made, openPlanDesk, type PlanDesk } from './support/plan-desk.ts';
import { signAs } from './support/sign-as.ts';
import { leadsOf, postAdf } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const BASIS = `query ($id: ID!) { node(id: $id) { ... on PlanVersion { document
  load { people { carrier overSteps firstDayOver load { atMost { tasks calls } expected { tasks calls } }
    series { day load { atMost { tasks } expected { calls } } } } refusals { code stepId } }
  loadBasis { now measured workingDaysAMonth hours calendarFrom calendarTo
    leadsAMonth { trigger count } people { carrier count } } } } }`;

describe.each(ENGINES)('S15 A plan while it is written, on %s', (engine) => {
  let test: TestServer;
  let desk: PlanDesk;
  beforeAll(async () => {
    test = await openTestServer(engine);
    desk = await openPlanDesk(test);
    await test.setClock(plus(TUESDAY_10, HOUR));
  }, OPENING_MS);
  afterAll(() => test.close());

  const begin = async (document: FollowUpPlan) =>
    made(
      await desk.change(desk.max, 'draftPlan', 'DraftPlanInput', { storeId: desk.storeId, document, unfinished: true }),
    );
  const save = async (planVersionId: string, document: FollowUpPlan, more: object = {}) => {
    const { revision } = await desk.read(desk.max, planVersionId);
    return desk.change(desk.max, 'redraftPlan', 'RedraftPlanInput', { planVersionId, document, revision, ...more });
  };
  const codesOf = ({ reasons }: { readonly reasons?: readonly { readonly code: string }[] }) =>
    reasons?.map(({ code }) => code);

  it('asks nobody to sign before it is handed in, and does not start', async () => {
    const draft = await begin(faster(4));
    expect(draft.unfinished).toBe(true);
    expect(codesOf(await desk.sign(desk.pat, draft))).toEqual(['planVersion.unfinished']);
    expect(codesOf(await desk.activate(draft.id))).toEqual(['planVersion.unfinished']);
    expect(made(await save(draft.id, faster(3))).unfinished).toBe(true);
    const handedIn = made(await save(draft.id, faster(3), { unfinished: false }));
    expect(handedIn.unfinished).toBe(false);
    await signAs([desk.pat, desk.max], draft.id);
    expect(made(await desk.activate(draft.id)).state).toBe('active');
  });

  it('takes a text back to be written on: who had signed is asked anew', async () => {
    const draft = await desk.draft(faster(4));
    expect(draft.unfinished).toBe(false);
    await desk.sign(desk.pat, draft);
    const back = made(await save(draft.id, faster(3), { unfinished: true }));
    expect(back).toMatchObject({ unfinished: true, signatures: { signed: 0 } });
    expect(codesOf(await desk.sign(desk.pat, back))).toEqual(['planVersion.unfinished']);
  });

  it('writes nobody’s text over: whoever began with an older one is refused', async () => {
    const draft = await begin(faster(4));
    const { revision } = draft;
    expect(made(await save(draft.id, faster(3), { revision })).revision).toBe(revision + 1);
    const late = await save(draft.id, faster(2), { revision });
    expect(codesOf(late)).toEqual(['planVersion.writtenMeanwhile']);
    const [kept] = await desk.versions(desk.max);
    expect(kept?.document.clock.callWithinOpenMinutes).toBe(3);
    expect(made(await save(draft.id, faster(2), { revision: revision + 1 })).revision).toBe(revision + 2);
  });

  it('takes no text of a writer who does not say with which one he began', async () => {
    const { id } = await begin(faster(4));
    const input = { key: 'without a revision', planVersionId: id, document: faster(3) };
    const redraft = 'mutation ($input: RedraftPlanInput!) { redraftPlan(input: $input) { __typename } }';
    const { errors } = await desk.max.graphql(redraft, { input });
    expect(errors?.[0]?.message).toContain('revision');
    const [kept] = await desk.versions(desk.max);
    expect(kept).toMatchObject({ id, revision: 1 });
  });

  it('lets one of two who save at the same time through', async () => {
    const { id, revision } = await begin(faster(4));
    const answers = await Promise.all([save(id, faster(3), { revision }), save(id, faster(2), { revision })]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['PlanChangeSuccess', 'RefusedError']);
  });

  it('ends all follow-up by a version without steps: nothing that begins from then on is asked for', async () => {
    const arrive = async (first: string, phone: string) =>
      leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone })));
    const namesOnList = async () => {
      const { data } = await desk.ana.graphql<{ workPlan: { tasks: readonly { readonly customerName: string }[] } }>(
        '{ workPlan { tasks { customerName } } }',
      );
      return data?.workPlan.tasks.map(({ customerName }) => customerName);
    };
    await arrive('Via', '312-555-4011');
    const { actionPlans, ...rest } = faster(5);
    const draft = await desk.draft({
      ...rest,
      actionPlans: actionPlans.map(({ trigger }) => ({ trigger, steps: [] })),
    });
    await signAs([desk.pat, desk.max], draft.id);
    expect(made(await desk.activate(draft.id)).state).toBe('active');
    await arrive('Wes', '312-555-4012');
    const names = await namesOnList();
    expect(names).toContain('Via Delgado');
    expect(names).not.toContain('Wes Delgado');
  });

  it('is not for salespeople to write, nor for them to see what its load is reckoned with', async () => {
    const { id, revision } = await begin(faster(4));
    const wish = { planVersionId: id, document: faster(3), revision };
    expect((await desk.change(desk.ana, 'redraftPlan', 'RedraftPlanInput', wish)).__typename).toBe('NotAllowedError');
    const { data } = await desk.ana.graphql<{ node: { loadBasis: unknown } }>(BASIS, { id });
    expect(data?.node.loadBasis).toBeNull();
  });

  it('gives what its load is reckoned with: the core gives by it the answer of the server', async () => {
    const draft = await desk.draft(faster(4));
    const { data } = await desk.max.graphql<{ node: Reckoned }>(BASIS, { id: draft.id });
    if (data == null) throw new Error('the draft is not there');
    const { loadBasis: basis, load, document } = data.node;
    expect(basis.measured).toBe(false);
    const calendar = compileStoreCalendar(basis.hours, { from: basis.calendarFrom, to: basis.calendarTo });
    const plan = compilePlan(document);
    if (!calendar.ok || !plan.ok) throw new Error('what the server keeps does not compile');
    const { people, verdict } = forecastLoad(
      {
        leadsAMonth: Object.fromEntries(basis.leadsAMonth.map(({ trigger, count }) => [trigger, count])) as never,
        people: basis.people,
        workingDaysAMonth: basis.workingDaysAMonth,
        rates: PUBLISHED_RATES,
      },
      { plan: plan.value, calendar: calendar.value, now: Date.parse(basis.now) as never },
    );
    expect(load.people.length).toBeGreaterThan(0);
    for (const told of load.people) {
      const own = people[told.carrier];
      expect(told.load).toEqual(own.load);
      expect(told.firstDayOver).toBe(own.firstDayOver.tasks ?? null);
      expect(told.overSteps).toEqual([...new Set([...own.overSteps.tasks, ...own.overSteps.calls])]);
      expect(told.series).toEqual(
        own.series.map(({ day, atMost, expected }) => ({
          day,
          load: { atMost: { tasks: atMost.tasks }, expected: { calls: expected.calls } },
        })),
      );
    }
    expect(load.refusals.map(({ code }) => code)).toEqual(verdict.ok ? [] : verdict.refusals.map(({ code }) => code));
  });
});

type Calendar = Parameters<typeof compileStoreCalendar>;
type Assumptions = Parameters<typeof forecastLoad>[0];
type Forecast = ReturnType<typeof forecastLoad>;

interface Reckoned {
  readonly document: unknown;
  readonly loadBasis: {
    readonly now: string;
    readonly measured: boolean;
    readonly workingDaysAMonth: number;
    readonly hours: Calendar[0];
    readonly calendarFrom: Calendar[1]['from'];
    readonly calendarTo: Calendar[1]['to'];
    readonly leadsAMonth: readonly { readonly trigger: string; readonly count: number }[];
    readonly people: Assumptions['people'];
  };
  readonly load: {
    readonly refusals: readonly { readonly code: string }[];
    readonly people: readonly {
      readonly carrier: keyof Forecast['people'];
      readonly overSteps: readonly string[];
      readonly firstDayOver: string | null;
      readonly load: unknown;
      readonly series: unknown;
    }[];
  };
}
