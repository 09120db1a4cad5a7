import { html, type TemplateResult } from 'lit';
import { NOTE, type OverrideFaults } from './override-form.ts';
import type { PlanTelling } from './plan-telling.ts';

export interface RetireForm {
  readonly busy: boolean;
  readonly faults: OverrideFaults;
  retire(why: string): void;
  cancel(): void;
  mark(faults: OverrideFaults): void;
}

/** Whoever was asked to sign a version is told why it is withdrawn. */
export function renderRetireForm(form: RetireForm, { texts }: PlanTelling): TemplateResult {
  const { busy, faults } = form;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const why = String(new FormData(element).get('why') ?? '').trim();
    const fault = why.length < NOTE.from || why.length > NOTE.to;
    form.mark({ note: fault, tick: false });
    if (fault) element.querySelector<HTMLElement>('#why')?.focus();
    else form.retire(why);
  };
  return html`<form class="retiring" novalidate @submit=${send}>
    <p class="small muted" id="retire-hint">${texts.retireHint}</p>
    <div class="field">
      <label for="why">${texts.why}</label>
      <textarea
        id="why"
        name="why"
        rows="3"
        maxlength=${NOTE.to}
        autocomplete="off"
        aria-describedby="retire-hint why-fault"
        aria-invalid=${faults.note ? 'true' : 'false'}
      ></textarea>
      <p id="why-fault" class="fault">${faults.note ? texts.noteFault : ''}</p>
    </div>
    <div class="buttons">
      <button type="submit" class="main" aria-disabled=${busy ? 'true' : 'false'}>${texts.retireNow}</button>
      <button type="button" @click=${form.cancel}>${texts.keep}</button>
    </div>
  </form>`;
}
