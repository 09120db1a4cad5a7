import { activatePlan, draftPlan, overridePlanLoad, planDocument, redraftPlan, retirePlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible, inside, textOf } from '../../test/support/page.ts';
import { makeActive, makeFittingLoad, makeSignatures, makeVersion } from '../../test/support/plan-make.ts';
import { PlanStage, press, until } from '../../test/support/plan-stage.ts';
import type { Plan } from './plan.ts';

let stage: PlanStage;

beforeEach(() => {
  stage = new PlanStage();
});

const fits = () => {
  stage.versions = [makeVersion({ load: makeFittingLoad() }), makeActive()];
};
const note = (plan: Plan) => inside<HTMLTextAreaElement>(plan, '#note');
const tick = (plan: Plan) => inside<HTMLInputElement>(plan, '[name=tick]');

describe('a manager of plans', () => {
  it('activates a draft that fits, asked twice, and sees it in force', async () => {
    fits();
    const plan = await stage.show('It fits');
    expect(stage.api.callsOf(activatePlan)).toHaveLength(0);
    await press(plan, 'Activate version 2');
    expect(textOf(plan)).toContain('What begins from now on will run under it');
    expect(plan.shadowRoot?.activeElement?.id).toBe('ask');
    await expectAccessible(plan);
    await press(plan, 'Not yet');
    expect(plan.shadowRoot?.activeElement?.id).toBe('activate');
    await press(plan, 'Activate version 2');
    await press(plan, 'Activate now');
    await until(plan, 'Version 2 is in force.');
    await until(plan, 'Follow-up plan, version 2 In force since Nov 20, 2026, by Max Roe');
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('title'));
    expect([...inside<HTMLSelectElement>(plan, '#version').options].map(({ text }) => text)).toEqual([
      '2: In force',
      '1: No longer in force',
    ]);
  });

  it('reads whose names are missing, and is offered nothing that would be refused', async () => {
    const refusals = [{ code: 'signature.ownerMissing', text: 'The owner has not signed.' }];
    stage.versions = [makeVersion({ load: makeFittingLoad(), signatures: makeSignatures({ refusals }) }), makeActive()];
    const plan = await stage.show('It fits');
    expect(inside(plan, '.verdict').innerText).toContain('The owner has not signed.');
    expect(plan.shadowRoot?.querySelector('#activate, #override')).toBeNull();
    await expectAccessible(plan);
  });

  it('signs for a load by a note, a tick and a name, and the word stands there', async () => {
    const plan = await stage.show('Too much.');
    await press(plan, 'Sign for the load');
    expect(plan.shadowRoot?.activeElement).toBe(note(plan));
    expect(tick(plan).checked).toBe(false);
    await userEvent.keyboard('too short{Tab}{Tab}{Enter}');
    expect(textOf(plan)).toContain('Please write 10 to 1,000 characters.');
    expect(textOf(plan)).toContain('Please tick that you sign for this.');
    expect(plan.shadowRoot?.activeElement).toBe(note(plan));
    expect(note(plan).getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(plan);
    await userEvent.fill(note(plan), 'Two students help from Monday on.');
    await userEvent.click(tick(plan));
    expect(textOf(plan)).toContain('I sign for this load: Max Roe');
    await press(plan, 'Sign');
    await until(plan, 'Max Roe signed for this load, Nov 20, 2026, 3:45 PM: Two students help from Monday on.');
    expect(textOf(plan)).toContain('Signed for the load of version 2.');
    expect(stage.api.callsOf(overridePlanLoad)).toHaveLength(1);
    await press(plan, 'Activate version 2');
    await press(plan, 'Activate now');
    await until(plan, 'Version 2 is in force.');
    expect(textOf(plan)).toContain('Two students help from Monday on.');
    expect(textOf(plan)).toContain('Too much.');
  });

  it('tries other leads on a draft, and hears what cannot be', async () => {
    const plan = await stage.show('Named by hand for this version.');
    inside<HTMLDetailsElement>(plan, '.leads details').open = true;
    const count = inside<HTMLInputElement>(plan, '[name=internet]');
    expect(count.valueAsNumber).toBe(70);
    for (const wrong of ['-1', '', '100001']) {
      await userEvent.fill(count, wrong);
      await press(plan, 'Reckon again');
      expect(textOf(plan)).toContain('Please enter 0 to 100,000.');
    }
    expect(stage.api.callsOf(redraftPlan)).toHaveLength(0);
    await userEvent.fill(count, '35');
    await press(plan, 'Reckon again');
    await until(plan, 'Reckoned with these leads.');
    await until(plan, 'Internet leads 35');
    expect(stage.api.callsOf(redraftPlan)[0]?.variables).toMatchObject({
      input: {
        planVersionId: 'version-2',
        revision: 4,
        document: { of: 'version-2' },
        leadsAMonth: [{ trigger: 'internet', count: 35 }, { trigger: 'phoneUp', count: 0 }, {}, {}, {}],
      },
    });
    expect(inside<HTMLDetailsElement>(plan, '.leads details').open).toBe(true);
    expect(textOf(plan)).not.toContain('Please enter');
  });

  it('starts a new draft from the version in force', async () => {
    stage.versions = [makeActive()];
    const plan = await stage.show('In force');
    const told: string[] = [];
    plan.addEventListener('beback-navigate', ({ path }) => told.push(path));
    await press(plan, 'Start a new draft from version 1');
    await until(plan, 'Follow-up plan, version 2 Draft');
    expect(textOf(plan)).toContain('Version 2 is drafted. Nothing runs by it before it is activated.');
    expect(told).toEqual(['store/store-1/version/2']);
    expect(stage.api.callsOf(draftPlan)[0]?.variables).toMatchObject({
      input: { storeId: 'store-1', document: { of: 'version-1' } },
    });
  });

  it('is told of a change that was made while he turned to another version, and stays there', async () => {
    stage.versions = [makeActive({ id: 'version-2', number: 2 }), makeActive({ state: 'retired' })];
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.api.on(planDocument, async ({ id }) => {
      await promise;
      return { node: { __typename: 'PlanVersion' as const, id, revision: 4, document: { of: id } } };
    });
    const plan = await stage.show('Follow-up plan, version 2');
    await press(plan, 'Start a new draft from version 2');
    plan.path = 'version/1';
    await until(plan, 'Follow-up plan, version 1');
    resolve();
    await until(plan, 'Version 3 is drafted.');
    await stage.api.quiet();
    expect(plan.path).toBe('version/1');
    expect(textOf(plan)).toContain('Follow-up plan, version 1');
  });

  it('retires a version that waits for signatures, with a reason that stays to be read', async () => {
    const plan = await stage.show('Too much.');
    await press(plan, 'Retire version 2');
    const why = inside<HTMLTextAreaElement>(plan, '#why');
    expect(plan.shadowRoot?.activeElement).toBe(why);
    await press(plan, 'Keep it');
    expect(plan.shadowRoot?.activeElement?.id).toBe('retire');
    await press(plan, 'Retire version 2');
    await press(plan, 'Retire it');
    expect(inside(plan, '#why').getAttribute('aria-invalid')).toBe('true');
    expect(textOf(plan)).toContain('10 to 1,000 characters');
    expect(stage.api.callsOf(retirePlan)).toHaveLength(0);
    await expectAccessible(plan);
    await userEvent.fill(inside(plan, '#why'), 'Two of us leave in June.');
    await press(plan, 'Retire it');
    await until(plan, 'Version 2 is retired.');
    await until(plan, 'Follow-up plan, version 1 In force');
    expect(stage.api.callsOf(retirePlan)[0]?.variables).toMatchObject({
      input: { planVersionId: 'version-2', why: 'Two of us leave in June.' },
    });
    plan.path = 'version/2';
    await until(plan, 'Follow-up plan, version 2 Retired before it began retired on Nov 20, 2026, by Max Roe');
    expect(textOf(plan)).toContain('Two of us leave in June.');
    for (const words of ['Activate', 'Sign version 2', 'Retire version 2', 'Discard']) {
      expect([...(plan.shadowRoot?.querySelectorAll('button') ?? [])].map((one) => one.innerText)).not.toContain(words);
    }
    expect(textOf(plan)).toContain('2: Retired before it began');
    await expectAccessible(plan);
  });

  it('shows who manages plans the version in use, where a later one was retired', async () => {
    const retirement = { at: '2026-11-20T21:45:00Z', by: null, why: null };
    stage.versions = [makeVersion({ state: 'retired', retirement }), makeActive()];
    await stage.show('Follow-up plan, version 1 In force');
    const plan = await stage.show('Follow-up plan, version 2 Retired before it began', 'store/store-1/version/2');
    expect(plan.shadowRoot?.querySelector('header blockquote')).toBeNull();
  });

  it('retires nothing that is in force', async () => {
    const plan = await stage.show('In force', 'version/1');
    expect(plan.shadowRoot?.querySelector('#retire, #discard')).toBeNull();
  });

  it('discards a draft that nobody was asked to sign, asked twice, and is back at the version in force', async () => {
    stage.versions = [makeVersion({ unfinished: true }), makeActive()];
    const plan = await stage.show('Too much.');
    await press(plan, 'Discard draft');
    await press(plan, 'Keep it');
    expect(plan.shadowRoot?.activeElement?.id).toBe('discard');
    await press(plan, 'Discard draft');
    await press(plan, 'Discard it');
    await until(plan, 'Version 2 is discarded.');
    await until(plan, 'Follow-up plan, version 1 In force');
    await vi.waitFor(() => expect(plan.shadowRoot?.querySelector('#version')).toBeNull());
  });

  it('reads why not in words when the server refuses, and sees what has changed meanwhile', async () => {
    fits();
    const plan = await stage.show('It fits');
    await press(plan, 'Activate version 2');
    stage.refusal = {
      __typename: 'RefusedError',
      message: 'refused',
      reasons: [{ code: 'planVersion.notDraft', text: 'This version is no draft any more.' }],
    };
    stage.versions = stage.versions.map((version) =>
      version.number === 2 ? makeActive({ id: 'version-2', number: 2 }) : { ...version, state: 'retired' },
    );
    await press(plan, 'Activate now');
    await until(plan, 'This was not done. This version is no draft any more.');
    await until(plan, 'Follow-up plan, version 2 In force');
    await expectAccessible(plan);
  });

  it('does a thing once when the answer was lost and the wish is repeated', async () => {
    fits();
    const plan = await stage.show('It fits');
    await press(plan, 'Activate version 2');
    stage.api.offline = true;
    await press(plan, 'Activate now');
    await until(plan, 'This was not done. There is no connection to the server.');
    stage.api.offline = false;
    await press(plan, 'Activate now');
    await until(plan, 'Version 2 is in force.');
    const keys = stage.api
      .callsOf(activatePlan)
      .map(({ variables }) => (variables['input'] as { readonly key: string }).key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('does not draft from a document that did not come', async () => {
    stage.versions = [makeActive()];
    stage.api.on(planDocument, () => ({ node: null }));
    const plan = await stage.show('In force');
    await press(plan, 'Start a new draft from version 1');
    await until(plan, 'This was not done. This is not there (any more).');
    expect(stage.api.callsOf(draftPlan)).toHaveLength(0);
  });

  it('does once what is pressed twice', async () => {
    fits();
    const plan = await stage.show('It fits');
    await press(plan, 'Activate version 2');
    const button = inside<HTMLButtonElement>(plan, '.asked .main');
    button.click();
    button.click();
    await until(plan, 'Version 2 is in force.');
    expect(stage.api.callsOf(activatePlan)).toHaveLength(1);
  });
});
