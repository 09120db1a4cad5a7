import type { Locator, Page } from 'playwright-core';

/** `<beback-ledger>`: what a customer allows, on the page of the store's people. */
export class LedgerPage {
  readonly #page: Page;
  readonly ledger: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.ledger = page.locator('beback-ledger');
  }

  get title(): Locator {
    return this.ledger.getByRole('heading', { level: 1 });
  }

  /** What was said of the last note. */
  get told(): Locator {
    return this.ledger.locator('#told');
  }

  /** What may be done by a channel for a purpose. */
  line(channel: string, purpose: string): Locator {
    const lines = this.ledger.getByRole('region', { name: channel, exact: true }).locator('summary');
    return lines.filter({ has: this.#page.getByText(purpose, { exact: true }) });
  }

  section(name: string): Locator {
    return this.ledger.getByRole('region', { name });
  }

  async find(customer: string): Promise<void> {
    await this.ledger.getByRole('searchbox').fill(customer);
    await this.ledger.getByRole('button', { name: 'Look up' }).click();
    await this.ledger.getByRole('link', { name: customer }).first().click();
  }

  /** Two taps. */
  async note(said: string): Promise<void> {
    await this.ledger.getByRole('button', { name: said }).click();
    await this.ledger.getByRole('button', { name: 'Note it' }).click();
  }
}
