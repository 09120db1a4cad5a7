import { submitSurvey, survey } from '@beback/client/public';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import { answer, ready, SurveyStage, until } from '../../test/support/survey-stage.ts';
import type { SurveySentEvent } from '../events/survey-sent-event.ts';
import { Survey } from './survey.ts';

let stage: SurveyStage;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  stage = new SurveyStage();
});

describe('<beback-survey>', () => {
  itBearsAnyPage({
    // The language of the invitation is the buyer's: here the page's own is to be seen.
    make: () => {
      stage.page = stage.page && {
        ...stage.page,
        locale: (document.querySelector('div[lang]')?.getAttribute('lang') ?? 'en') as 'en',
      };
      return stage.element();
    },
    ready,
    words: { en: 'How was it at Cedar Ford?', es: '¿Qué tal en Cedar Ford?', fr: 'Comment était-ce chez Cedar Ford ?' },
  });

  it('asks the questions of the questionnaire, and hands in answers and comment', async () => {
    const element = await stage.show();
    expect(textOf(element)).toContain('You were looked after by Sam Ortiz.');
    expect(textOf(element)).toContain('Did you get what you wanted? 1 2 3 4 5 Not at all Very much');
    const sent = new Promise<SurveySentEvent>((resolve) =>
      element.addEventListener('beback-survey-sent', resolve, { once: true }),
    );
    await answer(element, 'happy', 5);
    await answer(element, 'wanted', 4);
    await answer(element, 'recommend', 2);
    inside<HTMLTextAreaElement>(element, 'textarea').value = ' It took long. ';
    inside(element, 'button').click();
    await until(element, 'Thank you Cedar Ford thanks you for your time.');
    expect(stage.answers).toEqual([
      { questionId: 'happy', value: 5 },
      { questionId: 'wanted', value: 4 },
      { questionId: 'recommend', value: 2 },
    ]);
    expect(stage.comment).toBe('It took long.');
    expect((await sent).already).toBe(false);
    expect(element.shadowRoot?.activeElement?.id).toBe('title');
    await expectAccessible(element);
  });

  it('says that a second submit changed nothing', async () => {
    const element = await stage.show();
    stage.answers = [{ questionId: 'happy', value: 1 }];
    for (const id of ['happy', 'wanted', 'recommend']) await answer(element, id, 5);
    inside(element, 'button').click();
    await until(element, 'You have answered already Your first answers stand.');
    expect(stage.answers).toEqual([{ questionId: 'happy', value: 1 }]);
  });

  it('says so at once when it was answered before', async () => {
    stage.page = stage.page && { ...stage.page, answered: true };
    const element = mount(stage.element());
    await until(element, 'You have answered already');
  });

  it('says that a link is gone when it is unknown, expired or missing', async () => {
    const element = stage.element();
    element.token = 'other';
    mount(element);
    await until(element, 'This link does not work any more');
    await expectAccessible(element);
    const bare = new Survey();
    bare.fetch = stage.api.fetch;
    mount(bare);
    await until(bare, 'This link does not work any more');
    expect(stage.api.callsOf(survey)).toHaveLength(1);
  });

  it('has nothing chosen, says which answers are missing, and puts the reader at the first', async () => {
    const element = await stage.show();
    expect(element.shadowRoot?.querySelectorAll('input:checked')).toHaveLength(0);
    await answer(element, 'happy', 3);
    inside(element, 'button').click();
    await until(element, '2 questions are not answered yet.');
    const focused = element.shadowRoot?.activeElement as HTMLInputElement;
    expect([focused.name, focused.value]).toEqual(['wanted', '1']);
    expect(inside(element, '#wanted-fault').innerText).toBe('Choose an answer.');
    expect(stage.api.callsOf(submitSurvey)).toHaveLength(0);
    await expectAccessible(element);
    await answer(element, 'wanted', 3);
    expect(inside(element, '#wanted-fault').innerText).toBe('');
  });

  it('is answered by keyboard alone', async () => {
    const element = await stage.show();
    inside(element, 'input[name=happy]').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Tab} {Tab}{ArrowLeft}{Tab}Fine{Tab}{Enter}');
    await until(element, 'Thank you');
    expect(stage.answers?.map((one) => one.value)).toEqual([3, 1, 5]);
    expect(stage.comment).toBe('Fine');
  });

  it('keeps the answers through a reload', async () => {
    const element = await stage.show();
    await answer(element, 'happy', 4);
    element.remove();
    const again = await stage.show();
    expect(inside<HTMLInputElement>(again, 'input[name=happy][value="4"]').checked).toBe(true);
  });

  it('sends what a dead network held back when it is back', async () => {
    const element = await stage.show();
    for (const id of ['happy', 'wanted', 'recommend']) await answer(element, id, 5);
    stage.api.offline = true;
    inside(element, 'button').click();
    await until(element, 'There is no connection. Your answers are kept');
    await expectAccessible(element);
    stage.api.offline = false;
    globalThis.dispatchEvent(new Event('online'));
    await until(element, 'Thank you');
  });

  it('says why the questions could not be fetched, and tries again', async () => {
    stage.api.on(survey, (_, count) => (count === 1 ? failing('limited') : { survey: stage.page }));
    const element = mount(stage.element());
    await until(element, 'Too many tries came from here.');
    inside(element, 'button').click();
    await ready(element);
  });

  it("speaks the invitation's language unless the page says otherwise", async () => {
    stage.page = stage.page && { ...stage.page, locale: 'es' };
    const element = await stage.show();
    expect(textOf(element)).toContain('¿Qué tal en Cedar Ford?');
    element.locale = 'fr';
    await vi.waitFor(() => expect(textOf(element)).toContain('Comment était-ce'));
  });

  it('keeps its height at 320 px from the first paint to the thanks', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    const element = mount(stage.element(), page);
    await element.updateComplete;
    const first = element.getBoundingClientRect().height;
    await ready(element);
    expect(element.getBoundingClientRect().height).toBe(first);
    for (const id of ['happy', 'wanted', 'recommend']) await answer(element, id, 5);
    inside(element, 'button').click();
    await until(element, 'Thank you');
    expect(element.getBoundingClientRect().height).toBe(first);
  });
});
