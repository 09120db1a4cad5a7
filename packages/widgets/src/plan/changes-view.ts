import type { PlanChangeKind } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icons.ts';
import { renderFolded } from './folded-list.ts';
import type { PlanVersion } from './plan-queries.ts';
import type { Step } from './plan-steps.ts';
import type { PlanTelling } from './plan-telling.ts';
import type { Change } from './rewritten-since.ts';
import { renderStepLink } from './sentences-view.ts';

/** So many changes are read in one look. */
const SHOWN = 6;

const SHAPES: Readonly<Record<PlanChangeKind, IconName>> = { added: 'forward', removed: 'none', changed: 'letter' };

/** What a version says otherwise than the one before it, in words; nothing for a store's first. */
export function renderChanges(
  { changes, state }: PlanVersion,
  steps: readonly Step[],
  telling: PlanTelling,
): TemplateResult | typeof nothing {
  const { texts } = telling;
  if (changes === null) return nothing;
  return html`<section class="changes" aria-labelledby="changes">
    <h2 id="changes">${texts.changesOf[state === 'draft' ? 'ahead' : 'done']}</h2>
    ${changes.length === 0 ? html`<p class="muted">${texts.noChanges}</p>` : renderChangeList(changes, steps, telling)}
  </section>`;
}

/** Each change with its kind, its step where it is about one, and what was said before. */
export function renderChangeList(
  changes: readonly Change[],
  steps: readonly Step[],
  telling: PlanTelling,
): TemplateResult {
  const byPath = new Map(steps.map((step) => [`steps.${step.id}`, step]));
  return renderFolded(
    changes.map((change) => renderChange(change, byPath.get(change.path), telling)),
    SHOWN,
    'changed',
    telling,
  );
}

function renderChange({ kind, before, after }: Change, step: Step | undefined, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const same = before === after;
  return html`<li>
    <p class="small states">
      <span class="chip">${icon(SHAPES[kind])} ${texts.changeKinds[kind]}</span>
      ${
        step === undefined
          ? nothing
          : html`${renderStepLink(step, telling)} <span class="muted">${texts.after[step.trigger]}</span>`
      }
    </p>
    ${after === null ? nothing : html`<p>${before === null || same ? nothing : html`<b>${texts.now}</b> `}${after}</p>`}
    ${
      same
        ? html`<p class="small muted">${texts.sameWords}</p>`
        : before === null
          ? nothing
          : html`<p class="muted">${after === null ? nothing : html`${texts.before} `}<del>${before}</del></p>`
    }
  </li>`;
}
