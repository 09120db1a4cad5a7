import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { Refusal } from '../staff/refusal.ts';
import { type OverrideForm, renderOverrideForm } from './override-form.ts';
import { formatPlanPath } from './plan-path.ts';
import type { PlanVersion } from './plan-queries.ts';
import type { PlanTelling } from './plan-telling.ts';
import { renderRetireForm } from './retire-form.ts';

/** What is done for good is asked for twice; a signature and a version that is withdrawn need their reason. */
export type Asking = 'activate' | 'discard' | 'retire' | 'override';

/** What takes the focus when something is asked. */
export const REACHED_BY_ASKING = {
  activate: '#ask',
  discard: '#ask',
  retire: '#why',
  override: '#note',
} as const satisfies Readonly<Record<Asking, string>>;

export interface Actions extends Omit<OverrideForm, 'cancel'> {
  readonly version: PlanVersion;
  readonly manages: boolean;
  readonly asking: Asking | undefined;
  /** The page on which drafts are written. */
  readonly editHref: string | undefined;
  ask(what: Asking | undefined): void;
  activate(): void;
  discard(): void;
  retire(why: string): void;
  draft(): void;
}

/** What may be done with a version, or why it may not. */
export function renderActions(actions: Actions, telling: PlanTelling): TemplateResult | typeof nothing {
  const { version, manages, asking, ask } = actions;
  const { texts } = telling;
  if (version.state !== 'draft') {
    if (!manages) return nothing;
    return html`<div class="buttons">
      ${
        renderEdit(actions, texts.rewrite(version.number)) ??
        renderButton(texts.newDraft(version.number), actions.draft, actions)
      }
    </div>`;
  }
  if (!manages) return html`<p class="muted">${texts.whoMay}</p>`;
  const cancel = (): void => ask(undefined);
  if (asking === 'override') return renderOverrideForm({ ...actions, cancel }, telling);
  if (asking === 'retire') return renderRetireForm({ ...actions, cancel }, telling);
  if (asking !== undefined) return renderAsked(asking, actions, telling);
  if (version.unfinished) {
    return html`<div class="buttons">
      ${renderEdit(actions, texts.edit, 'main')}
      <button id="discard" type="button" @click=${() => ask('discard')}>${texts.discard}</button>
    </div>`;
  }
  const { refusals } = version.signatures;
  const loadIsBorne = version.load?.fits === true || version.loadOverride !== null;
  return html`
    ${loadIsBorne ? nothing : html`<p class="small">${texts.whatToDo}</p>`}
    ${refusals.length === 0 ? nothing : renderAwaited(refusals)}
    <div class="buttons">
      ${
        loadIsBorne && refusals.length === 0
          ? html`<button id="activate" type="button" class="main" @click=${() => ask('activate')}>${texts.activate(version.number)}</button>`
          : nothing
      }
      ${
        loadIsBorne
          ? nothing
          : html`<button id="override" type="button" @click=${() => ask('override')}>${texts.signInstead}</button>`
      }
      ${renderEdit(actions, texts.edit)}
      <button id="retire" type="button" @click=${() => ask('retire')}>${texts.retire(version.number)}</button>
    </div>
  `;
}

/** The way to where this version is written, or another one is begun from it. */
function renderEdit({ version, editHref }: Actions, words: string, kind = ''): TemplateResult | undefined {
  if (editHref === undefined) return undefined;
  const path = formatPlanPath({ storeId: version.store.id, version: version.number });
  return html`<a class="button ${kind}" href="${editHref}#${path}">${words}</a>`;
}

/** Whose names are still missing. */
function renderAwaited(refusals: PlanVersion['signatures']['refusals']): TemplateResult {
  return html`<ul class="small">
    ${refusals.map(({ text }) => html`<li class="awaited">${icon('wait')} ${text}</li>`)}
  </ul>`;
}

function renderAsked(asking: 'activate' | 'discard', actions: Actions, { texts }: PlanTelling): TemplateResult {
  const [question, yes, no] =
    asking === 'activate'
      ? [texts.activateAsk, texts.activateNow, texts.notYet]
      : [texts.discardAsk, texts.discardNow, texts.keep];
  return html`<div class="asked" role="group" aria-labelledby="ask">
    <p id="ask" tabindex="-1">${question}</p>
    <div class="buttons">
      ${renderButton(yes, actions[asking], actions, 'main')}
      <button type="button" @click=${() => actions.ask(undefined)}>${no}</button>
    </div>
  </div>`;
}

function renderButton(words: string, act: () => void, { busy }: Actions, kind = ''): TemplateResult {
  return html`<button type="button" class=${kind} aria-disabled=${busy ? 'true' : 'false'} @click=${act}>${words}</button>`;
}

/** Why the last wish was not granted. */
export function renderTrouble(trouble: Refusal | undefined, { texts }: PlanTelling): TemplateResult | typeof nothing {
  if (trouble === undefined) return nothing;
  const why = 'fault' in trouble ? [texts.failure[trouble.fault]] : [...new Set(trouble.reasons)];
  return html`<div class="trouble" role="alert">
    <p>${texts.notDone}</p>
    <ul>
      ${why.map((text) => html`<li>${text}</li>`)}
    </ul>
  </div>`;
}
