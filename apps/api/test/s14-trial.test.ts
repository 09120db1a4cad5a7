import { compilePlan, DAY_24H, defaultPlan, instant } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { loadStoreRules } from '../src/modules/store/store-rules.ts';
import { loadFigures } from '../src/modules/trial/load-figures.ts';
import { loadTrials } from '../src/modules/trial/load-trials.ts';
import { openPaperStage, type PaperStage } from './support/paper-stage.ts';
import type { TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';

const VIEW = `phase from until day days decidedWhy waiting { texts emails late } locked { code } decidedBy { name } startedBy { name }
  report { leads advice { code } people { member { name } keeping steps { done of } } questions { questionId answers } surveyed { of } }`;
const TRIAL = `query ($storeId: ID!) { trial(storeId: $storeId) { ${VIEW} } }`;
const START = `mutation ($input: StartTrialInput!) { startTrial(input: $input) { __typename
  ... on RefusedError { reasons { code } } ... on TrialChangeSuccess { trial { ${VIEW} } } } }`;
const DECIDE = `mutation ($input: DecideTrialInput!) { decideTrial(input: $input) { __typename
  ... on RefusedError { reasons { code } } ... on TrialChangeSuccess { trial { ${VIEW} } } } }`;

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
  readonly trial?: Readonly<Record<string, unknown>>;
}

describe.each(ENGINES)('S14 the trial on %s', (engine) => {
  let stage: PaperStage;
  let decidedAt: string;
  beforeAll(async () => {
    stage = await openPaperStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.test.close());

  const start = async (browser: TestBrowser) => {
    const input = { key: newId(), storeId: stage.storeId };
    return (await stage.answer<{ startTrial: Answer }>(browser, START, { input })).startTrial;
  };
  const decide = async (browser: TestBrowser, verdict: string) => {
    const input = { key: newId(), storeId: stage.storeId, verdict, why: `Decided so: ${verdict}.` };
    return (await stage.answer<{ decideTrial: Answer }>(browser, DECIDE, { input })).decideTrial;
  };
  const trial = async () =>
    (await stage.answer<{ trial: unknown }>(stage.max, TRIAL, { storeId: stage.storeId })).trial;
  const messages = async () => {
    const [row] = await stage.test.database.asOwner<{ count: number }>(
      `select count(*)::int as count from outgoing_message where group_id::text = $1 and touch_id is not null`,
      [stage.test.ours.groupId],
    );
    return row?.count;
  };
  const automated = async () =>
    stage.test.database.asOwner<{ placement: string; code: string }>(
      `select placement, placed_reasons -> 0 ->> 'code' as code from touch
        where group_id::text = $1 and who = 'automation' and state = 'due' and window_from <= $2
        order by window_from`,
      [stage.test.ours.groupId, new Date(stage.test.resources.clock.now()).toISOString()],
    );

  const heldAtAll = async () => {
    const [row] = await stage.test.database.asOwner<{ count: number }>(
      `select count(*)::int as count from touch
        where group_id::text = $1 and state = 'due' and placed_reasons::text like '%trial.automationLocked%'`,
      [stage.test.ours.groupId],
    );
    return row?.count;
  };

  it('is none before somebody begins it, and then nobody but the store’s managers does', async () => {
    expect(await trial()).toBeNull();
    await stage.arrive('Aura');
    expect(await start(stage.ana)).toMatchObject({ __typename: 'NotAllowedError' });
    const [open] = await automated();
    expect(open?.placement).toBe('automated');
    expect(await start(stage.max)).toMatchObject({
      trial: {
        ...{ phase: 'running', from: '2026-11-24', until: '2027-02-24', day: 1, days: 93, decidedWhy: null },
        locked: { code: 'trial.automationLocked' },
        waiting: { texts: expect.any(Number), emails: expect.any(Number), late: 0 },
      },
    });
    expect(await start(stage.max)).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'trial.running' }] });
  });

  it('says so at once of what stands on the day’s lists already', async () => {
    await stage.goTo('2026-11-24T10:00');
    const [held] = await automated();
    expect(held).toEqual({ placement: 'blocked', code: 'trial.automationLocked' });
    await stage.expectVerified();
  });

  it('keeps the plan’s texts and mails where they are, each with its reason, and people’s work as it is', async () => {
    const abel = await stage.arrive('Abel');
    await stage.goTo('2026-11-24T10:03');
    expect(await messages()).toBe(0);
    const held = await automated();
    expect(held.length).toBeGreaterThan(0);
    for (const touch of held) expect(touch).toEqual({ placement: 'blocked', code: 'trial.automationLocked' });
    expect((await stage.sheet(abel.browser)).some(({ id }) => id === abel.task.id)).toBe(true);
    await stage.expectVerified();
  });

  it('reports who kept to it so far', async () => {
    expect(await trial()).toMatchObject({
      phase: 'running',
      startedBy: { name: 'Max' },
      report: { leads: 2, advice: { code: 'trial.tooLittle' } },
    });
  });

  it('lets the owner alone say go, and not before it is over', async () => {
    expect(await decide(stage.max, 'go')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide(stage.paula, 'go')).toMatchObject({ reasons: [{ code: 'trial.notOver' }] });
    await stage.goTo('2027-02-25T10:00');
    expect(await trial()).toMatchObject({ phase: 'undecided', locked: { code: 'trial.automationLocked' } });
    const bram = await stage.arrive('Bram');
    await stage.goTo('2027-02-25T10:10');
    expect(await messages()).toBe(0);
    expect(bram.task.state).toBe('due');
    const { report } = (await trial()) as { readonly report: unknown };
    expect(await decide(stage.paula, 'go')).toMatchObject({
      trial: {
        ...{ phase: 'go', locked: null, waiting: null, day: 93, report },
        ...{ decidedBy: { name: 'Paula' }, decidedWhy: 'Decided so: go.' },
      },
    });
    decidedAt = new Date(stage.test.resources.clock.now()).toISOString();
  });

  it('sends from then on, and nothing that was late by then', async () => {
    await stage.goTo('2027-02-25T10:10');
    for (const { code } of await automated()) expect(code).not.toBe('trial.automationLocked');
    // Nor what is asked for on later days.
    expect(await heldAtAll()).toBe(0);
    await stage.goTo('2027-02-25T10:20');
    const late = await messages();
    const sentLate = await stage.test.database.asOwner<{ touch_id: string }>(
      `select m.touch_id from outgoing_message m join touch t on t.group_id = m.group_id and t.id = m.touch_id
        where m.group_id::text = $1 and t.deadline <= $2`,
      [stage.test.ours.groupId, decidedAt],
    );
    expect(sentLate).toEqual([]);
    await stage.arrive('Cleo');
    await stage.goTo('2027-02-25T10:40');
    expect(await messages()).toBeGreaterThan(late ?? 0);
    expect(await decide(stage.paula, 'noGo')).toMatchObject({ reasons: [{ code: 'trial.decided' }] });
  });

  it('shows from then on what the report said when it was decided', async () => {
    const figures = async () => ((await trial()) as { readonly report: { readonly leads: number } }).report.leads;
    const then = await figures();
    await stage.test.database.asOwner(
      `update member_day set leads = leads + 7 where group_id::text = $1 and day = '2026-11-24'`,
      [stage.test.ours.groupId],
    );
    expect(await figures()).toBe(then);
    // A manager reads the owner's name, who works in no store of theirs.
    expect(await trial()).toMatchObject({ decidedBy: { name: 'Paula' }, decidedWhy: 'Decided so: go.' });
    await stage.test.database.asOwner(
      `update member_day set leads = leads - 7 where group_id::text = $1 and day = '2026-11-24'`,
      [stage.test.ours.groupId],
    );
  });

  it('is begun again, once the owner has spoken, by the owner alone', async () => {
    expect(await start(stage.max)).toMatchObject({ reasons: [{ code: 'trial.ownerBegins' }] });
    expect(await trial()).toMatchObject({ phase: 'go', locked: null });
    const held = async () => (await automated()).filter(({ code }) => code === 'trial.automationLocked').length;
    expect(await held()).toBe(0);
    expect(await start(stage.paula)).toMatchObject({ trial: { phase: 'running' } });
    await stage.goTo('2027-02-25T10:40');
    expect(await held()).toBeGreaterThan(0);
    expect(await held()).toBe((await automated()).length);
  });

  it('stays locked after no-go, until another trial ends with go', async () => {
    expect(await decide(stage.paula, 'noGo')).toMatchObject({
      trial: { phase: 'noGo', locked: { code: 'trial.automationRefused' } },
    });
    const before = await messages();
    await stage.arrive('Dina');
    await stage.goTo('2027-02-25T11:00');
    expect(await messages()).toBe(before);
    expect(await start(stage.paula)).toMatchObject({ trial: { phase: 'running' } });
  });

  it('leaves everything as it was before, once the owner calls it off', async () => {
    expect(await decide(stage.max, 'calledOff')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide(stage.paula, 'calledOff')).toMatchObject({
      trial: { phase: 'calledOff', locked: { code: 'trial.automationRefused' } },
    });
    expect(await start(stage.max)).toMatchObject({ reasons: [{ code: 'trial.ownerBegins' }] });
    await stage.goTo('2027-02-25T11:00');
    await stage.expectVerified();
  });

  it('wants a word why', async () => {
    const input = { key: newId(), storeId: stage.storeId, verdict: 'noGo', why: ' no     ' };
    expect((await stage.answer<{ decideTrial: Answer }>(stage.paula, DECIDE, { input })).decideTrial).toMatchObject({
      __typename: 'InputError',
    });
  });

  it('judges by the plan under which it began, and is told of however long ago it was', async () => {
    const { gateway, clock } = stage.test.resources;
    const { groupId, ford } = stage.test.ours;
    expect(await start(stage.paula)).toMatchObject({ trial: { phase: 'running' } });
    await stage.test.setClock(instant(clock.now() + 3 * 365 * DAY_24H));
    const group = gateway.enterGroup(groupId);
    const rules = await loadStoreRules(group, groupId, ford.storeId, clock.now());
    const { latest } = await loadTrials(group, groupId, ford.storeId);
    if (rules === undefined || latest === undefined) throw new Error('the store has no trial');
    const asked = { ...defaultPlan().survey, questions: defaultPlan().survey.questions.slice(0, 1) };
    const changed = compilePlan({ ...defaultPlan(), survey: asked });
    if (!changed.ok) throw new Error(changed.refusals[0].code);
    const plans = [...rules.plans, { from: clock.now(), plan: changed.value }] as const;
    const late = { ...rules, plan: changed.value, plans: plans as unknown as typeof rules.plans };
    const { questions } = await loadFigures(group, groupId, late, latest, clock.now());
    expect(questions.map(({ questionId }) => questionId)).toEqual(
      rules.plans[0].plan.survey.questions.map(({ id }) => id),
    );
  });
});
