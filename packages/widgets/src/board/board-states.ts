import type { Failure } from '@beback/client';
import { html, type TemplateResult } from 'lit';
import { renderFailed, renderLoading } from '../staff/staff-states.ts';
import type { BoardQueries } from './board-queries.ts';
import { type BoardTelling, renderLink } from './board-telling.ts';
import type { BoardWords } from './board-words.ts';

/** The title of a board that has nothing to show yet. */
export function renderTitle(text: string): TemplateResult {
  return html`<h1 id="title" tabindex="-1">${text}</h1>`;
}

export function renderBoardLoading(texts: BoardWords): TemplateResult {
  return renderLoading(html`<span id="title">${texts.loading}</span>`);
}

export function renderBoardFailed(texts: BoardWords, failure: Failure, again: () => void): TemplateResult {
  return html`${renderTitle(texts.failed)} ${renderFailed(texts.failure[failure.kind], texts, again)}`;
}

/** For somebody who sees no group board: the stores to choose from, or that there is none. */
export function renderStart(queries: BoardQueries, telling: BoardTelling, again: () => void): TemplateResult {
  const { texts } = telling;
  const { state } = queries.viewer;
  if (state.status === 'idle' || state.status === 'loading') return renderBoardLoading(texts);
  if (state.status === 'failed') return renderBoardFailed(texts, state.failure, again);
  const { stores = [], capabilities = [] } = state.data.viewer ?? {};
  if (stores.length === 0 || !capabilities.includes('storeBoard')) {
    return html`<div class="waiting"><p id="title">${texts.noStores}</p></div>`;
  }
  return html`<h1 id="title" tabindex="-1">${texts.chooseStore}</h1>
    <ul class="list">
      ${stores.map((store) => html`<li>${renderLink({ storeId: store.id }, store.name, telling)}</li>`)}
    </ul>`;
}
