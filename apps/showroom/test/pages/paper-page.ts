import type { Locator, Page } from 'playwright-core';

/** Printing day sheets, and keying in what stands on them. */
export class PaperPage {
  readonly page: Page;
  readonly sheets: Locator;
  readonly rows: Locator;
  readonly entry: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sheets = page.locator('beback-day-sheet');
    this.rows = page.locator('beback-day-sheet tbody tr');
    this.entry = page.locator('beback-key-in');
  }

  /** Goes to printing or keying in. */
  async show(view: 'Print day sheets' | 'Key in results'): Promise<void> {
    await this.page.getByRole('link', { name: view }).click();
  }

  async print(whose: 'mine' | 'all', paper: 'a4' | 'letter'): Promise<void> {
    await this.page.locator('#whose').selectOption(whose);
    await this.page.locator('#paper').selectOption(paper);
    await this.rows.first().waitFor();
  }

  codeOf(row: Locator): Promise<string> {
    return row.locator('.sign').innerText();
  }

  /** By the keyboard alone, from the code on. */
  async keyIn(code: string, outcome: string): Promise<void> {
    await this.entry.locator('#code').focus();
    await this.page.keyboard.type(code);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(outcome);
    await this.page.keyboard.press('Enter');
  }

  row(customer: string): Locator {
    return this.entry.locator('li').filter({ hasText: customer });
  }
}
