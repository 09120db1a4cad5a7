import type { GroupBoardResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { type BoardTelling, renderLink, tellCount, tellTime } from './board-telling.ts';
import { needsInSight, renderNeeds } from './findings-view.ts';
import { renderHeatMap } from './heat-map.ts';
import { renderMeasureTable } from './measure-table.ts';
import { renderMeasures } from './measures-view.ts';

/** The principal's board: one minute, the sentence that decides first. */
export function renderGroup({ groupBoard: board }: GroupBoardResult, telling: BoardTelling): TemplateResult {
  const { texts, tag } = telling;
  const needs = needsInSight(board.storesNeedingYou);
  const needing = needs.length;
  const stores = tellCount(board.stores.length, telling);
  const asOf = texts.asOf(tellTime(board.asOf, telling), shortDay(board.from, tag), shortDay(board.to, tag));
  const rows = board.stores.map((row) => ({
    name: renderLink({ storeId: row.store.id }, row.store.name, telling),
    measures: row.measures,
    trend: row.trend,
    openFindings: row.openFindings,
  }));
  return html`
    <header>
      <h1 id="title" tabindex="-1">
        ${needing === 0 ? html`${icon('done')} ${texts.needsNone(stores)}` : texts.needs(needing, stores)}
      </h1>
      <p class="muted">${asOf}</p>
    </header>
    ${renderNeeds(needs, telling)} ${renderMeasures(board.measures, telling)}
    ${renderStaleFeeds(board.staleFeeds, telling)} ${renderHeatMap(board.stores, telling)}
    <details>
      <summary>${texts.table}</summary>
      ${renderMeasureTable(texts.store, rows, telling)}
    </details>
  `;
}

function renderStaleFeeds(
  feeds: GroupBoardResult['groupBoard']['staleFeeds'],
  telling: BoardTelling,
): TemplateResult | typeof nothing {
  if (feeds.length === 0) return nothing;
  const { texts } = telling;
  return html`<section aria-labelledby="feeds">
    <h2 id="feeds">${icon('cut')} ${texts.staleFeeds}</h2>
    <ul class="feeds">
      ${feeds.map(
        ({ store, source, completeUntil }) => html`<li>
          ${store === null ? nothing : renderLink({ storeId: store.id }, store.name, telling)}
          <span class="muted">${texts.staleFeed(source, tellTime(completeUntil, telling, store?.zone))}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}
