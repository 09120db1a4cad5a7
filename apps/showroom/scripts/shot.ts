import type { Page } from 'playwright-core';

/** A page in a state that is worth a look. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly role?: string;
  /** What is there once the page shows what it is for. */
  readonly until: string;
  readonly act?: (page: Page) => Promise<void>;
}
