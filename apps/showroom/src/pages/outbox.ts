import { type OutboxResult, outbox } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { showBar } from '../parts/bar.ts';
import { renderMail } from '../parts/mail.ts';
import { show } from '../parts/show.ts';
import { client, type SignedIn } from '../session.ts';

const PAGE = 50;

type Page = OutboxResult['outbox'];

let person: SignedIn | undefined;
let storeId: string | undefined;
let page: Page | undefined;
let fault: string | undefined;

person = await showBar({ membersOnly: true, onTimeSet: () => void refresh() });
if (person !== undefined) await refresh();

async function refresh(): Promise<void> {
  const wish = storeId === undefined ? { first: PAGE } : { first: PAGE, storeId };
  const mails = await client.query(outbox, wish);
  fault = mails.ok ? undefined : mails.failure.message || 'The outbox could not be fetched.';
  if (mails.ok) page = mails.data.outbox;
  update();
}

function update(): void {
  show(html`<div class="narrow">
    <h1>Outbox</h1>
    <p class="muted">What left the house, newest first. In the demo nothing leaves it: the mails are here.</p>
    <div class="tools">
      ${renderStores()}
      <button type="button" @click=${() => void refresh()}>Look again</button>
    </div>
    ${fault === undefined ? nothing : html`<p class="notice" role="alert">${fault}</p>`} ${renderMails()}
  </div>`);
}

function renderStores(): TemplateResult | typeof nothing {
  const stores = person?.stores ?? [];
  if (stores.length < 2) return nothing;
  return html`<label for="store">Store</label>
    <select
      id="store"
      @change=${(event: Event) => {
        storeId = (event.target as HTMLSelectElement).value || undefined;
        void refresh();
      }}
    >
      <option value="">All stores</option>
      ${stores.map((store) => html`<option value=${store.id}>${store.name}</option>`)}
    </select>`;
}

function renderMails(): TemplateResult {
  if (page === undefined) return html`<p>${fault === undefined ? 'Fetching the outbox …' : nothing}</p>`;
  const mails = (page.edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
  if (mails.length === 0) return html`<p class="notice">Nothing has left the house yet.</p>`;
  return html`<ul class="list">
    ${mails.map((mail) => renderMail(mail))}
  </ul>`;
}
