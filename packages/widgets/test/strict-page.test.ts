import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leadForm, survey } from '@beback/client/public';
import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';

/** The strictest policy that a page with our script can have. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const PAGE = `<!doctype html><html lang="es"><head><title>Strict</title>
<link rel="stylesheet" href="/site.css"><script type="module" src="/beback.js"></script>
<script type="module" src="/beback.js?again"></script></head>
<body><beback-lead-form key="bb_pub_1" vehicle="2024 Ford Bronco"></beback-lead-form>
<p id="after">What follows.</p><beback-survey token="tok-1"></beback-survey></body></html>`;

/** A page keeps the place until the script has come. */
const STYLE =
  'beback-lead-form { display: block; min-height: 720px } beback-survey { display: block; min-height: 768px }';

const ANSWERS: Readonly<Record<string, object>> = {
  [leadForm.id]: {
    leadForm: {
      storeName: 'Cedar Ford',
      phone: '+15550100000',
      zone: 'America/Chicago',
      consentText: 'Acepto que Cedar Ford me contacte.',
      consentVersion: 'lead-form-1.es',
      answerBy: '2026-11-21T16:15:00.000Z',
    },
  },
  [survey.id]: {
    survey: {
      storeName: 'Cedar Ford',
      salespersonName: 'Sam Ortiz',
      locale: 'es',
      answered: false,
      questionnaire: {
        version: 'plan-1',
        questions: [{ id: 'happy', text: { en: 'Happy?', es: '¿Contento?' }, scaleTo: 5 }],
        scaleEnds: { worst: { en: 'No' }, best: { en: 'Yes' } },
        comment: { text: { en: 'Comment' }, maxLength: 100 },
      },
    },
  },
};

let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const files = new Map((await bundle('embed.ts', 'beback.js')).map(({ name, code }) => [`/${name}`, code]));
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const code = files.get(path);
    if (code !== undefined) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    if (path === '/site.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(STYLE);
    if (path !== '/graphql') {
      const type = { 'content-type': 'text/html', 'content-security-policy': POLICY };
      return void response.writeHead(200, type).end(path === '/' ? PAGE : '');
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { extensions } = JSON.parse(Buffer.concat(chunks).toString());
    const data = ANSWERS[extensions.persistedQuery.sha256Hash];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
  page = await browser.newPage();
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('beback-lead-form .consent label').waitFor();
  await page.locator('beback-survey fieldset').waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('the public widgets on a strict page', () => {
  it('show themselves in the language of the page, with their style, without a word from the browser', async () => {
    expect(await page.locator('beback-lead-form h2').innerText()).toBe('Pregunte por el 2024 Ford Bronco');
    expect(await page.locator('beback-survey h2').innerText()).toBe('¿Qué tal en Cedar Ford?');
    const radius = await page
      .locator('beback-lead-form .root')
      .evaluate((root) => getComputedStyle(root).borderStartStartRadius);
    expect(radius).toBe('9px');
    expect(complaints).toEqual([]);
  });

  it('have asked only our own server, without a cookie', async () => {
    expect(await page.context().cookies()).toEqual([]);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([new URL(page.url()).origin]));
  });

  it('move nothing of the page when they come', async () => {
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const moved = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
            resolve(moved.reduce((sum, { value }) => sum + value, 0));
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(0), 500);
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });
});
