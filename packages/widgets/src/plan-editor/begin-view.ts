import { html, nothing, type TemplateResult } from 'lit';
import { stateInWords } from '../plan/head-view.ts';
import type { VersionRow } from '../plan/plan-queries.ts';
import type { EditorTelling } from './editor-telling.ts';

export interface Beginning {
  readonly versions: readonly VersionRow[];
  /** The version that the page names: no draft any more. */
  readonly named: VersionRow | undefined;
  readonly busy: boolean;
  /** @param version - whose text it begins with; undefined: the plan that Beback ships */
  begin(version: VersionRow | undefined): void;
  goOn(version: VersionRow): void;
}

/** No draft is being written: what to begin with. The one in force first, for most plans change little at a time. */
export function renderBeginning(beginning: Beginning, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const { versions, named, busy } = beginning;
  const drafts = versions.filter(({ state }) => state === 'draft');
  const inForce = versions.find(({ state }) => state === 'active');
  const sources = [named, inForce].filter((one, at, all) => one !== undefined && all.indexOf(one) === at);
  const button = (words: string, act: () => void, kind = ''): TemplateResult =>
    html`<button type="button" class=${kind} aria-disabled=${busy ? 'true' : 'false'} @click=${act}>${words}</button>`;
  return html`<div class="verdict fits">
    <h1 id="title" tabindex="-1">${texts.beginTitle}</h1>
    ${named === undefined ? nothing : html`<p>${texts.noDraft(named.number)}</p>`}
    <p class="muted">${texts.beginHint}</p>
    <div class="choices">
      ${drafts.map((draft) => button(texts.goOn(draft.number), () => beginning.goOn(draft), 'main'))}
      ${sources.map(
        (version, at) =>
          version &&
          button(
            texts.beginFrom(version.number, stateInWords(version, texts)),
            () => beginning.begin(version),
            drafts.length === 0 && at === 0 ? 'main' : '',
          ),
      )}
      ${button(texts.beginFromShipped, () => beginning.begin(undefined))}
    </div>
  </div>`;
}
