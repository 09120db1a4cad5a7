import type { Page } from 'playwright-core';
import type { LogIn } from '../support/staff.ts';

export class SignInPage {
  readonly #page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  /** Signs in and arrives at `path`. */
  async signIn({ email, password }: LogIn, path: string): Promise<void> {
    await this.#page.goto(`${this.#url}/signin/?next=${encodeURIComponent(path)}`);
    await this.#page.getByLabel('E-mail').fill(email);
    await this.#page.getByLabel('Password').fill(password);
    await this.#page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await this.#page.waitForURL(this.#url + path);
  }
}
