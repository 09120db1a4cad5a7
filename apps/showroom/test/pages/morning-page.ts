import type { Locator, Page } from 'playwright-core';

/** `<beback-morning>` as a manager begins the day with it. */
export class MorningPage {
  readonly #page: Page;
  readonly #morning: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#morning = page.locator('beback-morning');
  }

  get title(): Locator {
    return this.#morning.getByRole('heading', { level: 1 });
  }

  get people(): Locator {
    return this.#morning.getByRole('region', { name: 'People' });
  }

  /** The line of a person: load, state, what can be done. */
  person(name: string): Locator {
    return this.people.locator('.person').filter({ has: this.#page.locator('.name', { hasText: name }) });
  }

  /** What would move, and to whom. */
  get targets(): Locator {
    return this.#morning.locator('.targets li');
  }

  /** What was said of the last tap. */
  get told(): Locator {
    return this.people.getByRole('status');
  }

  /** The appointments of today and tomorrow that nobody has confirmed. */
  get unconfirmed(): Locator {
    return this.#morning.getByRole('region', { name: 'Appointments not yet confirmed' });
  }

  async askAway(name: string): Promise<void> {
    await this.people.getByRole('button', { name: `${name} is away today` }).click();
  }

  async confirm(name: string): Promise<void> {
    await this.people.getByRole('button', { name: `Mark ${name} away` }).click();
  }

  async back(name: string): Promise<void> {
    await this.people.getByRole('button', { name: `${name} is back` }).click();
  }
}
