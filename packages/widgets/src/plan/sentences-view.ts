import type { Trigger } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { PlanVersion } from './plan-queries.ts';
import type { Step } from './plan-steps.ts';
import type { PlanTelling } from './plan-telling.ts';
import { renderTriggerFold } from './trigger-fold.ts';

export interface Sentences {
  /** The document's own name. */
  readonly name: string;
  readonly steps: ReadonlyMap<Trigger, readonly Step[]>;
  /** By step, what is said about its being too many. */
  readonly guilty: ReadonlyMap<string, string>;
  /** The step that an address leads to. */
  readonly here: string | undefined;
}

/** The plan as people read and sign it: a sentence a step, each with its address. */
export function renderSentences(sentences: Sentences, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  return html`<section class="sentences" aria-labelledby="plan">
    <h2 id="plan">${texts.plan}</h2>
    <p class="small muted">${sentences.name}</p>
    ${[...sentences.steps].map(([trigger, steps], at) =>
      renderTriggerFold(
        {
          trigger,
          count: steps.length,
          tooMany: steps.filter(({ id }) => sentences.guilty.has(id)).length,
          open: at === 0,
        },
        html`<ol>
          ${steps.map((step) => renderStep(step, sentences, telling))}
        </ol>`,
        telling,
      ),
    )}
  </section>`;
}

/** What the plan says beside its steps: the clock, capacity, contact, standards, the survey. */
export function renderRules(policies: PlanVersion['policies'], { texts }: PlanTelling): TemplateResult {
  return html`<section class="rules" aria-labelledby="rules">
    <h2 id="rules">${texts.rules}</h2>
    <ul>
      ${policies.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  </section>`;
}

function renderStep(step: Step, { guilty, here }: Sentences, telling: PlanTelling): TemplateResult {
  const why = guilty.get(step.id);
  return html`<li
    id="step-${step.id}"
    tabindex="-1"
    class=${why === undefined ? nothing : 'guilty'}
    aria-current=${here === step.id ? 'true' : nothing}
  >
    ${renderStepLink(step, telling)}
    <div>
      <p>${step.text}</p>
      ${
        why === undefined
          ? nothing
          : html`<p class="small"><span class="chip alarm">${icon('alarm')} ${telling.texts.tooMany}</span> <span class="muted">${why}</span></p>`
      }
    </div>
  </li>`;
}

/** A step by its number: an address for a new tab, a move in place for a plain click. */
export function renderStepLink(step: Step, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  return html`<a
    class="step"
    href=${telling.hrefOf(step.id)}
    aria-label=${texts.stepOf(texts.after[step.trigger], step.number)}
    @click=${(event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      telling.go(step.id);
    }}
    >${step.number}</a
  >`;
}
