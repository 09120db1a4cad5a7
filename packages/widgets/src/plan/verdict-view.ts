import type { Trigger } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { type CarrierLoad, firstDayOverOf } from './carrier-load.ts';
import type { PlanLoad, PlanVersion } from './plan-queries.ts';
import type { Step } from './plan-steps.ts';
import { type PlanTelling, tellDay, tellMoment } from './plan-telling.ts';
import { renderStepLink } from './sentences-view.ts';

/** Whether the plan fits the people; if not, from when on, by which steps, and who has signed for it. */
export function renderVerdict(
  load: PlanLoad,
  carriers: readonly CarrierLoad[],
  accused: readonly (readonly [Trigger, readonly Step[]])[],
  telling: PlanTelling,
): TemplateResult {
  const { texts } = telling;
  if (load.fits) return html`<h2 id="verdict" class="good">${icon('done')} ${texts.fits}</h2>`;
  const first = firstDayOverOf(carriers);
  const reasons = load.refusals.filter(({ stepId }) => stepId === null);
  const count = accused.reduce((sum, [, steps]) => sum + steps.length, 0);
  return html`
    <h2 id="verdict" class="alarm">
      ${icon('alarm')} ${texts.tooMuch} ${first === undefined ? nothing : texts.firstDayOver(tellDay(first, telling))}
    </h2>
    <ul class=${reasons.length === 1 ? 'small only' : 'small'}>
      ${reasons.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    ${
      count === 0
        ? nothing
        : html`<div class="accused">
          <p>${texts.guilty(count)}</p>
          <ul>
            ${accused.map(
              ([trigger, steps]) => html`<li>
                <span class="small">${texts.after[trigger]}</span>
                <span class="numbers">${steps.map((step) => renderStepLink(step, telling))}</span>
              </li>`,
            )}
          </ul>
        </div>`
    }
  `;
}

/** Somebody's word for the load: it stays on the version for everybody to see. */
export function renderSigned(
  override: PlanVersion['loadOverride'],
  telling: PlanTelling,
): TemplateResult | typeof nothing {
  if (override === null || override.at === null) return nothing;
  const name = override.by?.name ?? telling.texts.somebody;
  return html`<figure class="signed">
    <figcaption>${icon('law')} ${telling.texts.signedFor(name, tellMoment(override.at, telling))}</figcaption>
    <blockquote>${override.note}</blockquote>
  </figure>`;
}
