import { type ClockResult, clock, type OutboxResult, outbox, setClock } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { showBar } from '../parts/bar.ts';
import { renderMail } from '../parts/mail.ts';
import { show } from '../parts/show.ts';
import { client, type SignedIn } from '../session.ts';

const PAGE = 50;
const HOUR = 3_600_000;
const STEPS = [
  { name: 'An hour later', milliseconds: HOUR },
  { name: 'A day later', milliseconds: 24 * HOUR },
  { name: 'Two days later', milliseconds: 48 * HOUR },
] as const;

type Page = OutboxResult['outbox'];

let person: SignedIn | undefined;
let storeId: string | undefined;
let page: Page | undefined;
let time: ClockResult['clock'] | undefined;
let fault: string | undefined;
let notice: string | undefined;

person = await showBar();
if (person === undefined) location.replace('/signin/?next=/outbox/');
else await refresh();

async function refresh(): Promise<void> {
  const wish = storeId === undefined ? { first: PAGE } : { first: PAGE, storeId };
  const [mails, now] = await Promise.all([client.query(outbox, wish), client.query(clock, {})]);
  fault = mails.ok ? undefined : mails.failure.message || 'The outbox could not be fetched.';
  if (mails.ok) page = mails.data.outbox;
  if (now.ok) time = now.data.clock;
  update();
}

function update(): void {
  show(html`<div class="narrow">
    <h1>Outbox</h1>
    <p class="muted">What left the house, newest first. In the demo nothing leaves it: the mails are here.</p>
    ${renderClock()} ${renderStores()}
    ${fault === undefined ? nothing : html`<p class="notice" role="alert">${fault}</p>`} ${renderMails()}
  </div>`);
}

function renderClock(): TemplateResult | typeof nothing {
  if (time === undefined || !person?.capabilities.includes('setClock')) return nothing;
  const now = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(
    Date.parse(time.now),
  );
  return html`<section class="card" aria-labelledby="clock">
    <h2 id="clock">The demo’s clock: ${now}</h2>
    <div class="tools">
      ${STEPS.map(({ name, milliseconds }) => html`<button type="button" @click=${() => void letPass(milliseconds)}>${name}</button>`)}
      <button type="button" @click=${() => void refresh()}>Look again</button>
    </div>
    <p class="small muted" role="status">${notice ?? nothing}</p>
  </section>`;
}

function renderStores(): TemplateResult | typeof nothing {
  const stores = person?.stores ?? [];
  if (stores.length < 2) return nothing;
  return html`<p class="tools">
    <label for="store">Store</label>
    <select
      id="store"
      @change=${(event: Event) => {
        storeId = (event.target as HTMLSelectElement).value || undefined;
        void refresh();
      }}
    >
      <option value="">All stores</option>
      ${stores.map((store) => html`<option value=${store.id}>${store.name}</option>`)}
    </select>
  </p>`;
}

function renderMails(): TemplateResult {
  if (page === undefined) return html`<p>${fault === undefined ? 'Fetching the outbox …' : nothing}</p>`;
  const mails = (page.edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
  if (mails.length === 0) return html`<p class="notice">Nothing has left the house yet.</p>`;
  return html`<ul class="list">
    ${mails.map((mail) => renderMail(mail))}
  </ul>`;
}

async function letPass(milliseconds: number): Promise<void> {
  if (time === undefined) return;
  const now = new Date(Date.parse(time.now) + milliseconds).toISOString();
  const outcome = await client.mutate(setClock, { input: { now } });
  const refused = outcome.ok && outcome.data.setClock.__typename === 'NotAllowedError';
  notice =
    !outcome.ok || refused ? 'The clock could not be set.' : 'Time has passed. What became due goes out in a moment.';
  await refresh();
}
