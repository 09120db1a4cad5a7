import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import type { KeyInWords } from './key-in-words.ts';
import type { KeyedRow } from './keyed-row.ts';

export interface RowActs {
  readonly correct: (row: KeyedRow) => void;
  readonly tryAgain: (row: KeyedRow) => void;
}

/** What was handed in, the latest first, with what became of each row. */
export function renderRows(rows: readonly KeyedRow[], acts: RowActs, texts: KeyInWords, tag: string): TemplateResult {
  const saved = rows.filter(({ state }) => state === 'saved').length;
  return html`<section aria-labelledby="rows">
    <h2 id="rows">${texts.rows}</h2>
    <p role="status" class="muted">${rows.length === 0 ? texts.none : texts.count(saved, rows.length - saved)}</p>
    <ul>
      ${rows.toReversed().map((row) => renderRow(row, acts, texts, tag))}
    </ul>
  </section>`;
}

function renderRow(row: KeyedRow, { correct, tryAgain }: RowActs, texts: KeyInWords, tag: string): TemplateResult {
  const { values, task, state } = row;
  const name = task.customerName ?? texts.nobodyNamed;
  return html`<li>
    <span class="sign">${values.code}</span>
    <span class="name">${name}</span>
    <span>${texts.dispositions[values.disposition]}</span>
    <span class="muted">${shortDay(values.day, tag)} ${values.time}</span>
    <span class=${state === 'refused' || state === 'waits' ? 'state bad' : 'state'}>
      ${icon(state === 'saved' ? 'done' : state === 'saving' ? 'wait' : 'cut')} ${stateOf(row, texts)}
    </span>
    ${
      state === 'refused' || state === 'waits'
        ? html`<span>${reasonOf(row, texts)}</span>
          <button type="button" aria-label=${texts.correctOf(name)} @click=${() => correct(row)}>${texts.correct}</button>`
        : nothing
    }
    ${state === 'waits' ? html`<button type="button" @click=${() => tryAgain(row)}>${texts.tryAgain}</button>` : nothing}
  </li>`;
}

function stateOf({ state }: KeyedRow, texts: KeyInWords): string {
  const words = { saving: texts.saving, saved: texts.saved, refused: texts.refused, waits: texts.waits };
  return words[state];
}

function reasonOf({ refusal }: KeyedRow, texts: KeyInWords): string {
  if (refusal === undefined) return '';
  if ('field' in refusal) return texts.fields[refusal.field] ?? texts.failure.input;
  return tellRefusal(refusal, texts);
}
