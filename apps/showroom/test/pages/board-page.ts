import type { Locator, Page } from 'playwright-core';

/** `<beback-board>` as somebody reads it who wants to get to the bottom of a figure. */
export class BoardPage {
  readonly #page: Page;
  readonly #board: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#board = page.locator('beback-board');
  }

  get title(): Locator {
    return this.#board.getByRole('heading', { level: 1 });
  }

  /** The card of a store that needs a call. */
  need(store: string): Locator {
    return this.#board.getByRole('listitem').filter({ has: this.#page.getByRole('heading', { name: store }) });
  }

  /** What the plan's standards say of the place that is shown, the gravest first. */
  get findings(): Locator {
    return this.#board.getByRole('region', { name: 'Findings' }).getByRole('listitem');
  }

  /** All stores, each a cell of the map. */
  get cells(): Locator {
    return this.#board.getByRole('region', { name: 'All stores' }).getByRole('link');
  }

  /** A line of a table of departments or people. */
  row(name: string): Locator {
    return this.#board.getByRole('row').filter({ has: this.#page.getByRole('link', { name, exact: true }) });
  }

  /** What was logged about a customer, the latest first. */
  activitiesOf(customer: string): Locator {
    return this.#board
      .getByRole('region', { name: 'What was logged' })
      .getByRole('listitem')
      .filter({ hasText: customer });
  }

  /** One side of an activity: `What was logged` or `Phone record`. */
  side(name: string): Locator {
    return this.#board.getByRole('region', { name });
  }

  get figures(): Locator {
    return this.#board.locator('section.root');
  }

  async openStore(name: string): Promise<void> {
    await this.cells.and(this.#board.getByRole('link', { name: `${name}:` })).click();
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole('link', { name, exact: true }).click();
  }
}
