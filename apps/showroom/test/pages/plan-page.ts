import type { Locator, Page } from 'playwright-core';

/** `<beback-plan>` as a manager reads it and decides. */
export class PlanPage {
  readonly #page: Page;
  readonly #plan: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#plan = page.locator('beback-plan');
  }

  /** Which version it is. */
  get title(): Locator {
    return this.#plan.getByRole('heading', { level: 1 });
  }

  /** How the version stands, since when and by whom. */
  get state(): Locator {
    return this.#plan.locator('header .states');
  }

  /** What came of the last wish. */
  get status(): Locator {
    return this.#plan.getByRole('status').first();
  }

  /** Whether it fits, and what may be done about it. */
  get verdict(): Locator {
    return this.#plan.locator('.verdict');
  }

  /** Who has signed, who has not, and the reader's own act. */
  get signatures(): Locator {
    return this.#plan.locator('section.signatures');
  }

  /** Names under the plan and such as are missing, in the order in which they are told. */
  get names(): Locator {
    return this.signatures.locator('li b');
  }

  /** What the version says otherwise than the one before. */
  get changes(): Locator {
    return this.#plan.locator('section.changes');
  }

  /** The load of one kind of people. */
  loadOf(people: string): Locator {
    return this.#plan.getByRole('region', { name: people });
  }

  /** The steps that the verdict names, each a way to its sentence. */
  get accused(): Locator {
    return this.verdict.getByRole('link', { name: /, step \d+$/ });
  }

  /** The sentences that are marked as too many. */
  get guilty(): Locator {
    return this.#plan.locator('.sentences li').filter({ hasText: 'Too many' });
  }

  /** All sentences. */
  get sentences(): Locator {
    return this.#plan.locator('.sentences li');
  }

  async press(name: string): Promise<void> {
    await this.#plan.getByRole('button', { name, exact: true }).click();
  }

  /** Puts the reader's name under the version. */
  async signVersion(number: number): Promise<void> {
    await this.press(`Sign version ${number}`);
    await this.signatures.getByRole('button', { name: /^Sign as / }).click();
  }

  /** Signs for a load that is too much. */
  async sign(note: string): Promise<void> {
    await this.press('Sign for the load');
    await this.#plan.getByLabel('Why the store can carry it').fill(note);
    await this.#plan.getByRole('checkbox', { name: 'I sign for this load' }).check();
    await this.press('Sign');
  }

  /** Tries another number of Internet leads a month on the draft. */
  async reckonWith(leads: number): Promise<void> {
    const whatIf = this.#plan.locator('summary').filter({ hasText: 'What if' });
    if ((await this.#plan.getByRole('spinbutton').count()) === 0) await whatIf.click();
    await this.#plan.getByRole('spinbutton', { name: 'Internet leads' }).fill(String(leads));
    await this.press('Reckon again');
  }

  async open(path: string): Promise<void> {
    // Two addresses that differ behind the # are one document.
    await this.#page.goto('about:blank');
    await this.#page.goto(path);
  }
}
