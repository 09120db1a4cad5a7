// A complaint arrives: what the store's people note, and what the one who answers for the store can lay on the table. In
// a real browser against the real program; the steps go on from one another.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DayPage } from './pages/day-page.ts';
import { EvidencePage } from './pages/evidence-page.ts';
import { LedgerPage } from './pages/ledger-page.ts';
import { barriers } from './support/barriers.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { leadById } from './support/operations.ts';
import { ask, fixture, postLead } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 90_000;
const CUSTOMER = 'Marisol Quintero';
const NUMBER = '(518) 555-0142';
const ADDRESS = 'marisol.quintero@mail.example';

describe('S13 stop means stop, when a complaint arrives', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let salesperson: Visitor;
  let manager: Visitor;
  let ledger: LedgerPage;
  let evidence: EvidencePage;
  /** Every address that the browser asked for. */
  const addresses: string[] = [];

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    const [lead] = await postLead(world, await fixture('lead.xml'));
    manager = await openMember(world, DEMO.manager, '/evidence/');
    manager.page.on('request', (request) => addresses.push(request.url()));
    evidence = new EvidencePage(manager.page);
    const { lead: found } = await ask(world, manager.context, leadById, { id: lead?.id ?? '' });
    salesperson = await openMember(world, world.logInOf(found?.opportunity?.owner?.name ?? ''), '/day/');
    ledger = new LedgerPage(salesperson.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('leads from the day’s card to what the customer allows, with rule, source and date', async () => {
    const { card } = new DayPage(salesperson.page);
    await expectText(card, CUSTOMER);
    await card.locator('.told summary').click();
    await card.getByRole('link', { name: 'What this customer allows' }).click();
    await expectText(ledger.title, CUSTOMER);
    await expectText(ledger.line('Calls', 'Offers'), 'until 9:00 PM');
    await expectText(ledger.line('Text messages', 'Offers'), 'needs written consent');
    await ledger.line('Calls', 'Offers').click();
    await expectText(ledger.section('Calls'), 'Rule us.federal.relationship, in force since Oct 1, 2003; law table');
    await expectText(ledger.section('Calls'), 'Rests on inquiry of Nov 20, 2026, 3:30');
    expect(await barriers(salesperson.page)).toEqual([]);
  });

  it('is looked up by name as well', async () => {
    await salesperson.page.goto(`${world.url}/consent/`);
    await ledger.find(CUSTOMER);
    await expectText(ledger.title, CUSTOMER);
    expect(salesperson.page.url()).toContain('/consent/#opportunity/');
    await salesperson.page.reload();
    await expectText(ledger.title, CUSTOMER);
  });

  it('ends offers on every channel by two taps, and nothing else', async () => {
    await ledger.note('“Take me off your list”');
    await expectText(ledger.told, 'Noted. It holds from now on, in all stores of the group.');
    for (const channel of ['Calls', 'Text messages', 'E-mail']) {
      await expectText(ledger.line(channel, 'Offers'), 'stopped by the customer');
    }
    await expectText(ledger.line('Calls', 'Appointment'), 'until 9:00 PM');
    await expectText(
      ledger.section('What the customer has said'),
      /Stopped: Offers, every channel .*On a call · noted by/,
    );
  });

  it('opens what the customer asks for again, by two taps', async () => {
    await ledger.ledger.getByRole('button', { name: '“Call me about this car”' }).click();
    await ledger.ledger.getByLabel('About').selectOption('Offers');
    await ledger.ledger.getByRole('button', { name: 'Note it' }).click();
    await expectText(ledger.told, 'What was asked for is open again, and nothing else.');
    await expectText(ledger.line('Calls', 'Offers'), 'until 9:00 PM');
    await expectText(ledger.line('E-mail', 'Offers'), 'stopped by the customer');
    expect(salesperson.troubles).toEqual([]);
  });

  it('gives who answers for the store the whole file of the number, in order of time', async () => {
    await expectVisible(manager.page.getByRole('navigation').getByRole('link', { name: 'Evidence' }));
    await evidence.open(NUMBER);
    await expectText(evidence.title, `File of ${NUMBER}`);
    const entries = (await evidence.entries.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    const at = (words: string): number => entries.findIndex((text) => text.includes(words));
    expect(at('Inquiry')).toBeGreaterThanOrEqual(0);
    expect(at('Revocation')).toBeGreaterThan(at('Inquiry'));
    expect(at('Consent, Call, Offers')).toBeGreaterThan(at('Revocation'));
    const mail = entries[at('Message, E-mail')] ?? '';
    expect(mail).toContain(`to ${ADDRESS}`);
    expect(mail).toContain('The law allowed it');
    await expectText(evidence.everything, /Who opened this file .+, Nov 20, 2026, 3:30/);
    expect(await barriers(manager.page)).toEqual([]);
  });

  it('gives the same file by address, and writes neither into any address of a page or a request', async () => {
    const count = await evidence.entries.count();
    await evidence.open(ADDRESS);
    await expectText(evidence.title, `File of ${ADDRESS}`);
    await expectCount(evidence.entries, count);
    expect(addresses.filter((url) => /5550142|555-0142|quintero/i.test(decodeURIComponent(url)))).toEqual([]);
    expect(manager.page.url()).toBe(`${world.url}/evidence/`);
  });

  it('is taken along as a table and as data, under names that tell nothing', async () => {
    const take = async (button: string): Promise<string> => {
      const waiting = manager.page.waitForEvent('download');
      await evidence.file.getByRole('button', { name: button }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^evidence-2026-11-20\.(csv|json)$/);
      return readFile(await download.path(), 'utf8');
    };
    expect(await take('Download as CSV')).toMatch(/consent\.revoked,.*Take me off your list/);
    expect(JSON.parse(await take('Download as JSON'))).toMatchObject({ ledgers: [{ customerName: CUSTOMER }] });
    expect(manager.troubles).toEqual([]);
  });

  it('prints the file without what is only for the screen', async () => {
    await manager.page.emulateMedia({ media: 'print' });
    expect(await manager.page.locator('.bar').isVisible()).toBe(false);
    expect(await evidence.file.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await evidence.entries.first().isVisible()).toBe(true);
    await manager.page.emulateMedia({ media: 'screen' });
  });

  it('fits 320 px with the file in it', async () => {
    await manager.page.setViewportSize({ width: 320, height: 640 });
    const width = await manager.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  it('is shut to a salesperson', async () => {
    await salesperson.page.goto(`${world.url}/evidence/`);
    const shut = new EvidencePage(salesperson.page);
    await shut.open(NUMBER);
    await expectText(shut.everything, 'This is not yours to see or do.');
    expect(await textOf(shut.everything)).not.toContain(CUSTOMER);
  });
});
