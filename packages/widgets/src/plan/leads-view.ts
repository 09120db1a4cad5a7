import type { LeadsOfTriggerInput, Trigger } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanLoad } from './plan-queries.ts';
import { type PlanTelling, tellLoad } from './plan-telling.ts';

/** The most leads a month that the server reckons with. */
const MOST = 100_000;

export interface LeadsForm {
  /** The reader may try other numbers on this version. */
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly faulty: boolean;
  reckon(leads: readonly LeadsOfTriggerInput[]): void;
  mark(faulty: boolean): void;
}

/** How many leads a month the load was reckoned with, where they come from, and what others would mean. */
export function renderLeads(
  { leadsAMonth, measured }: PlanLoad,
  form: LeadsForm,
  telling: PlanTelling,
): TemplateResult {
  const { texts } = telling;
  return html`<section class="leads" aria-labelledby="leads">
    <h2 id="leads">${texts.leads} <span class="small muted">${texts.aMonth}</span></h2>
    <dl class="cells">
      ${leadsAMonth.map(
        ({ trigger, count }) => html`<div>
          <dt class="small">${texts.triggers[trigger]}</dt>
          <dd><b>${tellLoad(count, telling)}</b></dd>
        </div>`,
      )}
    </dl>
    <p class="small muted">${measured ? texts.measured : texts.named}</p>
    ${form.mayChange ? renderForm(leadsAMonth, form, telling) : nothing}
  </section>`;
}

function renderForm(leads: PlanLoad['leadsAMonth'], form: LeadsForm, { texts }: PlanTelling): TemplateResult {
  return html`<details>
    <summary>${texts.whatIf}</summary>
    <form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        submit(event.currentTarget as HTMLFormElement, leads, form);
      }}
    >
      <p class="small muted">${texts.whatIfHint}</p>
      <div class="counts">
        ${leads.map(
          ({ trigger, count }) => html`<label class="field">
            <span>${texts.triggers[trigger]}</span>
            <input
              type="number"
              name=${trigger}
              min="0"
              max=${MOST}
              step="any"
              inputmode="decimal"
              autocomplete="off"
              aria-describedby="count-fault"
              .value=${String(Math.round(count * 10) / 10)}
            />
          </label>`,
        )}
      </div>
      <p id="count-fault" class="fault">${form.faulty ? texts.countFault : ''}</p>
      <div class="buttons">
        <button type="submit" aria-disabled=${form.busy ? 'true' : 'false'}>${texts.reckon}</button>
      </div>
    </form>
  </details>`;
}

function submit(element: HTMLFormElement, leads: PlanLoad['leadsAMonth'], form: LeadsForm): void {
  const inputOf = (trigger: Trigger) => element.querySelector<HTMLInputElement>(`[name=${trigger}]`);
  const faulty = leads.map(({ trigger }) => inputOf(trigger)).find((input) => !isCount(input));
  form.mark(faulty !== undefined);
  if (faulty !== undefined) return void faulty?.focus();
  form.reckon(leads.map(({ trigger }) => ({ trigger, count: inputOf(trigger)?.valueAsNumber ?? 0 })));
}

function isCount(input: HTMLInputElement | null): boolean {
  const count = input?.valueAsNumber ?? Number.NaN;
  return count >= 0 && count <= MOST;
}
