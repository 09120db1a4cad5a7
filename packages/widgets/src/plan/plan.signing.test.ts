import { signPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { makeActive, makeFittingLoad, makeSignatures, makeVersion } from '../../test/support/plan-make.ts';
import { PlanStage, press, until } from '../../test/support/plan-stage.ts';
import type { Plan } from './plan.ts';

let stage: PlanStage;

beforeEach(() => {
  stage = new PlanStage();
});

const DUE = '2026-11-28T02:00:00Z';
const missing = (name: string, role: 'principal' | 'manager' | 'salesperson', over: object = {}) => ({
  name,
  role,
  required: role !== 'salesperson',
  dueBy: null,
  overdue: false,
  ...over,
});
const OWNER = missing('Pat Poe', 'principal');
const MANAGER = missing('Max Roe', 'manager');
const SELLER = missing('Sam Ortiz', 'salesperson');
const PAT_SIGNED = { name: 'Pat Poe', role: 'principal' as const, at: '2026-11-20T20:00:00Z' };
const CHANGES = [
  {
    path: 'steps.touch-2',
    kind: 'changed' as const,
    before: 'On day 1, best at opening.',
    after: 'On day 2, best at opening.',
  },
  { path: 'steps.touch-3', kind: 'changed' as const, before: 'The same.', after: 'The same.' },
  { path: 'steps.gone', kind: 'removed' as const, before: 'On day 9 an e-mail.', after: null },
  { path: 'clock', kind: 'added' as const, before: null, after: 'A lead is called within 3 minutes.' },
];

const draft = (over: Parameters<typeof makeVersion>[0] = {}) =>
  makeVersion({
    load: makeFittingLoad(),
    signatures: makeSignatures({ total: 3, awaited: true, missing: [OWNER, MANAGER, SELLER] }),
    ...over,
  });
const section = (plan: Plan, name: string) => inside(plan, `section.${name}`).innerText.replaceAll(/\s+/g, ' ');
const narrow = () => {
  const page = mount(document.createElement('div'));
  page.style.inlineSize = '320px';
  return page;
};
const people = (plan: Plan) =>
  [...(plan.shadowRoot?.querySelectorAll<HTMLElement>('.people li') ?? [])].map((one) =>
    one.innerText.replaceAll(/\s+/g, ' ').trim(),
  );

describe('S15 Signed, in <beback-plan>', () => {
  it('names who has not signed a draft, the owner first, then managers, and whom the start waits for', async () => {
    stage.versions = [draft(), makeActive()];
    const plan = await stage.show('Not signed yet');
    expect(section(plan, 'signatures')).toContain('Signatures 0 of 3');
    expect(people(plan)).toEqual([
      'Pat Poe Principal needed to start',
      'Max Roe Manager needed to start',
      'Sam Ortiz Salesperson',
    ]);
    expect(section(plan, 'signatures')).toContain('It starts once the owner and all managers have signed.');
    await expectAccessible(plan);
  });

  it('leads from what may be done to the names it waits for', async () => {
    stage.versions = [draft(), makeActive()];
    const plan = stage.element();
    narrow().append(plan);
    await until(plan, 'Not signed yet');
    await press(plan, 'Signatures: 0 of 3');
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('signatures'));
  });

  it('signs by one clear act, which says what is signed, and shows the name at once', async () => {
    const signatures = makeSignatures({
      signed: 1,
      total: 2,
      awaited: true,
      signedBy: [PAT_SIGNED],
      missing: [MANAGER],
    });
    stage.versions = [draft({ signatures, revision: 3 }), makeActive()];
    const plan = await stage.show('Your signature is missing.');
    await press(plan, 'Sign version 2');
    expect(stage.api.callsOf(signPlan)).toHaveLength(0);
    expect(section(plan, 'signatures')).toContain('You sign version 2, text 3: its 21 steps and 2 rules');
    expect(plan.shadowRoot?.activeElement?.id).toBe('ask');
    await expectAccessible(plan);
    await press(plan, 'Not yet');
    expect(plan.shadowRoot?.activeElement?.id).toBe('sign');
    await press(plan, 'Sign version 2');
    const button = inside<HTMLButtonElement>(plan, '.signatures .asked .main');
    expect(button.innerText).toBe('Sign as Max Roe');
    button.click();
    button.click();
    await until(plan, 'You have signed version 2.');
    await until(plan, 'You signed this version, Nov 20, 2026, 3:45 PM.');
    expect(people(plan)).toEqual(['Pat Poe Principal Nov 20, 2026, 2:00 PM', 'Max Roe Manager Nov 20, 2026, 3:45 PM']);
    expect(section(plan, 'signatures')).toContain('2 of 2');
    expect(section(plan, 'signatures')).toContain('Everybody has signed.');
    expect(stage.api.callsOf(signPlan).map(({ variables }) => variables)).toMatchObject([
      { input: { planVersionId: 'version-2', revision: 3 } },
    ]);
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('signatures'));
    await press(plan, 'Activate version 2');
  });

  it('signs nothing that was changed meanwhile, and shows what was changed before it asks anew', async () => {
    stage.versions = [draft({ revision: 1 }), makeActive()];
    const plan = await stage.show('Your signature is missing.');
    await press(plan, 'Sign version 2');
    const [first, ...others] = draft().sentences;
    if (first === undefined) throw new Error('no sentence');
    const reasons = [{ code: 'planVersion.changed', text: 'The plan was changed after you read it.' }];
    stage.refusal = { __typename: 'RefusedError', message: 'refused', reasons };
    const sentences = [{ ...first, text: 'On day 7 somebody writes a letter.' }, ...others.slice(0, -1)];
    stage.versions = [draft({ revision: 2, sentences }), makeActive()];
    await press(plan, 'Sign as Max Roe');
    await until(plan, 'Changed while you read it');
    const told = section(plan, 'signatures');
    expect(told).toContain('Nothing was signed. Read what changed, then sign the new text.');
    expect(told).toContain('Changed 1 After an Internet lead Now: On day 7 somebody writes a letter. Before: On day 0');
    expect(told).toContain('No longer On day 1 after the delivery');
    await expectAccessible(plan);
    await press(plan, 'Sign version 2');
    expect(textOf(plan)).toContain('You sign version 2, text 2');
    expect(textOf(plan)).not.toContain('Changed while you read it');
    await press(plan, 'Sign as Max Roe');
    await until(plan, 'You have signed version 2.');
    expect(stage.api.callsOf(signPlan).at(-1)?.variables).toMatchObject({ input: { revision: 2 } });
  });

  it('says so when the text is written anew and reads as before', async () => {
    stage.versions = [draft({ revision: 1 }), makeActive()];
    const plan = await stage.show('Your signature is missing.');
    await press(plan, 'Sign version 2');
    stage.versions = [draft({ revision: 2 }), makeActive()];
    plan.refresh();
    await until(plan, 'All sentences read as before: the draft was saved anew');
    expect(plan.shadowRoot?.querySelector('.asked')).toBeNull();
  });

  it('reads why beside the names when the server refuses or is lost, and signs once after all', async () => {
    stage.versions = [draft(), makeActive()];
    const plan = await stage.show('Your signature is missing.');
    await press(plan, 'Sign version 2');
    stage.refusal = { __typename: 'NotAllowedError', message: 'no' };
    await press(plan, 'Sign as Max Roe');
    await until(plan, 'This was not done. This is not yours to see or do.');
    expect(section(plan, 'signatures')).toContain('This was not done.');
    expect(section(plan, 'verdict')).not.toContain('This was not done.');
    stage.api.offline = true;
    await press(plan, 'Sign as Max Roe');
    await until(plan, 'There is no connection to the server.');
    stage.api.offline = false;
    await press(plan, 'Sign as Max Roe');
    await until(plan, 'You have signed version 2.');
    const keys = stage.api.callsOf(signPlan).map(({ variables }) => (variables['input'] as { key: string }).key);
    expect(keys[1]).toBe(keys[2]);
  });

  it('asks a salesperson for a name under the plan in force, with the day by which it is due', async () => {
    stage.capabilities = ['ownDay'];
    stage.reader = { name: 'Sam Ortiz', role: 'salesperson' };
    const signatures = makeSignatures({
      signed: 1,
      total: 3,
      awaited: true,
      signedBy: [PAT_SIGNED],
      missing: [
        { ...MANAGER, dueBy: DUE, overdue: true },
        { ...SELLER, dueBy: DUE },
      ],
    });
    stage.versions = [draft({ load: null }), makeActive({ load: null, signatures, changes: CHANGES })];
    const plan = await stage.show('Your signature is missing.');
    expect(people(plan).slice(0, 2)).toEqual([
      'Max Roe Manager overdue since Nov 27, 2026, 8:00 PM',
      'Sam Ortiz Salesperson due by Nov 27, 2026, 8:00 PM',
    ]);
    await press(plan, 'Sign version 1');
    await press(plan, 'Sign as Sam Ortiz');
    await until(plan, 'You have signed version 1.');
  });

  it('asks nobody for a name under a version that is no longer in force', async () => {
    const signatures = makeSignatures({
      signed: 1,
      total: 2,
      awaited: true,
      signedBy: [PAT_SIGNED],
      missing: [SELLER],
    });
    stage.versions = [makeActive({ state: 'retired', signatures })];
    const plan = await stage.show('No longer in force');
    expect(people(plan)).toEqual(['Pat Poe Principal Nov 20, 2026, 2:00 PM']);
    expect(plan.shadowRoot?.querySelector('#sign')).toBeNull();
  });

  it('tells in words what a version changes: steps by their number, before and now', async () => {
    stage.versions = [draft({ changes: CHANGES }), makeActive()];
    const plan = await stage.show('What it changes');
    const told = section(plan, 'changes');
    expect(told).toContain('Changed 2 After an Internet lead Now: On day 2, best at opening. Before: On day 1,');
    expect(told).toContain('The same. The sentence reads as before; a detail behind it changes.');
    expect(told).toContain('No longer On day 9 an e-mail.');
    expect(told).toContain('New A lead is called within 3 minutes.');
    inside<HTMLAnchorElement>(plan, '.changes a').click();
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('step-touch-2'));
    stage.versions = [makeActive({ changes: [] })];
    expect(section(await stage.show('What it changed'), 'changes')).toContain('the same as the version before');
  });

  it('shows the rules beside the steps, and of a store’s first version no changes', async () => {
    const plan = await stage.show('Rules beside the steps');
    expect(section(plan, 'rules')).toContain('A lead is called within 5 minutes while the store is open.');
    expect(plan.shadowRoot?.querySelector('.changes')).toBeNull();
  });

  it.each(['ltr', 'rtl'])('keeps 40 people and 40 changes in reach on 320 px, written %s', async (dir) => {
    const sellers = Array.from({ length: 30 }, (_, index) => missing(`Seller Number ${index}`, 'salesperson'));
    const managers = Array.from({ length: 9 }, (_, index) => missing(`Manager Number ${index}`, 'manager'));
    const signatures = makeSignatures({ total: 40, awaited: true, missing: [OWNER, ...managers, ...sellers] });
    const changes = Array.from({ length: 40 }, (_, index) => ({
      path: `steps.touch-${index + 1}`,
      kind: 'changed' as const,
      before: 'Before it was a sentence of quite some length, as sentences of plans are.',
      after: 'Now it is a sentence of quite some length, as sentences of plans are.',
    }));
    stage.versions = [draft({ signatures, changes })];
    const page = narrow();
    page.dir = dir;
    const plan = stage.element();
    plan.locale = 'en';
    page.append(plan);
    await until(plan, 'Not signed yet');
    expect(section(plan, 'signatures')).toContain('and 24 more');
    expect(section(plan, 'signatures')).toContain('Manager Number 8');
    expect(section(plan, 'changes')).toContain('and 34 more');
    await press(plan, 'Sign version 2');
    for (const fold of plan.shadowRoot?.querySelectorAll('details') ?? []) fold.open = true;
    expect(people(plan)).toHaveLength(40);
    expectNoOverflow(plan);
    await expectAccessible(plan);
  });

  it('asks nobody to sign what is still being written, and leads who manages it to where it is', async () => {
    const signatures = makeSignatures({ total: 2, awaited: true });
    stage.versions = [makeVersion({ unfinished: true, signatures }), makeActive()];
    const plan = await stage.show('Nobody is asked to sign yet');
    expect(textOf(plan)).toContain('Follow-up plan, version 2 Being written');
    expect(textOf(plan)).not.toContain('Sign version');
    expect(textOf(plan)).not.toContain('Activate');
    plan.editHref = '/plan-editor/';
    await plan.updateComplete;
    const link = inside<HTMLAnchorElement>(plan, 'a.button');
    expect([link.innerText, link.getAttribute('href')]).toEqual([
      'Write on this draft',
      '/plan-editor/#store/store-1/version/2',
    ]);
  });
});
