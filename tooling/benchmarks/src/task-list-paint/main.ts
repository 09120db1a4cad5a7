// How long a task list of 200 tasks takes from a tap on "Log" to the next paint, on a CPU four times as slow:
//   pnpm bench:paint [-- --logs N]   after: pnpm --filter @beback/widgets build
//   The built widget in a real Chromium; the next rows alone, and with all rows unfolded. Wants a quiet machine.
// Ends with 1 when a bar is not met.
import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { median } from '../benchmark.ts';
import { serveDay } from './day-page.ts';

const given = process.argv.indexOf('--logs');
const LOGS = given < 0 ? 30 : Number(process.argv[given + 1]);
const WARM_UP_LOGS = 8;
const TASKS = 200;
const SLOWER = 4;
const MOST_MILLISECONDS = 50;
const SETTLED_AFTER_MS = 250;
const PHONE = { width: 390, height: 844 } as const;

interface Paint {
  /** From the tap to the paint that follows, by the clock. */
  readonly milliseconds: number;
  /** What the page's main thread worked for it, slowed down as well. */
  readonly worked: number;
}

const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
try {
  for (const unfolded of [false, true]) {
    const paints = await measure(unfolded);
    const of = (key: keyof Paint): string => median(paints.map((paint) => paint[key])).toFixed(1);
    const [best, worst] = [Math.min, Math.max].map((edge) =>
      edge(...paints.map((paint) => paint.milliseconds)).toFixed(1),
    );
    const met = Number(of('milliseconds')) <= MOST_MILLISECONDS;
    if (!met) process.exitCode = 1;
    console.log(
      `${TASKS} tasks, ${unfolded ? 'rows unfolded' : 'rows folded'}, CPU ${SLOWER} times slower, ${paints.length} logs:` +
        ` ${of('milliseconds')} ms from the tap to the next paint (${best} to ${worst}; worked ${of('worked')} ms)` +
        ` at most ${MOST_MILLISECONDS}: ${met ? 'met' : 'NOT MET'}`,
    );
  }
} finally {
  await browser.close();
}

// Helpers

async function measure(unfolded: boolean): Promise<readonly Paint[]> {
  const day = await serveDay(TASKS);
  const page = await browser.newPage({ viewport: PHONE });
  try {
    await page.goto(day.url);
    await page.locator('#customer').waitFor();
    if (unfolded) await page.locator('section[aria-labelledby=next] > details > summary').click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const paints: Paint[] = [];
    for (let log = -WARM_UP_LOGS; log < LOGS; log++) {
      const paint = await logOne(page, devtools);
      if (log >= 0) paints.push(paint);
    }
    return paints;
  } finally {
    await page.close();
    await day.stop();
  }
}

/** Logs the task on the card, and waits till the next card can be answered and the list was fetched again. */
async function logOne(page: Page, devtools: CDPSession): Promise<Paint> {
  const before = await page.locator('#customer').innerText();
  await page.locator('.disposition').first().click();
  await page.locator('form button.main[aria-disabled=false]').waitFor();
  await page.evaluate(watchNextTap);
  const worked = await workOf(devtools);
  await page.locator('form button.main').click({ noWaitAfter: true });
  const milliseconds = await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
  const after = await workOf(devtools);
  await page.waitForFunction((name) => {
    const list = document.querySelector('beback-task-list')?.shadowRoot;
    const settled = list?.querySelector('[inert]') === null && list.querySelector('.entry') === null;
    return settled && list?.querySelector('#customer')?.textContent !== name;
  }, before);
  // The list that is fetched again.
  await page.waitForTimeout(SETTLED_AFTER_MS);
  return { milliseconds, worked: (after - worked) * 1000 };
}

/** In the page: the frame that follows the next tap, until it is handed to the compositor. */
function watchNextTap(): void {
  const painted = new Promise<number>((resolve) => {
    const listen = (event: Event): void =>
      void requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - event.timeStamp);
        port2.postMessage(undefined);
      });
    addEventListener('click', listen, { capture: true, once: true });
  });
  Object.assign(globalThis, { painted });
}

async function workOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
