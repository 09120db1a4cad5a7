import { html, type TemplateResult } from 'lit';
import type { PlanTelling } from './plan-telling.ts';

/** How long a note on a version is, in characters: the server holds to it too. */
export const NOTE = { from: 10, to: 1000 } as const;

export interface OverrideFaults {
  readonly note: boolean;
  readonly tick: boolean;
}

export const NO_FAULTS: OverrideFaults = { note: false, tick: false };

export interface OverrideForm {
  readonly busy: boolean;
  readonly signer: string;
  readonly faults: OverrideFaults;
  /** What signing is called here. */
  readonly act?: string;
  override(note: string): void;
  cancel(): void;
  mark(faults: OverrideFaults): void;
}

/** A manager's own word that the store carries more than gets done: why, a tick, a name. */
export function renderOverrideForm(form: OverrideForm, { texts }: PlanTelling): TemplateResult {
  const { faults } = form;
  return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        submit(event.currentTarget as HTMLFormElement, form);
      }}
    >
      <p class="small muted" id="sign-hint">${texts.signHint}</p>
      <div class="field">
        <label for="note">${texts.note}</label>
        <textarea
          id="note"
          name="note"
          rows="3"
          maxlength=${NOTE.to}
          autocomplete="off"
          aria-describedby="sign-hint note-fault"
          aria-invalid=${faults.note ? 'true' : 'false'}
        ></textarea>
        <p id="note-fault" class="fault">${faults.note ? texts.noteFault : ''}</p>
      </div>
      <div class="field">
        <label class="tick">
          <input
            type="checkbox"
            name="tick"
            aria-describedby="tick-fault"
            aria-invalid=${faults.tick ? 'true' : 'false'}
          />
          <span>${texts.tick(form.signer)}</span>
        </label>
        <p id="tick-fault" class="fault">${faults.tick ? texts.tickFault : ''}</p>
      </div>
      <div class="buttons">
        <button type="submit" class="main" aria-disabled=${form.busy ? 'true' : 'false'}>${form.act ?? texts.sign}</button>
        <button type="button" @click=${form.cancel}>${texts.notYet}</button>
      </div>
    </form>`;
}

function submit(element: HTMLFormElement, form: OverrideForm): void {
  const data = new FormData(element);
  const note = String(data.get('note') ?? '').trim();
  const faults = { note: note.length < NOTE.from || note.length > NOTE.to, tick: !data.has('tick') };
  form.mark(faults);
  if (faults.note || faults.tick) element.querySelector<HTMLElement>(faults.note ? '#note' : '[name=tick]')?.focus();
  else form.override(note);
}
