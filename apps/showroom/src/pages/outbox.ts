import { type Failure, outbox } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { renderFailure } from '../parts/failure.ts';
import { type Mail, renderMail } from '../parts/mail.ts';
import { openMembersPage, renderFrame } from '../parts/members-page.ts';
import { show } from '../parts/show.ts';
import { renderStoreChoice } from '../parts/store-choice.ts';
import { client } from '../session.ts';

const TITLE = 'Outbox';
const PAGE = 50;

let storeId: string | undefined;
let mails: readonly Mail[] | undefined;
/** Where the older mails begin; undefined when there are none. */
let older: string | undefined;
let failure: Failure | undefined;
/** What "Try again" does: what was last asked. */
let retry = () => refresh();
/** Counts the asks: an answer that a later ask has overtaken is of another store, or old. */
let asks = 0;

const person = await openMembersPage(TITLE, { onTimeSet: () => void refresh() });
if (person !== undefined) {
  update();
  await refresh();
}

/** Asks for the newest mails, or with `after` for the ones that follow those on the page. */
async function refresh(after?: string): Promise<void> {
  const ask = ++asks;
  const wanted = { first: PAGE, ...(after !== undefined && { after }), ...(storeId !== undefined && { storeId }) };
  const answer = await client.query(outbox, wanted);
  if (ask !== asks) return;
  retry = () => refresh(after);
  failure = answer.ok ? undefined : answer.failure;
  if (answer.ok) {
    const { edges, pageInfo } = answer.data.outbox;
    const found = (edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
    mails = after === undefined ? found : [...(mails ?? []), ...found];
    older = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  }
  update();
}

function choose(wanted: string | undefined): void {
  storeId = wanted;
  mails = undefined;
  older = undefined;
  failure = undefined;
  update();
  void refresh();
}

function update(): void {
  const stores = person?.stores ?? [];
  show(
    renderFrame(
      TITLE,
      html`<p class="muted">The mails and texts that Beback has written, newest first, and what became of each.</p>
        <div class="tools">
          ${renderStoreChoice({ stores, chosen: storeId, all: 'All stores', choose })}
          <button type="button" @click=${() => void refresh()}>Look again</button>
        </div>
        ${failure === undefined ? nothing : renderFailure(failure, () => void retry())} ${renderMails()}`,
    ),
  );
}

function renderMails(): TemplateResult | typeof nothing {
  if (mails === undefined) return failure === undefined ? html`<p role="status">Fetching the messages …</p>` : nothing;
  if (mails.length === 0) return html`<p class="notice">Nothing has been written yet.</p>`;
  return html`<ul class="list">
      ${mails.map((mail) => renderMail(mail))}
    </ul>
    ${older === undefined ? nothing : html`<button type="button" @click=${() => void refresh(older)}>Show older messages</button>`}`;
}
