// What the staff's pages do when answers are late, lost or out of reach.
import { markDelivered } from '@beback/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxPage } from './pages/outbox-page.ts';
import { expectCount, expectText, expectVisible } from './support/expect-locator.ts';
import { cutOff, holdNextAnswer, loseAnswers } from './support/hold-answers.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead, withKey } from './support/server.ts';
import { openMember, openVisitor, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const BUYER = 'marisol.quintero@mail.example';
const UNREADABLE = [1, 2, 3].map((number) => ({ number, comment: `Written on a napkin, number ${number}` }));

let world: World;
beforeAll(async () => {
  world = await openWorld('the embedded database', { stores: 2 });
  for (const { comment } of UNREADABLE) await postLead(world, unreadable(await fixture('no-customer.xml'), comment));
  // A car is handed over, and two days later its buyer is asked: the first store has written a mail.
  const [lead] = await postLead(world, await fixture('lead.xml'));
  const { context } = await openMember(world, DEMO.administrator, '/outbox/');
  const { lead: found } = await ask(world, context, leadById, { id: lead?.id ?? '' });
  await ask(world, context, markDelivered, { input: withKey({ opportunityId: found?.opportunity?.id ?? '' }) });
  await world.setClock('2026-11-23T09:00:00-05:00');
  await world.mail.nextMail(({ to, raw }) => to.includes(BUYER) && raw.includes('Three questions'));
  await context.close();
}, OPENING_MILLISECONDS);
afterAll(() => world?.close());

/** The document with a comment of its own: the same bytes would be the same lead. */
function unreadable(document: string, comment: string): string {
  return document.replace('</prospect>', `<!-- ${comment} --></prospect>`);
}

describe.each([
  { path: '/leads/', logIn: DEMO.manager, shown: 'main .held form' },
  { path: '/outbox/', logIn: DEMO.administrator, shown: 'main .mail' },
  { path: '/records/', logIn: DEMO.manager, shown: 'main form' },
])('$path', { timeout: 60_000 }, ({ path, logIn, shown }) => {
  it('says what it waits for, and that the server is out of reach, with a way to try again', async () => {
    const { page, context } = await openMember(world, logIn, path);
    const late = await holdNextAnswer(page, 'Viewer');
    await page.reload();
    await expectText(page.getByRole('status'), 'Asking who you are …');
    await late.letGo();
    await page.locator(shown).first().waitFor();
    const cut = await cutOff(page);
    await page.reload();
    await expectText(page.getByRole('alert'), 'There is no connection to the server.');
    expect(await page.getByRole('link', { name: 'Sign in' }).count()).toBe(0);
    await cut.letGo();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(shown).first().waitFor();
    await context.close();
  });
});

describe('the outbox', { timeout: 60_000 }, () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openMember(world, DEMO.administrator, '/outbox/', 'America/Los_Angeles');
  });
  afterAll(() => visitor?.context.close());

  it('tells times by the clock of the store that wrote, wherever its reader is', async () => {
    const mail = new OutboxPage(visitor.page).mailsTo(BUYER, 'Three questions');
    await expectText(mail, /sent, Nov 23, 2026, 9:\d\d AM, Northgate Motors Albany/);
  });

  it('promises nothing that a server with a mail server would not keep', async () => {
    expect(await visitor.page.getByRole('main').innerText()).not.toMatch(/demo|nothing leaves/i);
  });

  it('shows the mails of the store that is chosen, however late another store’s come', async () => {
    const { page } = visitor;
    const [first = '', second = ''] = (await page.getByLabel('Store').locator('option').allInnerTexts()).slice(1);
    const late = await holdNextAnswer(page, 'Outbox');
    await page.getByLabel('Store').selectOption(first);
    await page.getByLabel('Store').selectOption(second);
    const mails = page.getByRole('main').getByRole('listitem');
    await expectText(mails.first(), second);
    await late.letGo();
    await expectText(mails.first(), second);
    expect(await mails.filter({ hasNotText: second }).count()).toBe(0);
  });

  it('says in its own words why it cannot look again', async () => {
    const { page } = visitor;
    const cut = await cutOff(page);
    await page.getByRole('button', { name: 'Look again' }).click();
    await expectText(page.getByRole('alert'), 'There is no connection to the server. Try again');
    await cut.letGo();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectCount(page.getByRole('alert'), 0);
  });
});

describe('the leads that wait', { timeout: 60_000 }, () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await openMember(world, DEMO.manager, '/leads/');
  });
  afterAll(() => visitor?.context.close());
  const dismiss = () => visitor.page.getByRole('button', { name: 'Nobody is in it' });

  it('do not come back by an older answer once they are decided', async () => {
    const { page } = visitor;
    await expectCount(dismiss(), UNREADABLE.length);
    const late = await holdNextAnswer(page, 'Leads');
    await page.getByRole('button', { name: 'Look again' }).click();
    await dismiss().first().click();
    await expectText(page.getByRole('status'), 'It is kept aside.');
    await expectCount(dismiss(), UNREADABLE.length - 1);
    await late.letGo();
    expect(await dismiss().count()).toBe(UNREADABLE.length - 1);
  });

  it('are decided once, though the answer was lost and the button is pressed again', async () => {
    const { page } = visitor;
    const lost = await loseAnswers(page, 'ReviewLead');
    await dismiss().first().click();
    await expectText(
      page.getByRole('alert').first(),
      /no connection to the server\. Please decide once more: it counts once\./,
    );
    await lost.letGo();
    await dismiss().first().click();
    await expectCount(dismiss(), UNREADABLE.length - 2);
    await expectText(page.getByRole('status'), 'It is kept aside.');
    expect(visitor.troubles).toEqual([]);
  });

  it('can be decided otherwise after a refusal, and keep what was typed when the list is looked at again', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Make a lead of it' }).click();
    await expectVisible(page.getByText('Nobody can be found in this lead'));
    await page.getByLabel('First name').fill('Wren');
    await page.getByRole('button', { name: 'Look again' }).click();
    await expectVisible(page.getByText('Nobody can be found in this lead'));
    expect(await page.getByLabel('First name').inputValue()).toBe('Wren');
    await page.getByLabel('Phone').fill('n'.repeat(200));
    await page.getByRole('button', { name: 'Make a lead of it' }).click();
    await expectVisible(page.getByText(/^Please check “Phone”: /));
    await page.getByLabel('Phone').fill('518-555-0188');
    await page.getByRole('button', { name: 'Make a lead of it' }).click();
    await expectText(page.getByRole('status'), 'It goes the way of every lead.');
  });
});

it('brings whoever signs in to a page with something to see, whosever page the address names', {
  timeout: 60_000,
}, async () => {
  const { page, context } = await openVisitor(world);
  const next = new URLSearchParams({ as: DEMO.manager.email, next: '/day/' });
  await page.goto(`${world.url}/signin/?${next}`);
  await page.getByLabel('E-mail').fill(DEMO.principal.email);
  await page.getByLabel('Password').fill(DEMO.principal.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${world.url}/board/`);
  await context.close();
});
