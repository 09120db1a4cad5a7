import '@beback/widgets/day-sheet';
import '@beback/widgets/key-in';
import { type StoreTodayResult, storeToday } from '@beback/client';
import type { DaySheet } from '@beback/widgets';
import { html, nothing, type TemplateResult } from 'lit';
import { failureWords } from '../parts/failure.ts';
import { openMembersPage } from '../parts/members-page.ts';
import { type PaperName, renderPrintForm, type Whose } from '../parts/print-form.ts';
import { show } from '../parts/show.ts';
import { renderStoreChoice } from '../parts/store-choice.ts';
import { whyUnprinted } from '../parts/why-unprinted.ts';
import { client } from '../session.ts';

type Person = StoreTodayResult['storeToday']['people'][number];

/** What the page can show, by the address’s last part. */
const VIEWS = [
  { hash: '', name: 'Print day sheets' },
  { hash: '#key-in', name: 'Key in results' },
] as const;
/** Countries that write on Letter; all others on A4. */
const LETTER = /-(US|CA|MX|PH|CL|CO)$/;
const SHEET_LOOK_MILLISECONDS = 100;

const person = await openMembersPage('Paper', { onTimeSet: () => void choose({}) });
const runsDays = person?.capabilities.includes('manageDay') ?? false;
const hasOwn = person?.capabilities.includes('ownDay') ?? false;
let storeId = person?.stores[0]?.id;
let people: readonly Person[] = [];
let failure: string | undefined;
let whose: Whose = hasOwn ? 'mine' : 'all';
let day = '';
let paper: PaperName = LETTER.test(navigator.language) ? 'letter' : 'a4';
let busy = false;
/** Why nothing was printed. */
let unprinted: string | undefined;

addEventListener('hashchange', update);
if (person !== undefined) await chooseStore(storeId);

async function chooseStore(wanted: string | undefined): Promise<void> {
  storeId = wanted;
  people = [];
  failure = undefined;
  unprinted = undefined;
  update();
  if (!runsDays || storeId === undefined) return;
  const outcome = await client.query(storeToday, { storeId });
  if (wanted !== storeId) return;
  if (outcome.ok) people = outcome.data.storeToday.people;
  else failure = failureWords(outcome.failure);
  update();
}

function choose(change: Partial<{ readonly whose: Whose; readonly day: string; readonly paper: PaperName }>): void {
  whose = change.whose ?? whose;
  day = change.day ?? day;
  paper = change.paper ?? paper;
  unprinted = undefined;
  update();
  if (Object.keys(change).length === 0) for (const sheet of sheets()) sheet.refresh();
}

function update(): void {
  const { hash } = location;
  show(html`<div class=${hash === '' ? 'sheets' : 'narrow'}>
    <nav class="tools screen" aria-label="Paper">
      ${VIEWS.map(
        (view) =>
          html`<a class="button" href="/paper/${view.hash}" aria-current=${view.hash === hash ? 'page' : nothing}>${view.name}</a>`,
      )}
    </nav>
    ${hash === '#key-in' ? renderKeyIn() : renderPrint()}
  </div>`);
}

function renderKeyIn(): TemplateResult {
  const stores = person?.stores ?? [];
  const choice = renderStoreChoice({ stores, chosen: storeId, choose: (wanted) => void chooseStore(wanted) });
  return html`${runsDays ? html`<div class="tools">${choice}</div>` : nothing}
    <beback-key-in .client=${client} store-id=${storeId ?? nothing}></beback-key-in>`;
}

function renderPrint(): TemplateResult {
  const members = people.flatMap(({ member }) => member ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
  const form = { stores: person?.stores ?? [], storeId, people: members, hasOwn, whose, day, paper, busy, unprinted };
  const chooseOne = (wanted: string | undefined): void => {
    whose = 'all';
    void chooseStore(wanted);
  };
  return html`<h1 class="screen">Day sheets</h1>
    <p class="muted screen">Print the day, live it with a pen, and key the results in later with the day they were done.</p>
    ${renderPrintForm({ ...form, chooseStore: chooseOne, choose, print: () => void print() })}
    ${failure === undefined ? nothing : html`<p class="notice screen" role="alert">${failure}</p>`}
    ${sheetsShown().map(
      (memberId) =>
        html`<beback-day-sheet
          .client=${client}
          member-id=${memberId ?? nothing}
          day=${day || nothing}
          paper=${paper}
        ></beback-day-sheet>`,
    )}`;
}

/** Whose sheets are shown; undefined: of who is signed in. */
function sheetsShown(): readonly (string | undefined)[] {
  if (whose === 'mine') return [undefined];
  if (whose !== 'all') return [whose.memberId];
  // Who will be away on another day than today, the plan of that day knows when it comes.
  return people.filter(({ absence }) => day !== '' || absence === null).flatMap(({ member }) => member?.id ?? []);
}

function sheets(): readonly DaySheet[] {
  return [...document.querySelectorAll('beback-day-sheet')];
}

/** Once every sheet is there: half a day on paper would be taken for the whole, and an error for a day without tasks. */
async function print(): Promise<void> {
  if (busy) return;
  busy = true;
  for (const sheet of sheets()) if (sheet.failed) sheet.refresh();
  update();
  while (sheets().some((sheet) => !sheet.settled))
    await new Promise((soon) => setTimeout(soon, SHEET_LOOK_MILLISECONDS));
  busy = false;
  unprinted = whyUnprinted(sheets());
  update();
  if (unprinted === undefined) window.print();
}
