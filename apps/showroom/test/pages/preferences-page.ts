import type { Locator, Page } from 'playwright-core';

/** `<beback-preferences>` behind a customer's personal link. */
export class PreferencesPage {
  readonly #page: Page;
  readonly #choices: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#choices = page.locator('beback-preferences');
  }

  get title(): Locator {
    return this.#choices.getByRole('heading', { level: 2 });
  }

  get stop(): Locator {
    return this.#choices.getByRole('button', { name: 'Stop everything' });
  }

  get save(): Locator {
    return this.#choices.getByRole('button', { name: 'Save my choices' });
  }

  /** What was said after saving. */
  get told(): Locator {
    return this.#choices.getByRole('status');
  }

  get boxes(): Locator {
    return this.#choices.getByRole('checkbox');
  }

  get ticked(): Locator {
    return this.#choices.getByRole('checkbox', { checked: true });
  }

  box(channel: string, purpose: string): Locator {
    return this.#choices.getByRole('group', { name: channel }).getByRole('checkbox', { name: purpose });
  }

  /** Opens the link anew, as from the mail: the same page with another fragment would not load again. */
  async open(link: string): Promise<void> {
    await this.#page.goto('about:blank');
    await this.#page.goto(link);
  }
}
