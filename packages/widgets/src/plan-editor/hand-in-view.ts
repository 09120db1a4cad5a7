import { diffPlans, type FollowUpPlan } from '@beback/core';
import { html, type TemplateResult } from 'lit';
import { renderChangeList } from '../plan/changes-view.ts';
import { type OverrideForm, renderOverrideForm } from '../plan/override-form.ts';
import type { PlanLoad } from '../plan/plan-queries.ts';
import type { Step } from '../plan/plan-steps.ts';
import type { Change } from '../plan/rewritten-since.ts';
import type { EditorTelling } from './editor-telling.ts';

export interface HandingIn extends Omit<OverrideForm, 'override'> {
  readonly version: number;
  readonly text: FollowUpPlan;
  /** What people have signed so far; null: nothing. */
  readonly inForce: FollowUpPlan | null;
  readonly steps: readonly Step[];
  readonly load: PlanLoad;
  /** @param note - the writer's word that the store carries more than it gets done */
  handIn(note: string | undefined): void;
}

/** What will be asked of the signatories to read, in words, before anybody is asked. */
export function renderHandIn(handing: HandingIn, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const { version, load, busy, cancel } = handing;
  return html`<section class="changes asked" aria-labelledby="hand-in">
    <h2 id="hand-in" tabindex="-1">${texts.handInTitle(version)}</h2>
    ${renderNews(handing, telling)}
    <p class="small muted">${texts.handInMeans}</p>
    ${
      load.fits
        ? html`<div class="buttons">
            <button
              type="button"
              class="main"
              aria-disabled=${busy ? 'true' : 'false'}
              @click=${() => handing.handIn(undefined)}
            >
              ${texts.handInNow(version)}
            </button>
            <button type="button" @click=${cancel}>${texts.goOnWriting}</button>
          </div>`
        : html`<p class="trouble">${texts.handInOver}</p>
            ${renderOverrideForm({ ...handing, act: texts.signAndHandIn, override: (note) => handing.handIn(note) }, telling)}`
    }
  </section>`;
}

function renderNews({ inForce, text, steps }: HandingIn, telling: EditorTelling): TemplateResult {
  const { texts, locale } = telling;
  const changes = inForce === null ? [] : changesOf(inForce, text, locale);
  return html`<h3>${texts.changesOf.ahead}</h3>
    ${changes.length === 0 ? html`<p class="muted">${texts.noChanges}</p>` : renderChangeList(changes, steps, telling)}`;
}

/** As the server tells them. */
export function changesOf(
  before: FollowUpPlan,
  after: FollowUpPlan,
  locale: EditorTelling['locale'],
): readonly Change[] {
  return diffPlans(before, after, locale).map((change) => ({
    path: change.path,
    kind: change.kind,
    before: 'before' in change ? change.before : null,
    after: 'after' in change ? change.after : null,
  }));
}
