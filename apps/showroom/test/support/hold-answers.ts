import type { Page, Route } from 'playwright-core';

/** How a page's asks for one operation fare on their way. */
export interface OnTheWay {
  /** As if nothing had been in the way. */
  letGo(): Promise<void>;
}

/** Whether a request asks for an operation. */
function asks(route: Route, operation: string): boolean {
  const { operationName } = (route.request().postDataJSON() ?? {}) as { readonly operationName?: string };
  return operationName === operation;
}

/** Lets the next answer to an operation wait, and those to later asks pass it by. */
export async function holdNextAnswer(page: Page, operation: string): Promise<OnTheWay> {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held: Promise<void> | undefined;
  await page.route('**/graphql', async (route) => {
    if (held !== undefined || !asks(route, operation)) return route.fallback();
    // The server answers at once; what it says then arrives late.
    const answer = route.fetch();
    held = released.then(async () => route.fulfill({ response: await answer }));
    await answer;
    await held;
  });
  return {
    letGo: async () => {
      release();
      await held;
      // The page has heard it once it can be asked something.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    },
  };
}

/** Loses the answers to an operation: the server has done what it was asked, the page hears nothing. */
export async function loseAnswers(page: Page, operation: string): Promise<OnTheWay> {
  const handler = async (route: Route): Promise<void> => {
    if (!asks(route, operation)) return route.fallback();
    await route.fetch();
    await route.abort();
  };
  await page.route('**/graphql', handler);
  return { letGo: () => page.unroute('**/graphql', handler) };
}

/** Takes the way to the server away. */
export async function cutOff(page: Page): Promise<OnTheWay> {
  const handler = (route: Route): Promise<void> => route.abort();
  await page.route('**/graphql', handler);
  return { letGo: () => page.unroute('**/graphql', handler) };
}
