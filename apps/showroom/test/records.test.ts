// A manager hands the phone system's file in.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../src/upload-limit.ts';
import { RecordsPage } from './pages/records-page.ts';
import { callFile, type SystemCall } from './support/call-file.ts';
import { expectCount, expectText, expectVisible } from './support/expect-locator.ts';
import { loseAnswers } from './support/hold-answers.ts';
import { openMember, type Visitor } from './support/visitor.ts';
import { DEMO, OPENING_MILLISECONDS, openWorld, type World } from './support/world.ts';

// The clock stands at half past three in New York.
const STORE_LINE = '+15185550100';
const at = (time: string) => new Date(`2026-11-20T${time}:00-05:00`);
const call = (sid: string, more: Partial<SystemCall> = {}): SystemCall => ({
  sid,
  from: STORE_LINE,
  to: '+15185550177',
  at: at('14:00'),
  seconds: 40,
  answeredBy: 'human',
  ...more,
});

let world: World;
let visitor: Visitor;
let records: RecordsPage;
beforeAll(async () => {
  world = await openWorld('the embedded database', { stores: 2 });
  visitor = await openMember(world, DEMO.manager, '/records/', 'America/Los_Angeles');
  records = new RecordsPage(visitor.page);
}, OPENING_MILLISECONDS);
afterAll(async () => {
  await visitor?.context.close();
  await world?.close();
});

it('takes a file in, its end by the store’s clock wherever the manager sits, and says what came of it', async () => {
  // The demo's own records go further already than this file's end.
  await visitor.page.getByLabel('Phone system').fill('front-desk');
  await expectVisible(visitor.page.getByText(/By the clock of Northgate Motors Albany \(New York\)/));
  await records.upload(callFile([call('CA1'), call('CA2', { at: at('14:20') })]), '2026-11-20T15:00');
  await expectText(records.status, 'The file tells of 2 calls: 2 new, 0 known already.');
  await expectText(visitor.page.getByRole('main'), 'records are complete until Nov 20, 2026, 3:00 PM now');
});

it('knows what it was told, and names the rows that it cannot use', async () => {
  const file = `${callFile([call('CA1'), call('CA3')])}\nCA4,,x,y,strange,outbound-api,,,,`;
  await records.upload(file, '2026-11-20T15:10');
  await expectText(records.status, 'The file tells of 2 calls: 1 new, 1 known already.');
  await expectVisible(visitor.page.getByRole('heading', { name: '1 row could not be used' }));
  await expectText(visitor.page.getByRole('listitem').filter({ hasText: 'Line 4' }), /^Line 4, status: expected /);
});

it('names the field that is wrong as the page names it', async () => {
  await records.upload(callFile([call('CA5')]), '2026-11-20T15:31');
  await expectText(records.fault, 'Please check “Complete until”: a time that is not in the future.');
  await records.upload('name,price\nBronco,1', '2026-11-20T15:20');
  await expectText(records.fault, /^Please check “File”: /);
  await visitor.page.getByLabel('Phone system').fill('our phones!');
  await records.send();
  await expectText(records.fault, /^Please check “Phone system”: /);
  await visitor.page.getByLabel('Phone system').fill('front-desk');
});

it('counts a file once whose answer was lost and which is uploaded again', async () => {
  const lost = await loseAnswers(visitor.page, 'UploadCallRecords');
  await records.upload(callFile([call('CA6'), call('CA7', { at: at('14:40') })]), '2026-11-20T15:20');
  await expectText(records.fault, 'There is no connection to the server. Please upload it again: it counts once.');
  await lost.letGo();
  await records.send();
  // The first answer again, and not one that knows both calls already.
  await expectText(records.status, 'The file tells of 2 calls: 2 new, 0 known already.');
});

it('takes a file that a spreadsheet has saved as UTF-16', async () => {
  const content = callFile([call('CA8')]);
  await records.upload(Buffer.from(`\ufeff${content}`, 'utf16le'), '2026-11-20T15:21');
  await expectText(records.status, 'The file tells of 1 call: 1 new, 0 known already.');
});

it('takes a month of a store’s calls at once', { timeout: 120_000 }, async () => {
  const month = Array.from({ length: 3_000 }, (_, i) =>
    call(`CM${i}`, { at: new Date(at('08:00').getTime() - Math.floor(i / 120) * 86_400_000 + (i % 120) * 200_000) }),
  );
  await records.upload(callFile(month), '2026-11-20T15:22');
  await expectText(records.status, 'The file tells of 3,000 calls: 3,000 new, 0 known already.');
});

it('says before it sends a file that it is too long, as the server counts', async () => {
  const source = readFileSync(
    new URL('../../api/src/modules/call-record/upload-call-records.ts', import.meta.url),
    'utf8',
  );
  expect(Number(/MOST_CONTENT = ([\d_]+);/.exec(source)?.[1]?.replaceAll('_', ''))).toBe(MOST_CHARACTERS);
  await records.upload('x'.repeat(MOST_CHARACTERS + 1), '2026-11-20T15:23');
  await expectText(records.fault, /^The file is too long: 4,000,000 characters are taken\./);
  expect(visitor.troubles).toEqual([]);
});

it('is no page for who does not answer for the store’s phones', { timeout: 60_000 }, async () => {
  const { page, context } = await openMember(world, DEMO.principal, '/board/');
  await page.goto(`${world.url}/records/`);
  await expectVisible(page.getByText('Call records come from the managers'));
  await expectCount(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Calls' }), 0);
  await expectCount(page.locator('main form'), 0);
  await context.close();
});
