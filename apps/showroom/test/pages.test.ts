// What every page owes its readers, whatever it shows: no barrier, no scrolling sideways, no breach of its own policy.
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './support/barriers.ts';
import { expectVisible } from './support/expect-locator.ts';
import { fixture, postLead } from './support/server.ts';
import { openMember, openVisitor, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

interface Shown {
  readonly path: string;
  readonly by?: keyof typeof PEOPLE;
  /** What is there once the page shows what it is for. */
  readonly until: string;
}

const { principal, administrator, manager } = DEMO;
const PEOPLE = { principal, administrator, manager };
const PAGES: readonly Shown[] = [
  { path: '/', until: 'main h1' },
  { path: '/signin/', until: 'main form' },
  { path: '/survey/#unknown', until: 'beback-survey h2' },
  { path: '/preferences/#unknown', until: 'beback-preferences h2' },
  { path: '/setup/', until: 'main h1' },
  { path: '/day/', by: 'manager', until: 'beback-task-list .counts' },
  { path: '/morning/', by: 'manager', until: 'beback-morning .person' },
  { path: '/board/', by: 'principal', until: 'beback-board .map' },
  { path: '/plan/', by: 'manager', until: 'beback-plan .series' },
  { path: '/plan-editor/', by: 'manager', until: 'beback-plan-editor .choices' },
  { path: '/consent/', by: 'manager', until: 'beback-ledger form' },
  { path: '/evidence/', by: 'manager', until: 'beback-evidence form' },
  { path: '/paper/', by: 'manager', until: 'beback-day-sheet h2' },
  { path: '/paper/#key-in', by: 'manager', until: 'beback-key-in #code' },
  { path: '/trial/', by: 'principal', until: 'beback-trial h2' },
  { path: '/leads/', by: 'manager', until: 'main .held form' },
  { path: '/records/', by: 'manager', until: 'main form' },
  { path: '/outbox/', by: 'administrator', until: 'main .notice' },
];

let world: World;
beforeAll(async () => {
  world = await openWorld('the embedded database', { stores: 2 });
  await postLead(world, await fixture('no-customer.xml'));
  await postLead(world, await fixture('job-application.xml'));
}, OPENING_MILLISECONDS);
afterAll(() => world?.close());

const cookies = new Map<keyof typeof PEOPLE, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Each person signs in once: there are more pages than one account may be tried in a quarter of an hour. */
async function openSignedIn(by: keyof typeof PEOPLE, path: string): Promise<Visitor> {
  const known = cookies.get(by);
  if (known === undefined) {
    const first = await openMember(world, PEOPLE[by], path);
    cookies.set(by, await first.context.cookies());
    return first;
  }
  const visitor = await openVisitor(world);
  await visitor.context.addCookies(known);
  return visitor;
}

describe.each(PAGES)('$path', { timeout: 60_000 }, ({ path, by, until }) => {
  let visitor: Visitor;
  const asked: { readonly query?: string }[] = [];
  const files: string[] = [];
  beforeAll(async () => {
    visitor = by === undefined ? await openVisitor(world) : await openSignedIn(by, path);
    visitor.page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postDataJSON());
      else files.push(new URL(request.url()).pathname);
    });
    await visitor.page.goto(world.url + path);
    await visitor.page.locator(until).first().waitFor();
  }, 60_000);
  afterAll(() => visitor?.context.close());

  it.each(['light', 'dark'] as const)('is open to everybody in %s colours', async (colorScheme) => {
    await visitor.page.emulateMedia({ colorScheme });
    expect(await barriers(visitor.page)).toEqual([]);
  });

  it('fits 320 px without scrolling sideways', async () => {
    await visitor.page.setViewportSize({ width: 320, height: 640 });
    const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  it('names what it asks by ids that the server knows, and loads no words for it', () => {
    for (const body of asked) {
      expect(body).toMatchObject({
        extensions: { persistedQuery: { sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      });
      expect(body).not.toHaveProperty('query');
    }
    if (by !== undefined) expect(asked.length).toBeGreaterThan(0);
    expect(files.filter((file) => file.includes('/texts-'))).toEqual([]);
  });

  it('breaks nothing of what its content policy allows', () => {
    expect(visitor.troubles).toEqual([]);
  });
});

it('sends a stranger to sign in, and back to where that person wanted to go', { timeout: 60_000 }, async () => {
  const { page, context } = await openVisitor(world);
  await page.goto(`${world.url}/board/#store/x`);
  await page.waitForURL(`${world.url}/signin/?next=%2Fboard%2F%23store%2Fx`);
  await context.close();
});

it('asks whose session has ended on a board to sign in, and leads back to the place', { timeout: 60_000 }, async () => {
  const { page, context } = await openMember(world, DEMO.principal, '/board/');
  const board = page.locator('beback-board');
  await board.locator('.map a').first().click();
  await page.waitForURL(/#store\//);
  await expectVisible(board.getByRole('heading', { name: 'Departments' }));
  await context.clearCookies();
  await board.evaluate((element) => (element as unknown as { refresh(): void }).refresh());
  await expectVisible(board.getByText('Your session has ended.'));
  const next = page.url().slice(world.url.length);
  const href = await board.getByRole('link', { name: 'Sign in' }).getAttribute('href');
  expect(new URL(href ?? '', world.url).searchParams.get('next')).toBe(next);
  await context.close();
});

it('lets a manager decide about the leads that wait', { timeout: 60_000 }, async () => {
  const { page, context, troubles } = await openMember(world, DEMO.manager, '/leads/');
  const [unread, doubtful] = [page.getByRole('listitem').nth(0), page.getByRole('listitem').nth(1)];
  await unread.getByRole('button', { name: 'Make a lead of it' }).click();
  await expectVisible(unread.getByText('Nobody can be found in this lead'));
  await unread.getByLabel('First name').fill('Wren');
  await unread.getByLabel('Phone').fill('518-555-0188');
  await unread.getByRole('button', { name: 'Make a lead of it' }).click();
  await expectVisible(page.getByText('It goes the way of every lead.'));
  await expectVisible(page.getByText('Every lead names somebody.'));
  expect(await doubtful.count()).toBe(0);
  await page.getByRole('button', { name: 'It is none' }).click();
  await expectVisible(page.getByText('Nothing waits for your judgement.'));
  expect(troubles).toEqual([]);
  await context.close();
});

it('lets the administrator turn the clock on', { timeout: 60_000 }, async () => {
  const { page, context, troubles } = await openMember(world, DEMO.administrator, '/outbox/');
  await page.locator('summary').filter({ hasText: 'Fri 3:30 PM' }).click();
  await page.getByRole('button', { name: 'A minute a second' }).click();
  await expectVisible(page.getByRole('button', { name: 'A minute a second', pressed: true }));
  await page.getByRole('button', { name: 'Next day, 9:00' }).click();
  await expectVisible(page.locator('summary').filter({ hasText: /Sat 9:0\d AM/ }));
  expect(troubles).toEqual([]);
  await context.close();
});
