import type { Failure } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { BoardQueries } from './board-queries.ts';
import { type BoardTelling, renderLink } from './board-telling.ts';
import type { BoardWords } from './board-words.ts';

export function renderLoading(texts: BoardWords): TemplateResult {
  return html`<div class="waiting" aria-busy="true"><p id="title">${texts.loading}</p></div>`;
}

export function renderFailed(texts: BoardWords, failure: Failure, again: () => void): TemplateResult {
  return html`<div class="waiting" role="alert">
    <h1 id="title" tabindex="-1">${texts.failed}</h1>
    <p>${icon('cut')} ${texts.failure[failure.kind]}</p>
    <button type="button" @click=${again}>${texts.tryAgain}</button>
  </div>`;
}

export function renderSignedOut(texts: BoardWords, href: string | undefined): TemplateResult {
  return html`<div class="waiting" role="alert">
    <p id="title">${texts.signedOut}</p>
    ${href ? html`<a class="button main" href=${href}>${texts.signIn}</a>` : nothing}
  </div>`;
}

/** For somebody who sees no group board: the stores to choose from, or that there is none. */
export function renderStart(queries: BoardQueries, telling: BoardTelling, again: () => void): TemplateResult {
  const { texts } = telling;
  const { state } = queries.viewer;
  if (state.status === 'idle' || state.status === 'loading') return renderLoading(texts);
  if (state.status === 'failed') return renderFailed(texts, state.failure, again);
  const { stores = [], capabilities = [] } = state.data.viewer ?? {};
  if (stores.length === 0 || !capabilities.includes('storeBoard')) {
    return html`<div class="waiting"><p id="title">${texts.noStores}</p></div>`;
  }
  return html`<h1 id="title" tabindex="-1">${texts.chooseStore}</h1>
    <ul class="list">
      ${stores.map((store) => html`<li>${renderLink({ storeId: store.id }, store.name, telling)}</li>`)}
    </ul>`;
}
