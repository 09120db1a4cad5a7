import type { Disposition } from '@beback/client';
import { DISPOSITIONS } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { outcomeNumber } from '../paper/outcome-numbers.ts';
import type { KeyInWords } from './key-in-words.ts';
import type { PaperTask } from './keyed-row.ts';

/** The row that is being typed. */
export interface Entry {
  /** What the typed code means; several where two tasks share it. */
  readonly matches: readonly PaperTask[];
  /** The sheet is being fetched: what is typed waits for it. */
  readonly awaited: boolean;
  readonly mayHandIn: boolean;
  readonly outcome: Disposition | undefined;
  /** The first field that is not right, and why. */
  readonly fault: { readonly field: string; readonly text: string } | undefined;
  readonly typedCode: (code: string) => void;
  readonly choseOutcome: (outcome: string) => void;
}

/** The fields of one row, in the order in which they stand on paper. Enter in any of them hands it in. */
export function renderEntry(entry: Entry, texts: KeyInWords): TemplateResult {
  const { matches, awaited, mayHandIn, outcome, fault } = entry;
  const match = awaited ? texts.loading : matches.map((task) => nameOf(task, texts)).join(' / ');
  const field = (name: string, label: string, input: TemplateResult, kind = ''): TemplateResult =>
    html`<div class="field ${kind}">
      <label for=${name}>${label}</label>
      ${input}
      ${fault?.field === name ? html`<p class="fault" id="fault" role="alert">${fault.text}</p>` : nothing}
    </div>`;
  const input = (name: string, type: string): TemplateResult =>
    html`<input
      id=${name}
      name=${name}
      type=${type}
      autocomplete="off"
      aria-invalid=${fault?.field === name ? 'true' : 'false'}
      aria-describedby=${fault?.field === name ? 'fault' : nothing}
    />`;
  const isSet = outcome === 'appointmentSet';
  return html`<div class="fields">
      ${field(
        'code',
        texts.code,
        html`<input
          id="code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="12"
          aria-invalid=${fault?.field === 'code' ? 'true' : 'false'}
          aria-describedby=${fault?.field === 'code' ? 'fault match' : 'match'}
          @input=${(event: Event) => entry.typedCode((event.target as HTMLInputElement).value)}
        />`,
      )}
      ${field('outcome', texts.outcome, renderOutcomes(entry, texts))} ${field('time', texts.time, input('time', 'time'))}
      <p class="match wide" id="match" aria-live="polite">${match}</p>
      ${field('note', texts.note, input('note', 'text'), 'wide')}
      ${
        isSet
          ? html`${field('appointmentDay', texts.appointmentDay, input('appointmentDay', 'date'))}
            ${field('appointmentTime', texts.appointmentTime, input('appointmentTime', 'time'))}`
          : nothing
      }
    </div>
    ${matches.length < 2 ? nothing : renderWhich(matches, texts)}
    <details>
      <summary>${texts.more}</summary>
      <div class="fields">
        ${field('againDay', texts.againDay, input('againDay', 'date'))}
        ${field('againTime', texts.againTime, input('againTime', 'time'))}
      </div>
    </details>
    <div>
      <button class="main" type="submit" aria-disabled=${mayHandIn ? 'false' : 'true'}>${texts.save}</button>
    </div>`;
}

/** By number, as on paper: typing it chooses. */
function renderOutcomes({ outcome, fault, choseOutcome }: Entry, texts: KeyInWords): TemplateResult {
  return html`<select
    id="outcome"
    name="outcome"
    aria-invalid=${fault?.field === 'outcome' ? 'true' : 'false'}
    aria-describedby=${fault?.field === 'outcome' ? 'fault' : nothing}
    @change=${(event: Event) => choseOutcome((event.target as HTMLSelectElement).value)}
    @keydown=${handInByEnter}
  >
    <option value="" .selected=${live(outcome === undefined)}>${texts.choose}</option>
    ${DISPOSITIONS.map(
      (each) =>
        html`<option value=${each} .selected=${live(outcome === each)}>${outcomeNumber(each)} ${texts.dispositions[each]}</option>`,
    )}
  </select>`;
}

/** No browser takes Enter in a choice for the end of a form. */
function handInByEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  (event.currentTarget as HTMLSelectElement).form?.requestSubmit();
}

function renderWhich(matches: readonly PaperTask[], texts: KeyInWords): TemplateResult {
  return html`<div class="field">
    <label for="task">${texts.which}</label>
    <select id="task" name="task">
      ${matches.map((task) => html`<option value=${task.id}>${nameOf(task, texts)}</option>`)}
    </select>
  </div>`;
}

export function nameOf(
  {
    customerName,
    channel,
    vehicle,
  }: Pick<PaperTask, 'customerName' | 'channel'> & { readonly vehicle?: string | null },
  texts: KeyInWords,
): string {
  return [customerName ?? texts.nobodyNamed, texts.channels[channel], vehicle].filter((word) => word).join(', ');
}
