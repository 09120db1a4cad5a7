import type { Locator, Page } from 'playwright-core';

/** `<beback-trial>` as those read it who answer for a store. */
export class TrialPage {
  readonly #page: Page;
  readonly #trial: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#trial = page.locator('beback-trial');
  }

  /** All that it says. */
  get text(): Locator {
    return this.#trial.locator('.root');
  }

  /** Where the trial stands, and the owner's word. */
  get progress(): Locator {
    return this.#trial.locator('section[aria-labelledby=progress]');
  }

  /** Whether automation is locked, and what go would change. */
  get lock(): Locator {
    return this.#trial.locator('.lock');
  }

  /** What may be done, or who may. */
  get deciding(): Locator {
    return this.#trial.locator('section[aria-labelledby=deciding]');
  }

  get beginning(): Locator {
    return this.#trial.locator('section[aria-labelledby=beginning]');
  }

  /** One line a person, and one of all. */
  get people(): Locator {
    return this.#trial.locator('.people li');
  }

  get why(): Locator {
    return this.#trial.locator('#why');
  }

  async chooseMonths(count: number): Promise<void> {
    await this.#trial.locator('#months').selectOption(String(count));
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#trial.getByRole('button', { name, exact: true }).click();
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }
}
