import type { Locator, Page } from 'playwright-core';

/** What left the house, as the administrator sees it. */
export class OutboxPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The mails to an address, each with its subject and what became of it. */
  mailsTo(address: string): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: address });
  }
}
