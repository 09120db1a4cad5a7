import type { BrowserContext, Page } from 'playwright-core';
import { SignInPage } from '../pages/sign-in-page.ts';
import type { LogIn } from './staff.ts';
import type { Site } from './world.ts';

/** What went wrong in a page beside what it shows: exceptions, and whatever its content policy had to stop. */
export type Troubles = readonly string[];

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly troubles: Troubles;
}

/** A browser of its own for one person, in the time zone of the store unless it is elsewhere. */
export async function openVisitor(
  { browser }: Pick<Site, 'browser'>,
  timezoneId = 'America/New_York',
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) troubles.push(message.text());
  });
  return { page, context, troubles };
}

/** Somebody who has signed in on the showroom and has come to `path`. */
export async function openMember(
  world: Pick<Site, 'browser' | 'url'>,
  logIn: LogIn,
  path: string,
  timezoneId?: string,
): Promise<Visitor> {
  const visitor = await openVisitor(world, timezoneId);
  await new SignInPage(visitor.page, world.url).signIn(logIn, path);
  return visitor;
}

/** When the page was loaded: an update in place leaves it alone. */
export function loadedAt(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}
