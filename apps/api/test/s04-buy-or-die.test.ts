import {
  type ActionPlan,
  defaultPlan,
  type FollowUpPlan,
  type Id,
  MINUTE,
  type PlanStep,
  plus,
  TRIGGERS,
} from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { signAs } from './support/sign-as.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const LOAD = `fragment Load on PlanVersion { id number state name
  loadOverride { note by { name } }
  load { fits measured refusals { code text stepId } leadsAMonth { trigger count } atMost { people managers automation }
    people { carrier people capacity { tasks calls } load { atMost { tasks } expected { tasks } } firstDayOver overSteps } } }`;
const CHANGE = `__typename ... on Error { message } ... on RefusedError { reasons { code text data } }
  ... on PlanChangeSuccess { planVersion { ...Load } }`;

interface PlanVersion {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly loadOverride: { readonly note: string; readonly by: { readonly name: string } } | null;
  readonly load: {
    readonly fits: boolean;
    readonly measured: boolean;
    readonly refusals: readonly { readonly code: string; readonly text: string; readonly stepId: string | null }[];
    readonly leadsAMonth: readonly { readonly trigger: string; readonly count: number }[];
    readonly people: readonly {
      readonly carrier: string;
      readonly people: number;
      readonly capacity: { readonly tasks: number };
      readonly load: { readonly atMost: { readonly tasks: number }; readonly expected: { readonly tasks: number } };
      readonly firstDayOver: string | null;
      readonly overSteps: readonly string[];
    }[];
  } | null;
}

interface Change {
  readonly __typename: string;
  readonly message?: string;
  readonly reasons?: readonly {
    readonly code: string;
    readonly text: string;
    readonly data: Record<string, unknown>;
  }[];
  readonly planVersion?: PlanVersion;
}

let keys = 0;
const key = () => `s04-key-${++keys}`;

describe.each(ENGINES)('S04 Buy-or-die against less-is-more, on %s', (engine) => {
  let test: TestServer;
  let max: TestBrowser;
  let pat: TestBrowser;
  let storeId = '';
  beforeAll(async () => {
    test = await openTestServer(engine);
    max = await signIn(test.url, test.ours.manager);
    pat = await signIn(test.url, test.ours.principal);
    storeId = encodeGlobalId('Store', test.ours.ford.storeId);
  }, OPENING_MS);
  afterAll(() => test.close());

  const change = async (name: string, input: object, browser = max): Promise<Change> => {
    const type = {
      draftPlan: 'DraftPlanInput',
      redraftPlan: 'RedraftPlanInput',
      overridePlanLoad: 'OverridePlanLoadInput',
      retirePlan: 'RetirePlanInput',
    };
    const inputType = Object.entries(type).find(([known]) => known === name)?.[1] ?? 'PlanVersionInput';
    const query = `mutation ($input: ${inputType}!) { answer: ${name}(input: $input) { ${CHANGE} } } ${LOAD}`;
    const { data, errors } = await browser.graphql<{ answer: Change }>(query, { input: { key: key(), ...input } });
    if (data == null)
      return { __typename: String(errors?.[0]?.extensions?.['code']), message: errors?.[0]?.message ?? '' };
    return data.answer;
  };
  const draft = async (document: FollowUpPlan, internet = 70): Promise<PlanVersion> => {
    const { planVersion, ...refused } = await change('draftPlan', {
      storeId,
      document,
      leadsAMonth: [{ trigger: 'internet', count: internet }],
    });
    if (planVersion === undefined) throw new Error(JSON.stringify(refused));
    return planVersion;
  };
  const internetOf = ({ load }: PlanVersion) => load?.people.find(({ carrier }) => carrier === 'internet');
  const leads = async (phone: string) => {
    const answer = await leadsOf(
      await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: `P${phone.slice(-4)}`, phone })),
    );
    return answer[0]?.id ?? '';
  };

  it('refuses 20 human touches for 70 leads a month: 63.6 a day against 50, from which day on, and by which steps', async () => {
    const version = await draft(planOf(20));
    expect(version).toMatchObject({ number: 2, state: 'draft', load: { fits: false, measured: false } });
    const internet = internetOf(version);
    expect(internet).toMatchObject({ people: 1, capacity: { tasks: 50 } });
    expect(internet?.load.atMost.tasks).toBeCloseTo((20 * 70) / 22, 9);
    expect(internet?.load.expected.tasks).toBeLessThan(63.6);
    expect(internet?.firstDayOver).toMatch(/^2026-1[12]-\d\d$/);
    expect(internet?.overSteps).toEqual(['touch-16', 'touch-17', 'touch-18', 'touch-19', 'touch-20']);

    const refused = await change('activatePlan', { planVersionId: version.id });
    expect(refused.__typename).toBe('RefusedError');
    expect(refused.reasons?.[0]).toMatchObject({ code: 'forecast.tooManyTasks' });
    expect(refused.reasons?.[0]?.text).toMatch(/63\.6/);
    expect(refused.reasons?.[0]?.text).toMatch(/50/);
    const again = await max.graphql(`query ($storeId: ID!) { planVersions(storeId: $storeId) { number state } }`, {
      storeId,
    });
    expect(again.data).toEqual({
      planVersions: [
        { number: 2, state: 'draft' },
        { number: 1, state: 'active' },
      ],
    });
  });

  it('lets a manager sign for it, in so many words that stay to be seen, until the draft is changed', async () => {
    const version = await draft(planOf(20));
    const short = await change('overridePlanLoad', { planVersionId: version.id, note: 'ok' });
    expect(short).toMatchObject({ __typename: 'InputError', message: expect.stringMatching(/note.*10 to 1,000/) });
    const note = 'Two students help from Monday on.';
    const signed = await change('overridePlanLoad', { planVersionId: version.id, note });
    expect(signed.planVersion?.loadOverride).toEqual({ note, by: { name: 'Max' } });
    const redrafted = await change('redraftPlan', { planVersionId: version.id, document: planOf(21), revision: 1 });
    expect(redrafted.planVersion?.loadOverride).toBeNull();
    await change('overridePlanLoad', { planVersionId: version.id, note });
    await signAs([pat, max], version.id);
    const active = await change('activatePlan', { planVersionId: version.id });
    expect(active.planVersion).toMatchObject({ state: 'active', loadOverride: { note }, load: { fits: false } });
  });

  it('activates 10 human touches: 31.8 a day; what comes from then on runs under it, what came before does not', async () => {
    await test.setClock(TUESDAY_10);
    const before = await leads('312-555-3001');
    const version = await draft(planOf(10));
    expect(internetOf(version)?.load.atMost.tasks).toBeCloseTo(31.8, 1);
    expect(version.load).toMatchObject({ fits: true, refusals: [] });
    await test.setClock(plus(TUESDAY_10, MINUTE));
    await signAs([pat, max], version.id);
    const wish = { planVersionId: version.id, key: 'activate-once' };
    const active = await change('activatePlan', wish);
    expect(active.planVersion).toMatchObject({ state: 'active', loadOverride: null });
    expect(await change('activatePlan', wish)).toEqual(active);
    await test.setClock(plus(TUESDAY_10, 2 * MINUTE));
    const after = await leads('312-555-3002');
    const versions = await test.database.asOwner(
      `select l.id, t.step, p.version
         from lead l join touch t on t.group_id = l.group_id and t.opportunity_id = l.opportunity_id
         join plan_version p on p.group_id = t.group_id and p.id = t.plan_version_id
        where l.group_id = $1 and t.who <> 'automation'`,
      [test.ours.groupId],
    );
    const stepsOf = (lead: string) =>
      versions.filter((row) => encodeGlobalId('Lead', String(row['id'])) === lead).map((row) => String(row['step']));
    // The step of a closed Sunday falls together with Monday's.
    expect(stepsOf(after).length).toBeGreaterThan(5);
    expect(stepsOf(after).every((step) => step.startsWith('touch-'))).toBe(true);
    expect([stepsOf(before), stepsOf(after)].map((steps) => steps.includes('touch-19'))).toEqual([true, false]);
    expect((await change('activatePlan', { planVersionId: version.id })).reasons).toMatchObject([
      { code: 'planVersion.notDraft' },
    ]);
  });

  it('reckons with the leads of the last 30 days when nobody names any', async () => {
    const { planVersion } = await change('draftPlan', { storeId, document: planOf(10) });
    expect(planVersion?.load?.measured).toBe(true);
    const internet = planVersion?.load?.leadsAMonth.find(({ trigger }) => trigger === 'internet');
    expect(internet?.count).toBeGreaterThan(0);
    expect(internet?.count).toBeLessThan(10);
    const why = 'It was a trial of the numbers.';
    const retired = await change('retirePlan', { planVersionId: planVersion?.id ?? '', why });
    expect(retired.planVersion?.state).toBe('retired');
  });

  it('says everything that is wrong with a document, by path and with what is allowed', async () => {
    const plan = planOf(10);
    const document = {
      ...plan,
      clock: { ...plan.clock, callWithinOpenMinutes: 0 },
      survey: { ...plan.survey, lowAnswer: 99 },
    };
    const refused = await change('draftPlan', { storeId, document });
    expect(refused.__typename).toBe('RefusedError');
    expect(refused.reasons?.map(({ data }) => data['path'])).toEqual([
      'clock.callWithinOpenMinutes',
      'survey.lowAnswer',
    ]);
    for (const { text } of refused.reasons ?? []) expect(text).toMatch(/\d/);
  });

  it('is for who answers for the store, and shows a salesperson the plan without the load', async () => {
    const ana = await signIn(test.url, test.ours.ana);
    const stranger = await signIn(test.url, test.theirs.manager);
    const document = planOf(10);
    expect(await change('draftPlan', { storeId, document }, ana)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await change('draftPlan', { storeId, document }, stranger)).toMatchObject({ __typename: 'NotAllowedError' });
    const read = await ana.graphql<{
      planVersions: readonly { sentences: readonly { text: string }[]; load: unknown }[];
    }>(`query ($storeId: ID!) { planVersions(storeId: $storeId) { sentences { text } load { fits } } }`, { storeId });
    expect(read.errors).toBeUndefined();
    expect(read.data?.planVersions[0]?.sentences[0]?.text).toMatch(/Internet lead/);
    expect(read.data?.planVersions.every(({ load }) => load === null)).toBe(true);
    const version = await draft(document);
    expect(await change('activatePlan', { planVersionId: version.id }, stranger)).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('keeps what was in force as it was, whoever asks the database', async () => {
    const rewrite = test.database.asOwner(
      `update plan_version set document = '{}' where group_id = $1 and state <> 'draft'`,
      [test.ours.groupId],
    );
    await expect(rewrite).rejects.toThrow(/no draft any more/);
    await expect(
      test.database.asOwner('delete from plan_version where group_id = $1', [test.ours.groupId]),
    ).rejects.toThrow(/append-only/);
  });
});

/** A plan whose Internet leads get so many touches of a person: the first call of the clock, then a touch a day. */
function planOf(touches: number): FollowUpPlan {
  const [first] = defaultPlan().actionPlans[0]?.steps ?? [];
  if (first === undefined) throw new Error('the default plan begins with a call');
  const step = (n: number): PlanStep => {
    const id = `touch-${n}` as Id<'Step'>;
    if (n === 1) return { ...first, id };
    return {
      ...first,
      id,
      channel: 'email',
      stopOn: ['reply', 'appointment'],
      due: { unit: 'days', after: n - 1, within: 0, at: 'opening' },
    };
  };
  const actionPlan = (trigger: ActionPlan['trigger']): ActionPlan => ({
    trigger,
    steps: trigger === 'internet' ? Array.from({ length: touches }, (_, i) => step(i + 1)) : [],
  });
  return { ...defaultPlan(), actionPlans: TRIGGERS.map(actionPlan) };
}
