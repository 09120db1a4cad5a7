import type { Locator, Page } from 'playwright-core';

/** Where a manager hands a phone system's export in. */
export class RecordsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get status(): Locator {
    return this.#page.getByRole('status');
  }

  get fault(): Locator {
    return this.#page.getByRole('alert');
  }

  /** @param until - as the field takes it, by the store's clock: `2026-11-20T16:20` */
  async upload(content: string | Buffer, until: string): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content;
    await this.#page.getByLabel('File').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer });
    await this.#page.getByLabel('Complete until').fill(until);
    await this.send();
  }

  async send(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Upload' }).click();
  }
}
