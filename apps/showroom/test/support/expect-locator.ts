import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** How long a page may take to show what it is to show. */
const PATIENCE_MILLISECONDS = 20_000;

/** Waits until one element's text, its white space collapsed, holds the words. */
export async function expectText(locator: Locator, words: string | RegExp): Promise<void> {
  await expect.poll(() => textOf(locator), { timeout: PATIENCE_MILLISECONDS }).toMatch(words);
}

/** Waits until the element can be seen. */
export async function expectVisible(locator: Locator): Promise<void> {
  await expect.poll(() => locator.isVisible(), { timeout: PATIENCE_MILLISECONDS }).toBe(true);
}

/** Waits until so many elements are there. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  await expect.poll(() => locator.count(), { timeout: PATIENCE_MILLISECONDS }).toBe(count);
}

/** What the element says, in one line; empty while it is not there. */
export async function textOf(locator: Locator): Promise<string> {
  if ((await locator.count()) === 0) return '';
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}
