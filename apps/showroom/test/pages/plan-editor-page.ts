import type { Locator, Page } from 'playwright-core';

/** `<beback-plan-editor>` as a manager writes with it. */
export class PlanEditorPage {
  readonly #editor: Locator;

  constructor(page: Page) {
    this.#editor = page.locator('beback-plan-editor');
  }

  get title(): Locator {
    return this.#editor.getByRole('heading', { level: 1 });
  }

  /** What came of the last wish. */
  get status(): Locator {
    return this.#editor.getByRole('status').first();
  }

  /** Whether it fits, whether it is saved. */
  get bar(): Locator {
    return this.#editor.getByRole('region', { name: 'This draft' });
  }

  /** What is shown before it is handed in. */
  get handingIn(): Locator {
    return this.#editor.locator('section.changes');
  }

  /** Somebody else saved another text meanwhile. */
  get meanwhile(): Locator {
    return this.#editor.locator('section.meanwhile');
  }

  get verdict(): Locator {
    return this.#editor.locator('.verdict');
  }

  step(id: string): Locator {
    return this.#editor.locator(`#step-${id}`);
  }

  /** What is said where the page has nothing to write. */
  get told(): Locator {
    return this.#editor.locator('.root');
  }

  async press(name: string): Promise<void> {
    await this.#editor.getByRole('button', { name, exact: true }).click();
  }

  async openStep(id: string): Promise<void> {
    await this.step(id)
      .getByRole('button', { name: /^Change: / })
      .click();
  }

  /** Opens a part of the rules beside the steps. */
  async openPart(name: string): Promise<void> {
    await this.#editor.locator('summary').filter({ hasText: name }).click();
  }

  async fill(path: string, value: string): Promise<void> {
    await this.#editor.locator(`#f-${path}`).fill(value);
  }
}
