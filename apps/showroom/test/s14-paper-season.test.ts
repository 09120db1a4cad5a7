// A day on paper, in a real browser against the real program: printed, lived, keyed in. The steps go on from one another.
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaperPage } from './pages/paper-page.ts';
import { expectCount, expectText, expectVisible, textOf } from './support/expect-locator.ts';
import { cutOff } from './support/hold-answers.ts';
import { layoutOf, pagesOf, printedPages } from './support/printed.ts';
import { fixture, postLead } from './support/server.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

const STEP_MILLISECONDS = 120_000;
const MM = 96 / 25.4;
/** What 12 mm of margin leave, in CSS pixels; the paper itself in points. */
const PAPERS = {
  a4: { width: (210 - 24) * MM, height: (297 - 24) * MM, points: { width: 595, height: 842 } },
  letter: { width: (215.9 - 24) * MM, height: (279.4 - 24) * MM, points: { width: 612, height: 792 } },
} as const;

describe('S14 The paper season, on its page', { timeout: STEP_MILLISECONDS }, () => {
  let world: World;
  let manager: Visitor;
  let paper: PaperPage;
  let seller = '';
  let code = '';
  let customer = '';

  beforeAll(async () => {
    world = await openWorld('the embedded database', { stores: 1 });
    for (const lead of await severalLeads(24)) await postLead(world, lead);
    manager = await openMember(world, DEMO.manager, '/paper/');
    paper = new PaperPage(manager.page);
  }, OPENING_MILLISECONDS);
  afterAll(() => world?.close());

  it('shows the sheets of everybody who is in, each with codes, boxes and room to write', async () => {
    await paper.print('all', 'a4');
    await expect.poll(() => paper.rows.count(), { timeout: 20_000 }).toBeGreaterThan(20);
    const row = paper.rows.first();
    expect(await paper.codeOf(row)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const words of ['Time', 'Appointment', 'Call again', 'Not interested']) await expectText(row, words);
  });

  it.each(['a4', 'letter'] as const)('prints on %s in black and white, with nothing cut', async (name) => {
    const { width, height, points } = PAPERS[name];
    await paper.print('all', name);
    await manager.page.waitForLoadState('networkidle');
    const { clipped, colours, sheets, breaksInside } = await layoutOf(manager.page, width);
    expect(clipped).toEqual([]);
    expect(colours).toEqual([]);
    expect(breaksInside).toEqual(['avoid']);
    // Several rows fit on a page, so that none has to be cut.
    const rows = sheets.flatMap((sheet) => sheet.rows);
    expect(rows.length).toBeGreaterThan(20);
    expect(Math.max(...rows)).toBeLessThan(height / 4);

    const pages = await printedPages(manager.page);
    for (const page of pages) expect(page).toEqual(points);
    // Each person's sheet begins on a page of its own, and takes as many as whole rows need.
    const needed = sheets.map((sheet) => pagesOf(sheet, height));
    expect(Math.max(...needed)).toBeGreaterThan(1);
    expect(pages).toHaveLength(needed.reduce((sum, count) => sum + count, 0));
  });

  it('prints nothing where sheets did not come, says so, and prints once they are there', async () => {
    const { page } = manager;
    await page.evaluate(() =>
      Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) }),
    );
    const printed = () => page.evaluate(() => (window as unknown as { printed: number }).printed);
    const way = await cutOff(page);
    await page.locator('#day').fill(new Date(DEMO_BEGINS + 24 * 60 * 60_000).toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expectText(page.locator('form .notice'), 'could not be fetched, so nothing was printed.');
    expect(await printed()).toBe(0);
    await way.letGo();
    await page.locator('#day').fill('');
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(printed, { timeout: 20_000 }).toBe(1);
    await expectCount(page.locator('form .notice'), 0);
  });

  it('prints for a salesperson the own day alone', async () => {
    const heading = paper.page.locator('beback-day-sheet:not([empty]) h2').first();
    seller = ((await textOf(heading)).split(',')[0] ?? '').trim();
    const own = await openMember(world, world.logInOf(seller), '/paper/');
    await expectVisible(own.page.locator('beback-day-sheet tbody tr').first());
    await expectCount(own.page.locator('beback-day-sheet'), 1);
    await expectCount(own.page.locator('#whose'), 0);
    const sheet = own.page.locator('beback-day-sheet');
    const row = sheet.locator('tbody tr').filter({ hasText: 'No answer' }).first();
    code = await row.locator('.sign').innerText();
    customer = await textOf(row.locator('.who .name'));
    await own.context.close();
  });

  it('lets the manager key in the next day what was done on that day, by the keyboard', async () => {
    const { page } = manager;
    await world.setClock(new Date(DEMO_BEGINS + 24 * 60 * 60_000).toISOString());
    await paper.show('Key in results');
    await page.locator('#whose').selectOption({ label: seller });
    const day = new Date(DEMO_BEGINS).toISOString().slice(0, 10);
    await page.locator('beback-key-in #day').fill(day);
    await paper.entry.locator('#code').waitFor();
    await paper.entry.locator('#code').fill(code);
    await expectText(paper.entry.locator('#match'), customer);
    await paper.entry.locator('#code').fill('');
    await paper.keyIn(code.toLowerCase(), '3');
    await expectText(paper.row(customer), /saved/);
    await expectText(paper.entry.locator('[role=status]').first(), '1 saved');
  });

  it('refuses the same row again and a day ahead, and keeps what was typed', async () => {
    await paper.keyIn(code, '3');
    await expectText(paper.entry.locator('.fault'), 'is in already');
    expect(await paper.entry.locator('#code').inputValue()).toBe(code);
  });

  it('has it on nobody’s list any more', async () => {
    const own = await openMember(world, world.logInOf(seller), '/paper/');
    await expectVisible(own.page.locator('beback-day-sheet h2'));
    await expectCount(own.page.locator('beback-day-sheet .sign').filter({ hasText: code }), 0);
    await own.context.close();
  });
});

// Helpers

/** Documents of customers with numbers of their own, some of them with long names. */
async function severalLeads(count: number): Promise<readonly string[]> {
  const document = await fixture('lead.xml');
  return Array.from({ length: count }, (_, i) =>
    document
      .replace('HL-20517', `HL-${30_000 + i}`)
      .replace('Marisol', i % 5 === 0 ? 'Maximiliana-Konstantina Alexandrovna' : `Marisol ${i}`)
      .replace('marisol.quintero', `customer.${i}`)
      .replace('518-555-0142', `518-555-${3000 + i}`),
  );
}
