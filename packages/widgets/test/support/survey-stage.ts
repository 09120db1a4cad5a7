import { type SurveyAnswerInput, type SurveyResult, submitSurvey, survey } from '@beback/client/public';
import type { Questionnaire } from '@beback/core';
import { expect, vi } from 'vitest';
import { Survey } from '../../src/survey/survey.ts';
import { NOW } from './make.ts';
import { inside, mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

export const QUESTIONNAIRE = {
  version: 'plan-1' as Questionnaire['version'],
  questions: [
    {
      id: 'happy',
      text: { en: 'Are you happy with your purchase?', es: '¿Está contento?', fr: 'Êtes-vous content ?' },
      scaleTo: 5,
    },
    { id: 'wanted', text: { en: 'Did you get what you wanted?' }, scaleTo: 5 },
    { id: 'recommend', text: { en: 'Would you recommend us?' }, scaleTo: 5 },
  ],
  scaleEnds: {
    worst: { en: 'Not at all', es: 'En absoluto', fr: 'Pas du tout' },
    best: { en: 'Very much', es: 'Totalmente', fr: 'Tout à fait' },
  },
  comment: { text: { en: 'Anything you would like to tell us?' }, maxLength: 2000 },
} satisfies Questionnaire;

type Page = NonNullable<SurveyResult['survey']>;

/** A link's survey as the server keeps it: the first answers stand. */
export class SurveyStage {
  answers: readonly SurveyAnswerInput[] | undefined;
  comment: string | null | undefined;
  time = NOW;
  /** What stands in the way of answers: another answer, or none in time; undefined: they are taken. */
  inTheWay: (() => Response | Promise<undefined>) | undefined;
  page: Page | null = {
    storeName: 'Cedar Ford',
    salespersonName: 'Sam Ortiz',
    locale: 'en',
    questionnaire: QUESTIONNAIRE,
    answered: false,
  };
  readonly api = new StubApi()
    .on(survey, ({ token }) => ({ survey: token === 'tok-1' ? this.page : (this.#others.get(token) ?? null) }))
    .on(submitSurvey, async ({ input }) => {
      const hindrance = await this.inTheWay?.();
      if (hindrance !== undefined) return hindrance;
      const already = this.answers !== undefined;
      this.answers ??= input.answers;
      this.comment ??= input.comment;
      return {
        submitSurvey: {
          __typename: 'SubmitSurveySuccess' as const,
          already,
          thanks: 'Cedar Ford thanks you for your time.',
        },
      };
    });

  readonly #others = new Map<string, Page>();

  /** Another link, of another store. */
  also(token: string, storeName: string): void {
    if (this.page !== null) this.#others.set(token, { ...this.page, storeName });
  }

  element(): Survey {
    const element = new Survey();
    element.token = 'tok-1';
    element.fetch = this.api.fetch;
    element.now = () => this.time;
    return element;
  }

  async show(element = this.element()): Promise<Survey> {
    mount(element);
    await ready(element);
    return element;
  }
}

export async function ready(element: Survey): Promise<void> {
  await vi.waitFor(() => expect(element.shadowRoot?.querySelectorAll('fieldset')).toHaveLength(3));
}

export async function answer(element: Survey, id: string, value: number): Promise<void> {
  inside(element, `input[name="${id}"][value="${value}"]`).click();
  await element.updateComplete;
}

export async function answerAll(element: Survey, value: number): Promise<void> {
  for (const { id } of QUESTIONNAIRE.questions) await answer(element, id, value);
}

export async function until(element: Survey, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(element)).toContain(words), 8000);
}
