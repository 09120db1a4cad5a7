import type { Locator, Page } from 'playwright-core';

/** Where the first administrator begins. */
export class SetUpPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get groupName(): Locator {
    return this.#page.getByLabel('Name of the group');
  }

  get button(): Locator {
    return this.#page.getByRole('button', { name: 'Set up' });
  }

  get fault(): Locator {
    return this.#page.getByRole('alert');
  }

  async fill({ password = 'correct horse battery' }: { readonly password?: string }): Promise<void> {
    await this.groupName.fill('Lakeside Group');
    await this.#page.getByLabel('Name of the first store').fill('Lakeside Ford');
    await this.#page.getByLabel('Its phone number').fill('(312) 555-0144');
    await this.#page.getByLabel('Time zone').selectOption('America/Chicago');
    await this.#page.getByLabel('Your name').fill('Ida Osei');
    await this.#page.getByLabel('Your e-mail address').fill('ida.osei@lakeside.example');
    await this.#page.getByLabel('A password').fill(password);
  }
}
