// Pictures of every page, in light and dark, at a phone's and a desk's size, to be looked at:
//   node --conditions=@beback/source scripts/screenshots.ts http://localhost:4000 [folder] [part of a name]
// against a running demo, whose people it signs in as. A page that does not come up is named at the end.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { type Browser, chromium } from 'playwright-core';
import type { Shot } from './shot.ts';
import { SHOTS } from './shots.ts';

const [address = 'http://localhost:4000', folder = 'screenshots', part = ''] = process.argv.slice(2);

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;
const THEMES = ['light', 'dark'] as const;

interface Demo {
  readonly people: readonly { readonly email: string; readonly role: string; readonly path: string }[];
  readonly password: string;
  readonly dealerSite: string;
}

const demo = (await (await fetch(new URL('/demo/info.json', address))).json()) as Demo;
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
try {
  const chosen = SHOTS.filter(({ name }) => name.includes(part));
  const missing: string[] = [];
  const cookies = new Map<string, Awaited<ReturnType<typeof signIn>>>();
  for (const role of new Set(chosen.flatMap((shot) => shot.role ?? []))) cookies.set(role, await signIn(browser, role));
  for (const theme of THEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const shot of chosen) {
        await take(shot, theme, size, viewport, cookies.get(shot.role ?? '')).catch((error: unknown) => {
          missing.push(`${shot.name}, ${size}, ${theme}: ${error instanceof Error ? error.message : error}`);
        });
      }
      if ('dealer-site'.includes(part)) await takeDealerSite(theme, size, viewport);
    }
  }
  for (const line of missing) console.error(`not taken: ${line}`);
  if (missing.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
}

async function signIn(from: Browser, role: string) {
  const person = demo.people.find((one) => one.role === role);
  if (person === undefined) throw new Error(`the demo has nobody who is ${role}`);
  const context = await from.newContext({ baseURL: address });
  const answer = await context.request.post('/auth/sign-in/email', {
    data: { email: person.email, password: demo.password },
    headers: { origin: new URL(address).origin },
  });
  if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function take(
  shot: Shot,
  theme: (typeof THEMES)[number],
  size: string,
  viewport: { readonly width: number; readonly height: number },
  storageState: Awaited<ReturnType<typeof signIn>> | undefined,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    colorScheme: theme,
    ...(storageState && { storageState }),
  });
  try {
    const page = await context.newPage();
    await page.goto(shot.path);
    await page.locator(shot.until).first().waitFor({ timeout: 15_000 });
    await shot.act?.(page);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${shot.name}-${size}-${theme}.png`), fullPage: true });
  } finally {
    await context.close();
  }
}

async function takeDealerSite(
  theme: (typeof THEMES)[number],
  size: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(demo.dealerSite);
  await page.locator('beback-lead-form .consent label').waitFor({ timeout: 15_000 });
  await page.screenshot({ path: join(folder, `dealer-site-${size}-${theme}.png`), fullPage: true });
  await context.close();
}
