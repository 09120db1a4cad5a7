import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { carrierLoads, firstDayOverOf } from '../plan/carrier-load.ts';
import type { PlanLoad } from '../plan/plan-queries.ts';
import { tellDay } from '../plan/plan-telling.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { EditorTelling } from './editor-telling.ts';

export interface Bar {
  readonly desk: DraftDesk;
  readonly load: PlanLoad | undefined;
  /** How much has to be mended. */
  readonly faults: number;
  /** Leads to what has to be mended first. */
  mend(): void;
  undo(): void;
  redo(): void;
  save(): void;
  handIn(): void;
}

/** What is always at hand: whether it fits, whether it is saved, steps back, handing in. */
export function renderBar(bar: Bar, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const { desk, faults } = bar;
  const busy = desk.busy !== undefined;
  const button = (words: string, act: () => void, may: boolean, kind = ''): TemplateResult => html`<button
    type="button"
    class=${kind}
    aria-disabled=${may && !busy ? 'false' : 'true'}
    @click=${() => may && !busy && act()}
  >
    ${words}
  </button>`;
  return html`<div class="bar" role="region" aria-label=${texts.atHand}>
    <p class="now">${faults > 0 ? renderMend(bar, telling) : renderFit(bar.load, telling)} ${renderKept(desk, telling)}</p>
    <div class="buttons">
      ${button(texts.undo, bar.undo, desk.mayUndo)} ${button(texts.redo, bar.redo, desk.mayRedo)}
      ${button(texts.save, bar.save, desk.dirty && faults === 0 && desk.meanwhile === undefined)}
      ${button(texts.handIn, bar.handIn, desk.meanwhile === undefined && (desk.dirty || desk.draft?.unfinished === true), 'main')}
    </div>
  </div>`;
}

function renderMend({ faults, mend }: Bar, { texts }: EditorTelling): TemplateResult {
  return html`<button type="button" class="chip alarm" @click=${mend}>${icon('alarm')} ${texts.mend(faults)}</button>`;
}

/** Whether the text as it stands fits the people; if not, from when on. */
function renderFit(load: PlanLoad | undefined, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  if (load === undefined) return html``;
  if (load.fits) return html`<span class="chip good">${icon('done')} ${texts.fitsThem}</span>`;
  const first = firstDayOverOf(carrierLoads(load.people));
  const from = first === undefined ? '' : ` ${texts.firstDayOver(tellDay(first, telling))}`;
  return html`<span class="chip alarm">${icon('alarm')} ${texts.tooMuch}${from}</span>`;
}

function renderKept({ dirty, draft }: DraftDesk, { texts }: EditorTelling): TemplateResult {
  if (dirty) return html`<span class="chip wait">${icon('letter')} ${texts.unsaved}</span>`;
  return html`<span class="muted small">${draft?.unfinished === false ? texts.handedIn : texts.saved}</span>`;
}
