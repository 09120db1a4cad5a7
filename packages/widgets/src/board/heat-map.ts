import type { GroupBoardResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { percent } from '../format/number.ts';
import { icon } from '../icons/icons.ts';
import { type BoardTelling, renderLink, tellShare } from './board-telling.ts';

type StoreRow = GroupBoardResult['groupBoard']['stores'][number];

/** From which share of planned calls a store stands in which step of the map, lowest first. */
const STEPS = [0, 0.5, 0.7, 0.8, 0.9] as const;

export function stepOf(share: number | undefined): number | undefined {
  if (share === undefined) return undefined;
  return STEPS.findLastIndex((from) => share >= from);
}

/**
 * All stores at a glance, each in its place: the shade says how many of its planned calls were made, and so does the
 * number on it; a triangle marks open findings. Each is a way to the store.
 */
export function renderHeatMap(stores: readonly StoreRow[], telling: BoardTelling): TemplateResult {
  const { texts, tag } = telling;
  return html`<section aria-labelledby="stores">
    <h2 id="stores">${texts.stores}</h2>
    <p class="small muted">${texts.mapHint}</p>
    <ul class="map">
      ${stores.map((row) => renderCell(row, telling))}
    </ul>
    <ul class="scale small" aria-hidden="true">
      ${STEPS.map((from, step) => {
        const to = STEPS[step + 1] ?? 1;
        return html`<li><span class="key step-${step}"></span>${percent(from, tag)}–${percent(to, tag)}</li>`;
      })}
    </ul>
  </section>`;
}

function renderCell({ store, measures, openFindings }: StoreRow, telling: BoardTelling): TemplateResult {
  const rate = measures.callCompliance;
  // By the number that is shown: a store of 89.6 % reads 90 and stands with the nineties.
  const shown = rate === null ? undefined : Math.round(rate.share * 100);
  const step = stepOf(shown === undefined ? undefined : shown / 100);
  const made = tellShare(rate, telling);
  const content = html`<span class="cell ${step === undefined ? 'step-none' : `step-${step}`}" title=${store.name}>
    <span>${shown ?? telling.texts.none}</span>
    ${openFindings > 0 ? icon('alarm') : nothing}
  </span>`;
  return html`<li>
    ${renderLink({ storeId: store.id }, content, telling, telling.texts.cell(store.name, made, openFindings))}
  </li>`;
}
