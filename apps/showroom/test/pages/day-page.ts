import type { Locator, Page, Request } from 'playwright-core';

/** `<beback-task-list>` as a salesperson works with it. */
export class DayPage {
  readonly #page: Page;
  readonly #list: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#list = page.locator('beback-task-list');
  }

  get card(): Locator {
    return this.#list.getByRole('article');
  }

  /** Whom the card is about. */
  get customer(): Locator {
    return this.card.getByRole('heading', { level: 3 });
  }

  get status(): Locator {
    return this.#list.getByRole('status').first();
  }

  /** Rows of the tasks that come after the card. */
  next(customer: string): Locator {
    return this.#list.getByRole('region', { name: 'Next' }).getByRole('button', { name: customer });
  }

  /** Brings somebody's card up, if it is not there already. */
  async turnTo(customer: string): Promise<void> {
    await this.customer.waitFor();
    if (!(await this.customer.innerText()).includes(customer)) await this.next(customer).click();
  }

  /** How much is done and how much is left. */
  get figures(): Locator {
    return this.#list.locator('.counts');
  }

  /** The card, what comes after it, and the figures. */
  get everything(): Locator {
    return this.#list.locator('section.root');
  }

  /** Looks for a customer who is not on the list. */
  async ask(customer: string): Promise<void> {
    const why = this.#list.getByRole('search');
    await why.getByRole('searchbox').fill(customer);
    await why.getByRole('button').click();
  }

  /** Where the steps about the customers stand who were looked for, and why. */
  get answers(): Locator {
    return this.#list.locator('.answers');
  }

  /** Where all that was due stands, a place a row. */
  get sum(): Locator {
    return this.#list.locator('.sum > div');
  }

  async openSum(): Promise<void> {
    await this.#list.getByText('How this list was made').click();
  }

  /** Says that more was promised than gets done. */
  get overload(): Locator {
    return this.#list.getByRole('note');
  }

  /** The next card and all that comes after it, in order: whom each is about. */
  async customers(): Promise<readonly string[]> {
    const rows = this.#list.getByRole('region', { name: 'Next' });
    await rows.getByText('more today').click();
    // Rows that are not in sight are not laid out: their content is there all the same.
    const names = await rows.locator('.name').allTextContents();
    return [await this.customer.innerText(), ...names.map((name) => name.trim())];
  }

  /** Says how the task ended, in two taps; returns once the server has it: the list goes on before that. */
  async log(outcome: string): Promise<void> {
    await this.card.getByRole('radio', { name: outcome }).check({ force: true });
    const kept = this.#page.waitForResponse((response) => isLog(response.request()));
    await this.card.getByRole('button', { name: `Log: ${outcome}`, exact: false }).click();
    await kept;
  }

  /** Says that an appointment was set, and when it is. */
  async logAppointment(openDay: string, time: string): Promise<void> {
    await this.card.locator('fieldset summary').click();
    await this.card.getByRole('radio', { name: 'appointment set' }).check({ force: true });
    await this.card.locator(`.when input[value="${openDay}"]`).check({ force: true });
    await this.card.locator('.when select').selectOption({ label: time });
    await this.card.getByRole('button', { name: 'Log: appointment set' }).click();
  }

  /** Says in one tap that the customer confirmed the appointment. */
  async confirmAppointment(): Promise<void> {
    await this.card.getByRole('button', { name: 'Log: spoke, appointment confirmed' }).click();
  }
}

// Helpers

/** Of all that a page asks, an activity's outcome alone is a disposition. */
function isLog(request: Request): boolean {
  return request.url().endsWith('/graphql') && request.postDataJSON()?.variables?.input?.disposition !== undefined;
}
