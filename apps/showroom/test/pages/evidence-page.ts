import type { Locator, Page } from 'playwright-core';

/** `<beback-evidence>`: the file of a number or an address. */
export class EvidencePage {
  readonly file: Locator;

  constructor(page: Page) {
    this.file = page.locator('beback-evidence');
  }

  /** All that the element shows. */
  get everything(): Locator {
    return this.file.locator('.root');
  }

  get title(): Locator {
    return this.file.getByRole('heading', { level: 2 }).first();
  }

  get entries(): Locator {
    return this.file.locator('.entry');
  }

  async open(asked: string): Promise<void> {
    await this.file.getByLabel('Phone number or e-mail address').fill(asked);
    await this.file.getByRole('button', { name: 'Open the file' }).click();
  }
}
