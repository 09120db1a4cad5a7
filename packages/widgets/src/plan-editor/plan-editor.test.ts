import { savePlanDraft } from '@beback/client';
import { CHANNELS, defaultPlan, PURPOSES, STEP_ACTORS, STOP_EVENTS, TRIGGERS } from '@beback/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { EditorStage, fieldOf, fill, openStep, press, until } from '../../test/support/editor-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import type { PlanEditor } from './plan-editor.ts';

let stage: EditorStage;

beforeEach(() => {
  localStorage.clear();
  stage = new EditorStage();
});

const SECOND = 'internet-call-10min';
const sentence = (editor: PlanEditor, stepId: string): string => inside(editor, `#step-${stepId} p`).innerText;
const stepsOf = (editor: PlanEditor, trigger: string): readonly string[] =>
  [...(editor.shadowRoot?.querySelectorAll(`section[aria-labelledby='after-${trigger}'] li[id^='step-']`) ?? [])].map(
    ({ id }) => id.slice('step-'.length),
  );
const focused = (editor: PlanEditor): Element | null | undefined => editor.shadowRoot?.activeElement;
const bar = (editor: PlanEditor): string => inside(editor, '.bar[role]').innerText.replaceAll(/\s+/g, ' ');

describe('S15 <beback-plan-editor>', () => {
  itBearsAnyPage({
    make: () => stage.element(),
    ready: (editor) => vi.waitFor(() => expect(editor.shadowRoot?.querySelectorAll('.carrier').length).toBe(3)),
    words: { en: 'Writing version 2', es: 'Redacción de la versión 2', fr: 'Rédaction de la version 2' },
  });

  it.each(['light', 'dark'] as const)('is accessible and fits 320 px with all its forms open, in %s', async (theme) => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    page.style.background = theme === 'dark' ? '#101315' : '#ffffff';
    const editor = stage.element();
    Object.assign(editor, { theme, locale: 'fr', path: `step/${SECOND}` });
    page.append(editor);
    await until(editor, 'Rédaction');
    for (const part of editor.shadowRoot?.querySelectorAll('details') ?? []) part.open = true;
    await openStep(editor, SECOND);
    expectNoOverflow(editor);
    await expectAccessible(page);
  });

  it('offers all that the core knows: a new trigger, channel or unit appears by itself', async () => {
    const editor = await stage.show();
    await openStep(editor, SECOND);
    const offered = (label: string): readonly string[] =>
      [...(fieldOf(editor, label) as HTMLSelectElement).options].map(({ value }) => value);
    expect(offered('How')).toEqual([...CHANNELS]);
    expect(offered('What for')).toEqual([...PURPOSES]);
    expect(offered('Who')).toEqual([...STEP_ACTORS]);
    expect(offered('Counted in')).toContain('days');
    const stops = [...(editor.shadowRoot?.querySelectorAll<HTMLInputElement>('.form input[type=checkbox]') ?? [])];
    expect(stops.map(({ value }) => value)).toEqual([...STOP_EVENTS]);
    const triggers = [...(editor.shadowRoot?.querySelectorAll('.sentences section') ?? [])];
    expect(triggers.map((one) => one.getAttribute('aria-labelledby'))).toEqual(TRIGGERS.map((one) => `after-${one}`));
  });

  it('lets the sentence move along as a step is changed', async () => {
    const editor = await stage.show();
    await openStep(editor, SECOND);
    expect(sentence(editor, SECOND)).toContain('10 to 20 minutes');
    await fill(editor, 'For so long', '25');
    await fill(editor, 'Who', 'bdc');
    expect(sentence(editor, SECOND)).toContain('10 to 35 minutes');
    expect(sentence(editor, SECOND)).toContain('the BDC calls the customer');
    await fill(editor, 'Counted in', 'days');
    expect(sentence(editor, SECOND)).toContain('From day 10 to day 35');
    expect(bar(editor)).toContain('Not saved yet');
  });

  it('S04: lets the load move along: who gets too much, from which day on, and by which steps', async () => {
    const editor = await stage.show();
    expect(bar(editor)).toContain('Fits');
    inside<HTMLDetailsElement>(editor, '#part-capacity').open = true;
    const [tasks, calls] = ['tasks', 'calls'].map((unit) =>
      inside<HTMLInputElement>(editor, `#f-capacity-internet-${unit}`),
    );
    for (const input of [calls, tasks]) {
      if (input === undefined) throw new Error('the capacity of the Internet department has two fields');
      input.value = '20';
      input.dispatchEvent(new Event('input'));
    }
    await until(editor, 'Too much. First day over');
    expect(bar(editor)).toContain('Too much. First day over: ');
    expect(inside(editor, '.verdict').innerText).toContain('up to 31.8 on a working day, 20 get done');
    const guilty = [...(editor.shadowRoot?.querySelectorAll('.sentences li.guilty') ?? [])].map(({ id }) => id);
    expect(guilty.length).toBeGreaterThan(2);
    expect(guilty).toContain('step-internet-call-day14');
    expect(sentence(editor, 'internet-call-day14')).toContain('On day 14');
    await expectAccessible(editor);
  });

  it('says at the field what is wrong there, in the writer’s language, and leads to it', async () => {
    const editor = await stage.show();
    const handOver = 'Hand over after (open minutes)';
    await fill(editor, handOver, '3');
    expect(fieldOf(editor, handOver).getAttribute('aria-invalid')).toBe('true');
    expect(inside(editor, '#part-clock').textContent).toContain('It has to be later than the stage before.');
    await fill(editor, handOver, '');
    expect(inside(editor, '#part-clock').textContent).toContain('Please enter a number from 1 to 1,440.');
    expect(bar(editor)).toContain('1 thing to mend');
    expect(textOf(editor)).toContain('As of your last text without anything to mend.');
    await press(editor, '1 thing to mend');
    await vi.waitFor(() => expect(focused(editor)?.id).toBe('f-clock-handOverAfterOpenMinutes'));
    await expectAccessible(editor);
    editor.locale = 'es';
    await until(editor, '1 cosa por corregir');
    expect(inside(editor, '#part-clock').textContent).toContain('Escriba un número de 1 a 1');
  });

  it('says of rules between fields where they are broken: the clock and the first call are one promise', async () => {
    const editor = await stage.show();
    await fill(editor, 'Call within (open minutes)', '4');
    await press(editor, '1 thing to mend');
    await until(editor, 'the step has to end, in open minutes, when the clock says');
    expect(inside(editor, '#step-internet-call-first').innerText).toContain('1 thing to mend');
    expect(sentence(editor, 'internet-call-first')).toContain('Within 5 minutes');
    await fill(editor, 'For so long', '4');
    expect(bar(editor)).not.toContain('mend');
  });

  it('counts the steps around an appointment from it, and lets no others end by what happens to one', async () => {
    const editor = await stage.show();
    const tick = (event: string): void => inside(editor, `.form input[value='${event}']`).click();
    await openStep(editor, SECOND);
    tick('confirmed');
    await until(editor, 'only the steps around one can end by them');
    tick('confirmed');
    await editor.updateComplete;
    expect(bar(editor)).not.toContain('mend');
    const [ofAppointment = ''] = stepsOf(editor, 'appointmentSet');
    await openStep(editor, ofAppointment);
    await fill(editor, 'Counted in', 'days');
    await until(editor, 'once an appointment is set, steps are counted from it');
    await press(editor, 'Undo');
    await fill(editor, 'Counted in', 'appointmentDays');
    await fill(editor, 'From (minus: before it)', '-2');
    await fill(editor, 'For so long', '5');
    await until(editor, 'It has to end before the appointment.');
  });

  it('does not save what has to be mended, and not twice what is saved', async () => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', '');
    await press(editor, 'Save');
    await fill(editor, 'Name of the plan', 'Ours');
    await press(editor, 'Save');
    await until(editor, 'Version 2 is saved. Nobody is asked to sign it yet.');
    await press(editor, 'Save');
    expect(stage.api.callsOf(savePlanDraft)).toHaveLength(1);
    expect(stage.api.callsOf(savePlanDraft)[0]?.variables['input']).toMatchObject({ revision: 1, unfinished: true });
    expect(stage.saved.name).toBe('Ours');
    await fill(editor, 'Name of the plan', 'Ours, again');
    await press(editor, 'Save');
    await until(editor, 'Saved');
    expect(stage.saved.name).toBe('Ours, again');
  });

  it('lets a number be typed sign by sign, though a minus alone is none', async () => {
    const editor = await stage.show();
    const [ofAppointment = ''] = stepsOf(editor, 'appointmentSet');
    await openStep(editor, ofAppointment);
    await fill(editor, 'Counted in', 'appointmentDays');
    const from = fieldOf(editor, 'From (minus: before it)') as HTMLInputElement;
    from.focus();
    from.select();
    await userEvent.keyboard('-');
    await until(editor, 'Please enter a number from');
    await userEvent.keyboard('2');
    expect(from.value).toBe('-2');
    expect(bar(editor)).not.toContain('to mend');
    await userEvent.keyboard('{Backspace}');
    await until(editor, 'Please enter a number from');
    await press(editor, 'Undo');
    expect(from.validity.badInput).toBe(false);
    expect(from.value).not.toBe('');
  });

  it('leaves a share as it was typed, and rounds it once the field is left', async () => {
    const editor = await stage.show();
    const share = fieldOf(editor, 'Alarm below this share of documented calls (%)') as HTMLInputElement;
    inside<HTMLDetailsElement>(editor, '#part-standards').open = true;
    share.focus();
    share.select();
    await userEvent.keyboard('33.35');
    expect(share.value).toBe('33.35');
    await userEvent.keyboard('{Tab}');
    expect(share.value).toBe('33.4');
    await press(editor, 'Save');
    await until(editor, 'is saved');
    expect(stage.saved.standards.documentedShareAlarm).toBe(0.334);
  });

  it('folds all action plans but the first, and says on each what is behind it', async () => {
    const editor = await stage.show();
    const folds = [...(editor.shadowRoot?.querySelectorAll<HTMLDetailsElement>('.fold') ?? [])];
    expect(folds.map(({ open }) => open)).toEqual(TRIGGERS.map((_, at) => at === 0));
    const lost = inside<HTMLDetailsElement>(editor, ".fold:has([id^='step-lost'])");
    expect(lost.querySelector('summary')?.innerText).toContain('After the loss of the deal 3 steps');
    const [first = ''] = stepsOf(editor, 'lost');
    await openStep(editor, first);
    expect([lost.open, focused(editor)?.closest('li')?.id]).toEqual([true, `step-${first}`]);
    await fill(editor, 'For so long', '');
    expect(lost.querySelector('summary')?.innerText).toContain('1 thing to mend');
    await press(editor, 'Undo');
    await openStep(editor, first);
    expect(lost.open).toBe(true);
  });

  it('opens the fold of the step that an address names', async () => {
    const [first = ''] = stepsOf(await stage.show(), 'lost');
    const editor = await stage.show('Writing version 2', `version/2/step/${first}`);
    await vi.waitFor(() => expect(focused(editor)?.closest('li')?.id).toBe(`step-${first}`));
    expect(inside<HTMLDetailsElement>(editor, `.fold:has(#step-${first})`).open).toBe(true);
  });

  it('goes back and forth, by buttons and by keys; what is typed in one field is one step', async () => {
    const editor = await stage.show();
    for (const name of ['O', 'Ou', 'Ours']) await fill(editor, 'Name of the plan', name);
    await fill(editor, 'Call within (open minutes)', '4');
    await press(editor, 'Undo');
    expect(fieldOf(editor, 'Call within (open minutes)').value).toBe('5');
    await press(editor, 'Undo');
    expect(fieldOf(editor, 'Name of the plan').value).toBe(defaultPlan().name);
    expect(bar(editor)).toContain('Saved');
    fieldOf(editor, 'Name of the plan').focus();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await vi.waitFor(() => expect(fieldOf(editor, 'Name of the plan').value).toBe('Ours'));
    await userEvent.keyboard('{Control>}z{/Control}');
    await vi.waitFor(() => expect(fieldOf(editor, 'Name of the plan').value).toBe(defaultPlan().name));
    await userEvent.keyboard('{Control>}y{/Control}');
    await userEvent.keyboard('{Control>}s{/Control}');
    await until(editor, 'Version 2 is saved.');
    expect(stage.saved.name).toBe('Ours');
  });

  it('adds, copies, moves and removes steps, and keeps the focus where the writer is', async () => {
    const editor = await stage.show();
    const before = stepsOf(editor, 'lost');
    inside(editor, '#add-lost').click();
    await until(editor, 'A step was added.');
    const added = stepsOf(editor, 'lost').at(-1) ?? '';
    expect(stepsOf(editor, 'lost')).toEqual([...before, added]);
    expect(sentence(editor, added)).toContain('On day 91 after the loss of the deal');
    expect(focused(editor)?.closest('li')?.id).toBe(`step-${added}`);
    await press(editor, 'Move up');
    await until(editor, 'The step is now in place 3.');
    expect(stepsOf(editor, 'lost')).toEqual([before[0], before[1], added, before[2]]);
    expect(focused(editor)?.textContent?.trim()).toBe('Move up');
    await press(editor, 'Copy');
    const copied = stepsOf(editor, 'lost')[3] ?? '';
    expect(sentence(editor, copied)).toContain('On day 92');
    await press(editor, 'Remove');
    await until(editor, 'The step was removed.');
    expect(stepsOf(editor, 'lost')).toEqual([before[0], before[1], added, before[2]]);
    expect(focused(editor)?.closest('li')?.id).toBe(`step-${before[2]}`);
    await press(editor, 'Undo');
    expect(stepsOf(editor, 'lost')).toContain(copied);
    await expectAccessible(editor);
  });

  it('adds a question to the survey, and asks for its words', async () => {
    const editor = await stage.show();
    const part = inside<HTMLDetailsElement>(editor, '#part-survey');
    part.open = true;
    await press(editor, 'Add');
    expect(part.textContent).toContain('Please write something here.');
    const fields = [...part.querySelectorAll<HTMLElement>("textarea[id$='text-en']")];
    expect(fields).toHaveLength(4);
    await userEvent.fill(fields[3] as HTMLElement, 'Would you come again?');
    await until(editor, 'It has to be below the highest answer of each question.');
    await userEvent.fill(part.querySelectorAll<HTMLInputElement>("input[id$='scaleTo']")[3] as HTMLInputElement, '5');
    expect(bar(editor)).not.toContain('mend');
    await press(editor, 'Save');
    await until(editor, 'is saved');
    expect(stage.saved.survey.questions[3]).toMatchObject({ text: { en: 'Would you come again?' }, scaleTo: 5 });
  });
});
