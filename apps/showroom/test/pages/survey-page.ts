import type { Locator, Page } from 'playwright-core';

/** `<beback-survey>` behind a buyer's personal link. */
export class SurveyPage {
  readonly #page: Page;
  readonly #survey: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#survey = page.locator('beback-survey');
  }

  get title(): Locator {
    return this.#survey.getByRole('heading', { level: 2 });
  }

  get questions(): Locator {
    return this.#survey.getByRole('group');
  }

  async open(link: string): Promise<void> {
    await this.#page.goto(link);
  }

  /** Answers the questions in their order, from worst (1) to best. */
  async answer(values: readonly number[], comment: string): Promise<void> {
    for (const [index, value] of values.entries()) {
      await this.questions
        .nth(index)
        .getByRole('radio', { name: `${value} of ` })
        .check({ force: true });
    }
    await this.#survey.getByRole('textbox').fill(comment);
    await this.#survey.getByRole('button', { name: 'Send' }).click();
  }
}
