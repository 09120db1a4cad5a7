// The first administrator's way in, on a server with an empty database.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SetUpPage } from './pages/set-up-page.ts';
import { barriers } from './support/barriers.ts';
import { expectText, expectVisible } from './support/expect-locator.ts';
import { cutOff, loseAnswers } from './support/hold-answers.ts';
import { openVisitor, type Visitor } from './support/visitor.ts';
import { OPENING_MILLISECONDS, openEmptySite, type Site } from './support/world.ts';

// In this order: what is set up is set up.
let site: Site;
let visitor: Visitor;
let setUp: SetUpPage;
beforeAll(async () => {
  site = await openEmptySite();
}, OPENING_MILLISECONDS);
afterAll(() => site?.close());
beforeEach(async () => {
  await visitor?.context.close();
  visitor = await openVisitor(site);
  setUp = new SetUpPage(visitor.page);
});

const open = async () => {
  await visitor.page.goto(site.program.setUpLink ?? '');
  await expectVisible(setUp.button);
};

it.each(['light', 'dark'] as const)('is open to everybody in %s colours, and fits 320 px', async (colorScheme) => {
  await visitor.page.emulateMedia({ colorScheme });
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  await open();
  expect(await barriers(visitor.page)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(visitor.troubles).toEqual([]);
});

it('names the field that is wrong as the page names it, and keeps what was typed', async () => {
  await open();
  await setUp.fill({ password: 'short' });
  await setUp.button.click();
  await expectText(setUp.fault, /^Please check “A password”: \d+ to \d+ characters\.$/);
  expect(await setUp.groupName.inputValue()).toBe('Lakeside Group');
  await setUp.fill({});
  await visitor.page.getByLabel('Tuesday, closes').fill('');
  await setUp.button.click();
  await expectText(setUp.fault, /^Please check “Opening hours”: /);
  await visitor.page.getByLabel('Tuesday, closes').fill('08:00');
  await setUp.button.click();
  await expectText(setUp.fault, /^Please check “Opening hours”: /);
});

it('says of a try that did not arrive that nothing is set up yet', async () => {
  await open();
  await setUp.fill({});
  await visitor.page.route('**/graphql', (route) => route.abort(), { times: 1 });
  await setUp.button.click();
  await expectText(setUp.fault, 'There is no connection to the server. Nothing is set up yet. Please try again.');
});

it('claims nothing while nobody can be asked, and shows a way on when the server is away from the start', async () => {
  await open();
  await setUp.fill({});
  const cut = await cutOff(visitor.page);
  await setUp.button.click();
  await expectText(setUp.fault, /Whether it was set up is not known\./);
  await visitor.page.reload();
  await expectText(setUp.fault, 'There is no connection to the server.');
  await cut.letGo();
  await visitor.page.getByRole('button', { name: 'Try again' }).click();
  await expectVisible(setUp.button);
});

it('signs the administrator in whose set-up was done, though its answer was lost', async () => {
  await open();
  await setUp.fill({});
  await visitor.page.getByLabel('Sunday, opens').fill('12:00');
  await visitor.page.getByLabel('Sunday, closes').fill('17:00');
  await loseAnswers(visitor.page, 'SetUp');
  await setUp.button.click();
  await visitor.page.waitForURL(`${site.url}/`);
  await expectVisible(visitor.page.getByText('Ida Osei'));
  const { gateway } = site.program.resources;
  const [row] = await gateway.directory.sql<{ readonly groupId: string }>(
    { name: 'the group', text: 'select group_id as "groupId" from user_group' },
    [],
  );
  const [store] = await gateway.enterGroup(row?.groupId ?? '').prisma.store.findMany();
  expect(store).toMatchObject({ name: 'Lakeside Ford', zone: 'America/Chicago', country: 'US', phone: '+13125550144' });
  const hours = store?.hours as { readonly weekly: Readonly<Record<string, unknown>> } | undefined;
  const weekly = hours?.weekly ?? {};
  expect(weekly).toMatchObject({ 1: [{ opens: '09:00', closes: '19:00' }], 7: [{ opens: '12:00', closes: '17:00' }] });
  expect(Object.keys(weekly)).toHaveLength(7);
  expect(visitor.troubles).toEqual([]);
});

it('shows the way to sign in where somebody has set up the server already', async () => {
  await visitor.page.goto(`${site.url}/setup/#whatever`);
  await expectText(visitor.page.getByRole('heading', { level: 1 }), 'This server is set up already');
  await expectVisible(visitor.page.getByRole('main').getByRole('link', { name: 'Sign in' }));
});
