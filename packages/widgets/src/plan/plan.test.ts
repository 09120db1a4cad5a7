import { planVersion, planVersions, viewer } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import {
  makeActive,
  makeFittingLoad,
  makeIdle,
  makeLoad,
  makePeople,
  makeVersion,
  range,
} from '../../test/support/plan-make.ts';
import { PlanStage, press, SIGNED_AT, until } from '../../test/support/plan-stage.ts';
import { failing } from '../../test/support/stub-api.ts';

let stage: PlanStage;

beforeEach(() => {
  stage = new PlanStage();
});

const VERDICT = 'First day over: Tue, Dec 8';

describe('<beback-plan>', () => {
  itBearsAnyPage({
    make: () => stage.element(),
    ready: (plan) => vi.waitFor(() => expect(plan.shadowRoot?.querySelectorAll('.sentences li')).toHaveLength(21)),
    words: { en: 'Too much.', es: 'Demasiado.', fr: 'Trop.' },
  });

  it('says which version it is, how it stands, since when and by whom', async () => {
    const plan = await stage.show(VERDICT);
    expect(textOf(plan)).toContain('Follow-up plan, version 2 Draft Nov 20, 2026, by Max Roe');
    stage.versions = [makeActive({ activatedBy: { id: 'member-1', name: 'Max Roe' } })];
    expect(textOf(await stage.show('In force'))).toContain('In force since Oct 1, 2026, by Max Roe');
    stage.versions = [makeActive({ state: 'retired' })];
    expect(textOf(await stage.show('No longer'))).toContain('No longer in force activated on Oct 1, 2026');
  });

  it('says that it is too much: from which day on, how much, and by which steps', async () => {
    const plan = await stage.show(VERDICT);
    const verdict = inside(plan, '.verdict').innerText.replaceAll(/\s+/g, ' ');
    expect(verdict).toContain('Too much. First day over: Tue, Dec 8');
    expect(verdict).toContain('up to 63.6 on a working day, 50 get done');
    expect(verdict).toContain('These 5 steps are too many: After an Internet lead 16 17 18 19 20');
    expect(verdict).toContain('Not to be activated like this');
    expect(verdict).not.toContain('Activate version');
  });

  it('marks the guilty steps among the sentences by shape and word, and no others', async () => {
    const plan = await stage.show(VERDICT);
    const steps = [...(plan.shadowRoot?.querySelectorAll<HTMLElement>('.sentences li') ?? [])];
    const marked = steps.filter((step) => step.innerText.includes('Too many') && step.querySelector('svg.icon'));
    expect(marked.map(({ id }) => id)).toEqual([16, 17, 18, 19, 20].map((n) => `step-touch-${n}`));
    expect(marked[0]?.innerText).toContain('it brings up to 3.2 on a working day.');
    const heads = [...(plan.shadowRoot?.querySelectorAll<HTMLElement>('.sentences h3') ?? [])];
    expect(heads.map((head) => head.innerText)).toEqual([
      'After an Internet lead 20 steps',
      'After the delivery 1 step',
    ]);
  });

  it('draws the load of each kind of people, who has too much first, with the table behind it', async () => {
    const plan = await stage.show(VERDICT);
    const cards = [...(plan.shadowRoot?.querySelectorAll<HTMLElement>('.carrier') ?? [])];
    const told = cards.map((card) => card.innerText.replaceAll(/\s+/g, ' '));
    expect(told[0]).toContain('Internet 1 person Too much 63.6 of 50 tasks a day Expected: 41.4. Calls: 3.2 of 40.');
    expect(told.slice(1)).toEqual([
      'Showroom floor 2 people Fits Nothing is asked of them.',
      'Managers 1 person Fits Nothing is asked of them.',
    ]);
    const chart = inside(plan, '.over .series');
    expect(chart.getAttribute('aria-label')).toBe(
      'Internet, day by day: on a working day 63.6 at most, 41.4 expected, 50 get done. First day over: Tue, Dec 8.',
    );
    expect([...chart.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['50 get done', 'Tue, Dec 8']);
    expect(inside(plan, '.over .weekdays').getAttribute('aria-label')).toContain('Monday 63.6, Tuesday 63.6');
    inside<HTMLDetailsElement>(plan, '.over details').open = true;
    const rows = [...(plan.shadowRoot?.querySelectorAll<HTMLElement>('.over tbody tr') ?? [])];
    expect(rows).toHaveLength(7 + 45);
    expect(rows[0]?.innerText.replaceAll(/\s+/g, ' ')).toBe('Monday Too much 63.6 41.4');
    expect(rows[7]?.innerText.replaceAll(/\s+/g, ' ').trim()).toBe('Fri, Nov 20 3.2 2.1');
    await expectAccessible(plan);
  });

  it('keeps the words of a chart in its frame in writing from right to left, and the days in their order', async () => {
    const page = mount(document.createElement('div'));
    page.dir = 'rtl';
    const plan = stage.element();
    page.append(plan);
    await until(plan, VERDICT);
    const chart = inside<SVGElement>(plan, '.over .series');
    const frame = chart.getBoundingClientRect();
    const [capacity, first] = [...chart.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
    // Time runs to the left: what stands at the beginning is on the right.
    expect(Math.abs((capacity?.right ?? 0) - frame.right)).toBeLessThan(4);
    expect(first?.left).toBeGreaterThan(frame.left);
    expect(first?.right).toBeLessThan(frame.right);
  });

  it('draws calls where these alone are too many', async () => {
    const load = { atMost: { tasks: 45, calls: 45 }, expected: { tasks: 40, calls: 40 } };
    const over = { load, firstDayOver: null, firstDayOverInCalls: '2026-12-01', overSteps: ['touch-9'] };
    stage.versions = [makeVersion({ load: makeLoad({ people: [makePeople(over)] }) })];
    const plan = await stage.show('First day over: Tue, Dec 1');
    expect(textOf(plan)).toContain('45 of 40 calls a day Expected: 40. Tasks: 45 of 50.');
  });

  it('says of single days over what becomes of them', async () => {
    const people = [makePeople({ load: range(700 / 22), overSteps: [], firstDayOver: '2026-12-14' })];
    stage.versions = [makeVersion({ load: makeFittingLoad({ people }) })];
    const plan = await stage.show('It fits');
    expect(textOf(plan)).toContain(
      'Single days go over, the first on Mon, Dec 14: what finds no room moves to the next',
    );
  });

  it('says who does it, and with which leads it was reckoned', async () => {
    const plan = await stage.show(VERDICT);
    expect(inside(plan, '.split').innerText.replaceAll(/\s+/g, ' ')).toContain(
      'People 63.6 expected 41.4 Managers 1.3 expected 0.8 The system 12.7 expected 8.3',
    );
    const leads = inside(plan, '.leads').innerText.replaceAll(/\s+/g, ' ');
    expect(leads).toContain('Reckoned with a month Internet leads 70 Phone-ups 0');
    expect(leads).toContain('Named by hand for this version.');
    stage.versions = [makeActive()];
    expect(textOf(await stage.show('In force'))).toContain('Counted: what came in over the last 30 days.');
  });

  it('leads from a guilty step to its sentence and tells the page, by keyboard too', async () => {
    const plan = await stage.show(VERDICT);
    const told: string[] = [];
    plan.addEventListener('beback-navigate', ({ path }) => told.push(path));
    const link = inside<HTMLAnchorElement>(plan, '.accused a');
    expect(link.getAttribute('aria-label')).toBe('After an Internet lead, step 16');
    expect(link.getAttribute('href')).toBe('#store/store-1/version/2/step/touch-16');
    link.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('step-touch-16'));
    expect(told).toEqual(['store/store-1/version/2/step/touch-16']);
    expect(inside(plan, '#step-touch-16').getAttribute('aria-current')).toBe('true');
    const { top, bottom } = inside(plan, '#step-touch-16').getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);
  });

  it('opens at the step of an address', async () => {
    const plan = await stage.show('In force', 'store/store-1/version/1/step/thanks');
    await vi.waitFor(() => expect(plan.shadowRoot?.activeElement?.id).toBe('step-thanks'));
  });

  it('lets the reader choose among the versions, the latest first', async () => {
    const plan = await stage.show(VERDICT);
    const chooser = inside<HTMLSelectElement>(plan, '#version');
    expect([...chooser.options].map(({ text }) => text)).toEqual(['2: Draft', '1: In force']);
    await userEvent.selectOptions(chooser, '1');
    await until(plan, 'Follow-up plan, version 1 In force');
    expect(plan.path).toBe('store/store-1/version/1');
  });

  it('lets who sees several stores choose one, and stays with the store that the page names', async () => {
    stage.stores = [...stage.stores, { id: 'store-2', name: 'Aspen Ford', zone: 'America/Denver' }];
    const plan = await stage.show(VERDICT);
    await userEvent.selectOptions(inside<HTMLSelectElement>(plan, '#store'), 'store-2');
    await vi.waitFor(() => expect(stage.api.callsOf(planVersions).at(-1)?.variables).toEqual({ storeId: 'store-2' }));
    expect(plan.path).toBe('store/store-2');
    const fixed = stage.element();
    fixed.storeId = 'store-1';
    fixed.path = 'store/store-2/version/1';
    mount(fixed);
    await until(fixed, 'Follow-up plan, version 1');
    expect(stage.api.callsOf(planVersions).at(-1)?.variables).toEqual({ storeId: 'store-1' });
    expect(fixed.shadowRoot?.querySelector('#store')).toBeNull();
    expect(inside(fixed, '.sentences a').getAttribute('href')).toBe('#version/1/step/touch-1');
  });

  it('shows a salesperson the plan in force in sentences, without its load and without anything to press', async () => {
    stage.capabilities = ['ownDay'];
    stage.versions = stage.versions.map((version) => ({ ...version, load: null }));
    const plan = await stage.show('Follow-up plan, version 1 In force');
    expect(plan.shadowRoot?.querySelectorAll('.sentences li')).toHaveLength(21);
    expect(plan.shadowRoot?.querySelectorAll('.verdict, .carrier, .split, .leads, button')).toHaveLength(0);
    await expectAccessible(plan);
  });

  it('lets who sees the load and does not manage the plan see why not, and do nothing', async () => {
    stage.capabilities = ['storeBoard', 'groupBoard'];
    const plan = await stage.show(VERDICT, 'version/2');
    expect(textOf(plan)).toContain('Whoever manages the plan can activate it.');
    expect(plan.shadowRoot?.querySelectorAll('button, form')).toHaveLength(0);
  });

  it('shows whose word stands for a load, on what day and why', async () => {
    const loadOverride = { at: SIGNED_AT, note: 'Two students help.', by: { id: 'm', name: 'Max Roe' } };
    stage.versions = [makeActive({ load: null, loadOverride })];
    stage.capabilities = ['ownDay'];
    const plan = await stage.show('Max Roe signed for this load, Nov 20, 2026, 3:45 PM: Two students help.');
    await expectAccessible(plan);
  });

  it.each([
    ['a department without people', makeIdle('bdc', 0), 0],
    ['steps that nobody is there for', makePeople({ carrier: 'bdc', people: 0 }), 1],
  ])('draws of %s what is asked', async (_, one, cards) => {
    stage.versions = [makeVersion({ load: makeLoad({ people: [one] }) })];
    const plan = await stage.show('Load against capacity');
    expect(plan.shadowRoot?.querySelectorAll('.carrier')).toHaveLength(cards);
  });

  it('fits 320 px and is open to everybody with everything unfolded', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    const plan = stage.element();
    plan.locale = 'fr';
    page.append(plan);
    await until(plan, 'Trop.');
    await press(plan, 'Signer pour la charge');
    for (const fold of plan.shadowRoot?.querySelectorAll('details') ?? []) fold.open = true;
    expectNoOverflow(plan);
    await expectAccessible(plan);
  });
});

describe('<beback-plan> without a plan to show', () => {
  it('says what it waits for, why it failed, and tries again', async () => {
    stage.api.on(planVersions, (_, count) => (count === 1 ? failing('bug') : { planVersions: [] }));
    const plan = mount(stage.element());
    plan.locale = 'en';
    await plan.updateComplete;
    expect(textOf(plan)).toContain('Fetching the plan …');
    await until(plan, 'The plan could not be fetched. Something went wrong at the server.');
    await expectAccessible(plan);
    await press(plan, 'Try again');
    await until(plan, 'This store has no plan yet.');
    await expectAccessible(plan);
  });

  it('keeps what it shows, and says so, when the server is lost', async () => {
    const plan = await stage.show(VERDICT);
    stage.api.offline = true;
    plan.refresh();
    await until(plan, 'There is no connection to the server.');
    expect(textOf(plan)).toContain(VERDICT);
  });

  it.each([
    ['a store that is not theirs', () => stage.api.on(planVersions, () => failing('notAllowed')), 'not yours'],
    ['a version that is gone', () => stage.api.on(planVersion, () => ({ node: null })), 'not there any more'],
  ])('says so at %s', async (_, arrange, words) => {
    arrange();
    await stage.show(words, 'store/store-9');
  });

  it('leads from a version that never was to the latest', async () => {
    const plan = await stage.show('This version is not there any more.', 'store/store-1/version/9');
    await press(plan, 'Show the latest version');
    await until(plan, 'Follow-up plan, version 2');
  });

  it('tells who works in no store', async () => {
    stage.stores = [];
    await stage.show('You work in no store');
  });

  it('tells a signed-out person to sign in, and the page too', async () => {
    stage.api.on(viewer, () => ({ viewer: null }));
    const plan = stage.element();
    plan.signInHref = '/signin/';
    const told = vi.fn();
    plan.addEventListener('beback-sign-in-needed', told);
    mount(plan);
    await until(plan, 'Your session has ended.');
    expect(told).toHaveBeenCalledOnce();
    await expectAccessible(plan);
  });
});
