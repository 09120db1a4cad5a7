import type { Locator, Page } from 'playwright-core';

const TYPING_MILLISECONDS = 20_000;

/** A dealer's own page with `<beback-lead-form>` on it. */
export class DealerPage {
  readonly #page: Page;
  /** What stands in the form's place: its fields, or what became of them. */
  readonly form: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.locator('beback-lead-form section.root');
  }

  async open(url: string): Promise<void> {
    await this.#page.clock.install();
    await this.#page.goto(url);
  }

  async send(values: {
    readonly first: string;
    readonly last: string;
    readonly phone: string;
    readonly comment: string;
  }) {
    await this.form.getByLabel('First name').fill(values.first);
    await this.form.getByLabel('Last name').fill(values.last);
    await this.form.getByLabel('Phone').fill(values.phone);
    await this.form.getByLabel('What would you like to know?').fill(values.comment);
    // People take their time over a form; whoever takes none is looked at first.
    await this.#page.clock.fastForward(TYPING_MILLISECONDS);
    await this.form.getByRole('button', { name: 'Send' }).click();
  }
}
