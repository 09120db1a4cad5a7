// The pages to be looked at, each in the state that is worth a look.
import { readFile } from 'node:fs/promises';
import { DEMO_INTAKE_KEY } from '@beback/demo/demo-access';
import type { Shot } from './shot.ts';
import { TRIAL_SHOTS } from './trial-shots.ts';

const CALLS = `sid,from,to,status,direction,start_time,end_time,duration
CA1,+15185550100,+15185550177,completed,outbound-dial,2026-11-19T15:00:00Z,2026-11-19T15:01:00Z,60
CA2,+15185550100,+15185550177,strange,outbound-dial,2026-11-19T15:05:00Z,2026-11-19T15:06:00Z,60`;

export const SHOTS: readonly Shot[] = [
  { name: 'landing', path: '/', until: 'main h1' },
  { name: 'signin', path: '/signin/', until: 'main .person' },
  { name: 'survey-gone', path: '/survey/#unknown', until: 'beback-survey h2' },
  { name: 'preferences-gone', path: '/preferences/#unknown', until: 'beback-preferences h2' },
  { name: 'day', path: '/day/', role: 'salesperson', until: 'beback-task-list h3' },
  {
    name: 'day-chosen',
    path: '/day/',
    role: 'salesperson',
    until: 'beback-task-list .disposition',
    act: (page) => page.locator('beback-task-list .disposition').nth(1).click(),
  },
  {
    name: 'day-why-not',
    path: '/day/',
    role: 'salesperson',
    until: 'beback-task-list .why-not',
    act: async (page) => {
      const list = page.locator('beback-task-list');
      await list.getByRole('searchbox').fill('an');
      await list.getByRole('button', { name: 'Look up' }).click();
      await list.getByText('How this list was made').click();
      await list.locator('.answers').waitFor();
      await list.locator('.sum').waitFor();
    },
  },
  { name: 'board', path: '/board/', role: 'principal', until: 'beback-board .map' },
  {
    name: 'store',
    path: '/board/',
    role: 'principal',
    until: 'beback-board .need h2 a',
    act: async (page) => {
      await page.locator('beback-board .need h2 a').first().click();
      await page.locator('beback-board table').first().waitFor();
    },
  },
  {
    name: 'person',
    path: '/board/',
    role: 'principal',
    until: 'beback-board .need .findings a',
    act: async (page) => {
      await page.locator('beback-board .need .findings a').first().click();
      await page.locator('beback-board tbody a').first().click();
      await page.locator('beback-board #activities').waitFor();
    },
  },
  { name: 'morning', path: '/morning/', role: 'manager', until: 'beback-morning .person' },
  {
    name: 'morning-away',
    path: '/morning/',
    role: 'manager',
    until: 'beback-morning .person',
    act: async (page) => {
      // The first is the BDC's, who has nothing to hand on at this hour.
      await page
        .getByRole('button', { name: /is away today/ })
        .nth(1)
        .click();
      await page.locator('beback-morning .targets').waitFor();
    },
  },
  {
    name: 'plan-editor-handed-in',
    path: '/plan-editor/',
    role: 'manager',
    until: 'beback-plan-editor .bar',
    act: async (page) => {
      const editor = page.locator('beback-plan-editor');
      if (await editor.getByText('This text was handed in').isVisible()) return;
      await editor.getByRole('button', { name: 'Hand in …' }).click();
      const note = editor.locator('#note');
      const now = editor.getByRole('button', { name: /^Hand in version/ });
      await note.or(now).waitFor();
      // Another picture may have tried more leads than can be borne.
      if (await note.isVisible()) {
        await note.fill('Two students help until the end of January.');
        await editor.getByRole('checkbox', { name: 'I sign for this load' }).check();
        await editor.getByRole('button', { name: 'Sign and hand in' }).click();
      } else await now.click();
      await editor.getByText('This text was handed in').waitFor();
    },
  },
  { name: 'plan', path: '/plan/#version/1', role: 'manager', until: 'beback-plan .series' },
  { name: 'plan-editor-begin', path: '/plan-editor/#version/1', role: 'manager', until: 'beback-plan-editor h1' },
  {
    name: 'plan-editor-writing',
    path: '/plan-editor/',
    role: 'manager',
    until: 'beback-plan-editor h1',
    act: async (page) => {
      const editor = page.locator('beback-plan-editor');
      // The first of the pictures begins the draft; the others find it.
      const begin = editor.getByRole('button', { name: 'Begin with version 1' });
      await editor.locator('h1').waitFor();
      if (await begin.isVisible()) await begin.click();
      await editor.locator('.sentences .toggle').nth(1).click();
      await editor.locator('.form').waitFor();
    },
  },
  {
    name: 'plan-editor-mend',
    path: '/plan-editor/',
    role: 'manager',
    until: 'beback-plan-editor .bar',
    act: async (page) => {
      const editor = page.locator('beback-plan-editor');
      await editor.locator('#part-capacity summary').click();
      await editor.locator('#f-capacity-internet-calls').fill('500');
      await editor.locator('#part-capacity .fault:not(:empty)').first().waitFor();
    },
  },
  {
    name: 'plan-editor-too-much',
    path: '/plan-editor/',
    role: 'manager',
    until: 'beback-plan-editor .bar',
    act: async (page) => {
      const editor = page.locator('beback-plan-editor');
      await editor.locator('#part-capacity summary').click();
      for (const place of ['internet', 'sales', 'bdc']) {
        await editor.locator(`#f-capacity-${place}-calls`).fill('2');
        await editor.locator(`#f-capacity-${place}-tasks`).fill('3');
      }
      await editor.getByRole('button', { name: 'Hand in' }).click();
      await editor.locator('#hand-in').waitFor();
    },
  },
  {
    name: 'plan-draft',
    path: '/plan/',
    role: 'manager',
    until: 'beback-plan .series',
    act: async (page) => {
      const plan = page.locator('beback-plan');
      await plan.locator('summary').filter({ hasText: 'What if' }).click();
      await plan.getByRole('spinbutton', { name: 'Internet leads' }).fill('400');
      await plan.getByRole('button', { name: 'Reckon again' }).click();
      await plan.getByText('Too much. First day over').waitFor();
    },
  },
  {
    name: 'plan-signing',
    path: '/plan/',
    role: 'manager',
    until: 'beback-plan .signatures',
    act: (page) => page.getByRole('button', { name: /^Sign version/ }).click(),
  },
  {
    name: 'plan-retire',
    path: '/plan/',
    role: 'manager',
    until: 'beback-plan .signatures',
    act: (page) => page.getByRole('button', { name: /^Retire version/ }).click(),
  },
  { name: 'plan-to-sign', path: '/plan/#version/1', role: 'salesperson', until: 'beback-plan .signatures' },
  { name: 'paper', path: '/paper/', role: 'salesperson', until: 'beback-day-sheet tbody tr' },
  {
    name: 'paper-all',
    path: '/paper/',
    role: 'manager',
    until: 'main #whose',
    act: async (page) => {
      await page.locator('#whose').selectOption('all');
      await page.locator('beback-day-sheet tbody tr').first().waitFor();
    },
  },
  {
    name: 'key-in',
    path: '/paper/#key-in',
    role: 'salesperson',
    until: 'beback-key-in #code',
    act: async (page) => {
      await page.locator('beback-key-in #code').fill('ZZZZ');
      await page.getByRole('button', { name: 'Save row' }).click();
      await page.locator('beback-key-in .fault').waitFor();
    },
  },
  ...TRIAL_SHOTS,
  { name: 'leads', path: '/leads/', role: 'manager', until: 'main h2' },
  { name: 'records', path: '/records/', role: 'manager', until: 'main form' },
  {
    name: 'records-answered',
    path: '/records/',
    role: 'manager',
    until: 'main form',
    act: async (page) => {
      // Of two rows one can be used. A picture more changes nothing: it is the same file.
      const buffer = Buffer.from(CALLS);
      await page.getByLabel('File').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer });
      await page.getByLabel('Complete until').fill('2026-11-20T09:00');
      await page.getByRole('button', { name: 'Upload' }).click();
      await page.locator('main .list').waitFor();
    },
  },
  {
    name: 'consent',
    path: '/day/',
    role: 'salesperson',
    until: 'beback-task-list .told summary',
    act: async (page) => {
      await page.locator('beback-task-list .told summary').first().click();
      await page.getByRole('link', { name: 'What this customer allows' }).click();
      await page.getByRole('button', { name: 'Take me off your list' }).click();
      const hours = page.locator('beback-ledger .channel summary').first();
      await hours.click();
    },
  },
  {
    name: 'evidence',
    path: '/evidence/',
    role: 'principal',
    until: 'beback-evidence form',
    act: async (page) => {
      // The same bytes again are the same lead.
      const document = await readFile(new URL('../test/fixtures/lead.xml', import.meta.url), 'utf8');
      const headers = { 'content-type': 'application/x-adf+xml', authorization: `Bearer ${DEMO_INTAKE_KEY}` };
      await page.request.post('/intake/adf', { data: document, headers });
      await page.locator('#asked').fill('(518) 555-0142');
      await page.getByRole('button', { name: 'Open the file' }).click();
      await page.locator('beback-evidence .entry').first().waitFor();
    },
  },
  { name: 'outbox', path: '/outbox/', role: 'administrator', until: 'main h1' },
];
