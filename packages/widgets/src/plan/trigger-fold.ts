import type { Trigger } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { PlanTelling } from './plan-telling.ts';

export interface TriggerFold {
  readonly trigger: Trigger;
  /** How many steps the action plan has. */
  readonly count: number;
  /** How many of them are too many. */
  readonly tooMany: number;
  /** Open from the beginning. From then on it is the reader's own, and that of links into it. */
  readonly open: boolean;
  /** What else stands in its head. */
  readonly marks?: TemplateResult | typeof nothing;
}

/** An action plan behind its head: what begins it, how many steps it has, and whether something is wrong inside. */
export function renderTriggerFold(
  { trigger, count, tooMany, open, marks = nothing }: TriggerFold,
  steps: TemplateResult,
  { texts }: Pick<PlanTelling, 'texts'>,
): TemplateResult {
  return html`<section aria-labelledby="after-${trigger}">
    <details class="fold" ?open=${open}>
      <summary>
        <h3 id="after-${trigger}">${texts.after[trigger]} <span class="muted">${texts.steps(count)}</span></h3>
        ${
          tooMany === 0
            ? nothing
            : html`<span class="chip alarm small">${icon('alarm')} ${texts.tooMany}: ${tooMany}</span>`
        }
        ${marks}
      </summary>
      ${steps}
    </details>
  </section>`;
}
