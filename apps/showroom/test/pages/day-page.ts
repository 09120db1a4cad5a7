import type { Locator, Page } from 'playwright-core';

/** `<beback-task-list>` as a salesperson works with it. */
export class DayPage {
  readonly #list: Locator;

  constructor(page: Page) {
    this.#list = page.locator('beback-task-list');
  }

  get card(): Locator {
    return this.#list.getByRole('article');
  }

  /** Whom the card is about. */
  get customer(): Locator {
    return this.card.getByRole('heading', { level: 3 });
  }

  get status(): Locator {
    return this.#list.getByRole('status').first();
  }

  /** Rows of the tasks that come after the card. */
  next(customer: string): Locator {
    return this.#list.getByRole('region', { name: 'Next' }).getByRole('button', { name: customer });
  }

  /** How much is done and how much is left. */
  get figures(): Locator {
    return this.#list.locator('.counts');
  }

  /** The card, what comes after it, and the figures. */
  get everything(): Locator {
    return this.#list.locator('section.root');
  }

  /** Says how the task ended: two taps. */
  async log(outcome: string): Promise<void> {
    await this.card.getByRole('radio', { name: outcome }).check({ force: true });
    await this.card.getByRole('button', { name: `Log: ${outcome}`, exact: false }).click();
  }
}
