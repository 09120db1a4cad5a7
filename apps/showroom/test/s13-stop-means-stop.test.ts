// A customer's own page of choices, in a real browser against the real program: reached by the link of a real mail.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreferencesPage } from './pages/preferences-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText } from './support/expect-locator.ts';
import { linkIn } from './support/mail.ts';
import { fixture, postLead } from './support/server.ts';
import { openVisitor, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 60_000;

describe('S13 stop means stop, on the customer’s own page', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let customer: Visitor;
  let page: PreferencesPage;
  let link = '';

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    customer = await openVisitor(world);
    page = new PreferencesPage(customer.page);
    const [lead] = await postLead(world, await fixture('lead.xml'));
    expect(lead?.status).toBe('accepted');
    const mail = await world.mail.nextMail(({ raw }) => /^List-Unsubscribe:/m.test(raw));
    link = linkIn(mail, `${world.url}/preferences/`);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('opens by the link of the store’s first mail, and tells what the store may do', async () => {
    await page.open(link);
    await expectText(page.title, `What ${DEMO.store} may contact you about`);
    await expectCount(page.boxes, 20);
    expect(await page.box('Calls', 'My appointments').isChecked()).toBe(true);
    expect(await page.box('Text messages', 'Cars and offers').isChecked()).toBe(false);
    expect(await barriers(customer.page)).toEqual([]);
  });

  it('takes one choice, by keyboard, and keeps it', async () => {
    await page.box('E-mail', 'Cars and offers').focus();
    await customer.page.keyboard.press('Space');
    await page.save.press('Enter');
    await expectText(page.told, 'Saved. It holds from now on.');
    await page.open(link);
    await expectText(page.title, `What ${DEMO.store} may contact you about`);
    expect(await page.box('E-mail', 'Cars and offers').isChecked()).toBe(false);
    expect(await page.box('Calls', 'Cars and offers').isChecked()).toBe(true);
  });

  it('stops everything by the first button, without a second visit', async () => {
    await page.stop.click();
    await expectText(page.told, /^Done\. .* will not contact you any more\./);
    await expectCount(page.ticked, 0);
    await page.open(link);
    await expectText(page.title, `What ${DEMO.store} may contact you about`);
    await expectCount(page.ticked, 0);
  });

  it('fits 320 px, and breaks nothing of what its content policy allows', async () => {
    await customer.page.setViewportSize({ width: 320, height: 640 });
    const width = await customer.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    expect(await barriers(customer.page)).toEqual([]);
    expect(customer.troubles).toEqual([]);
  });
});
