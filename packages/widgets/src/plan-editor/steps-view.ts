import { describeStep, type PlanStep, type Trigger } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons/icons.ts';
import { renderTriggerFold } from '../plan/trigger-fold.ts';
import { pathText } from './document-path.ts';
import type { PlanForm } from './editor-telling.ts';
import { renderFields } from './field-view.ts';
import { faultsBelow, readsAsSentence } from './plan-check.ts';
import { nodeOf } from './schema-node.ts';
import { PLAN_TRIGGERS, type StepPlace, stepsAfter } from './step-edits.ts';

const STEP = nodeOf('actionPlans', 'steps').items ?? {};

export interface StepsForm extends PlanForm {
  /** By step, what is said about its being too many. */
  readonly guilty: ReadonlyMap<string, string>;
  /** The step that is open to be changed. */
  readonly open: string | undefined;
  show(stepId: string | undefined): void;
  add(trigger: Trigger): void;
  copy(place: StepPlace): void;
  remove(place: StepPlace): void;
  move(place: StepPlace, by: -1 | 1): void;
}

/** The action plans as they read, step by step; one step at a time is open to be changed. */
export function renderActionPlans(form: StepsForm): TemplateResult {
  const { texts } = form.telling;
  return html`<section class="sentences" aria-labelledby="plan">
    <h2 id="plan">${texts.stepsAnd}</h2>
    ${PLAN_TRIGGERS.map((trigger) => renderActionPlan(trigger, form))}
  </section>`;
}

function renderActionPlan(trigger: Trigger, form: StepsForm): TemplateResult {
  const { check, guilty, telling } = form;
  const { texts } = telling;
  const steps = stepsAfter(form.text, trigger);
  const faults = faultsBelow(check, pathText(['actionPlans', planOf(form, trigger)])).length;
  return renderTriggerFold(
    {
      trigger,
      count: steps.length,
      tooMany: steps.filter(({ id }) => guilty.has(id)).length,
      open: trigger === PLAN_TRIGGERS[0],
      marks:
        faults === 0 ? nothing : html`<span class="chip alarm small">${icon('alarm')} ${texts.mend(faults)}</span>`,
    },
    html`<ol>
        ${repeat(
          steps,
          ({ id }) => id,
          (step, at) => renderStep(step, { trigger, at }, steps.length, form),
        )}
      </ol>
      <button id="add-${trigger}" type="button" aria-describedby="after-${trigger}" @click=${() => form.add(trigger)}>
        ${texts.addStep}
      </button>`,
    telling,
  );
}

function planOf({ text }: StepsForm, trigger: Trigger): number {
  return text.actionPlans.findIndex((each) => each.trigger === trigger);
}

function renderStep(step: PlanStep, place: StepPlace, count: number, form: StepsForm): TemplateResult {
  const { trigger, at } = place;
  const { telling, check, guilty, open } = form;
  const { texts, locale } = telling;
  const path = ['actionPlans', planOf(form, trigger), 'steps', at] as const;
  const text = pathText(path);
  const faults = faultsBelow(check, text).length;
  const why = guilty.get(step.id);
  const isOpen = open === step.id;
  return html`<li
    id="step-${step.id}"
    class=${why === undefined ? nothing : 'guilty'}
    aria-current=${isOpen ? 'true' : nothing}
  >
    <span class="step" aria-hidden="true">${at + 1}</span>
    <div>
      <p>${readsAsSentence(check, text) ? describeStep(step, trigger, locale) : texts.unsound}</p>
      ${
        faults === 0
          ? nothing
          : html`<p class="small"><span class="chip alarm">${icon('alarm')} ${texts.mend(faults)}</span></p>`
      }
      ${
        why === undefined
          ? nothing
          : html`<p class="small"><span class="chip alarm">${icon('alarm')} ${texts.tooMany}</span> <span class="muted">${why}</span></p>`
      }
    </div>
    <button
      class="toggle"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label="${isOpen ? texts.close : texts.change}: ${texts.stepNumber(texts.after[trigger], at + 1)}"
      @click=${() => form.show(isOpen ? undefined : step.id)}
    >
      ${isOpen ? texts.close : texts.change}
    </button>
    ${isOpen ? renderOpen(step, place, count, path, form) : nothing}
  </li>`;
}

function renderOpen(
  step: PlanStep,
  place: StepPlace,
  count: number,
  path: readonly (string | number)[],
  form: StepsForm,
): TemplateResult {
  const { texts } = form.telling;
  const moving = (by: -1 | 1, words: string, possible: boolean): TemplateResult => html`<button
    type="button"
    data-move=${by}
    aria-disabled=${possible ? 'false' : 'true'}
    @click=${() => possible && form.move(place, by)}
  >
    ${words}
  </button>`;
  return html`<div class="form" role="group" aria-label=${texts.stepNumber(texts.after[place.trigger], place.at + 1)}>
    ${renderFields(STEP, path, form, false)}
    <div class="buttons" id="acts-${step.id}">
      ${moving(-1, texts.up, place.at > 0)} ${moving(1, texts.down, place.at < count - 1)}
      <button type="button" @click=${() => form.copy(place)}>${texts.copy}</button>
      <button type="button" @click=${() => form.remove(place)}>${texts.remove}</button>
    </div>
  </div>`;
}
