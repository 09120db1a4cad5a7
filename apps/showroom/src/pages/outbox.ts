import { type Failure, type OutboxResult, outbox } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { renderFailure } from '../parts/failure.ts';
import { renderMail } from '../parts/mail.ts';
import { openMembersPage, renderFrame } from '../parts/members-page.ts';
import { show } from '../parts/show.ts';
import { renderStoreChoice } from '../parts/store-choice.ts';
import { client } from '../session.ts';

const TITLE = 'Outbox';
const PAGE = 50;

let storeId: string | undefined;
let mails: OutboxResult['outbox'] | undefined;
let failure: Failure | undefined;
/** Counts the asks: an answer that a later ask has overtaken is of another store, or old. */
let asks = 0;

const person = await openMembersPage(TITLE, { onTimeSet: () => void refresh() });
if (person !== undefined) {
  update();
  await refresh();
}

async function refresh(): Promise<void> {
  const ask = ++asks;
  const answer = await client.query(outbox, { first: PAGE, ...(storeId !== undefined && { storeId }) });
  if (ask !== asks) return;
  failure = answer.ok ? undefined : answer.failure;
  if (answer.ok) mails = answer.data.outbox;
  update();
}

function choose(wanted: string | undefined): void {
  storeId = wanted;
  mails = undefined;
  failure = undefined;
  update();
  void refresh();
}

function update(): void {
  const stores = person?.stores ?? [];
  show(
    renderFrame(
      TITLE,
      html`<p class="muted">The mails that Beback has written, newest first, and what became of each.</p>
        <div class="tools">
          ${renderStoreChoice({ stores, chosen: storeId, all: 'All stores', choose })}
          <button type="button" @click=${() => void refresh()}>Look again</button>
        </div>
        ${failure === undefined ? nothing : renderFailure(failure, () => void refresh())} ${renderMails()}`,
    ),
  );
}

function renderMails(): TemplateResult | typeof nothing {
  if (mails === undefined) return failure === undefined ? html`<p role="status">Fetching the mails …</p>` : nothing;
  const all = (mails.edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
  if (all.length === 0) return html`<p class="notice">No mail has been written yet.</p>`;
  return html`<ul class="list">
    ${all.map((mail) => renderMail(mail))}
  </ul>`;
}
