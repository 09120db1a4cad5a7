import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What left the house, as the administrator sees it. */
export class OutboxPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The mails to an address, or of them those about something, each with what became of it. */
  mailsTo(address: string, about = ''): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: address }).filter({ hasText: about });
  }

  /** Goes back page by page until the mail is there, or there are no older ones. */
  async goBackTo(mail: Locator): Promise<void> {
    const older = this.#page.getByRole('button', { name: 'Show older messages' });
    const items = this.#page.getByRole('listitem');
    await items.first().waitFor();
    while ((await mail.count()) === 0 && (await older.count()) > 0) {
      const shown = await items.count();
      await older.click();
      await expect.poll(() => items.count()).toBeGreaterThan(shown);
    }
  }
}
