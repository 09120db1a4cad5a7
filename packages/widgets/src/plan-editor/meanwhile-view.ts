import type { FollowUpPlan } from '@beback/core';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { renderChangeList } from '../plan/changes-view.ts';
import type { Step } from '../plan/plan-steps.ts';
import type { EditorTelling } from './editor-telling.ts';
import { changesOf } from './hand-in-view.ts';
import type { Meanwhile } from './meanwhile.ts';

export interface Meeting extends Meanwhile {
  readonly steps: readonly Step[];
  settle(how: 'mine' | 'theirs' | 'drop'): void;
}

/** Two wrote at once: what the other changed, and how both texts become one. */
export function renderMeanwhile(meeting: Meeting, telling: EditorTelling): TemplateResult {
  const { texts, locale } = telling;
  const { base, theirs, conflicts, steps, settle } = meeting;
  const changes = changesOf(base, theirs.document as FollowUpPlan, locale);
  const button = (words: string, how: 'mine' | 'theirs' | 'drop', kind = ''): TemplateResult =>
    html`<button type="button" class=${kind} @click=${() => settle(how)}>${words}</button>`;
  return html`<section class="meanwhile" role="alert" aria-labelledby="meanwhile">
    <h2 id="meanwhile" tabindex="-1">
      ${icon('alarm')} ${texts.meanwhileTitle(theirs.draftedBy?.name ?? texts.somebody)}
    </h2>
    <p>${texts.meanwhileLost}</p>
    <h3>${texts.theirChanges}</h3>
    ${changes.length === 0 ? html`<p class="muted">${texts.meanwhileSame}</p>` : renderChangeList(changes, steps, telling)}
    ${conflicts.length === 0 ? '' : html`<p>${texts.bothChanged(conflicts.length)}</p>`}
    <div class="buttons">
      ${
        conflicts.length === 0
          ? button(texts.together, 'mine', 'main')
          : html`${button(texts.togetherMine, 'mine', 'main')} ${button(texts.togetherTheirs, 'theirs')}`
      }
      ${button(texts.onlyTheirs, 'drop')}
    </div>
  </section>`;
}
