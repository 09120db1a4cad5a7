import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { KeyInWords } from './key-in-words.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whose sheet is keyed in, and of which day. */
export interface SheetForm {
  /** Whose sheets there are beside one's own. */
  readonly others: readonly Named[];
  /** Whose is chosen; undefined: one's own. */
  readonly memberId: string | undefined;
  /** `YYYY-MM-DD`; empty while the day is not known. */
  readonly day: string;
  readonly today: string | undefined;
  /** What is wrong with the day. */
  readonly fault: string | undefined;
  readonly choseMember: (memberId: string | undefined) => void;
  readonly choseDay: (day: string) => void;
}

export function renderSheetForm(form: SheetForm, texts: KeyInWords): TemplateResult {
  const { others, memberId, day, today, fault } = form;
  return html`<div class="fields">
    ${
      others.length === 0
        ? nothing
        : html`<div class="field">
          <label for="whose">${texts.whose}</label>
          <select
            id="whose"
            @change=${(event: Event) => form.choseMember((event.target as HTMLSelectElement).value || undefined)}
          >
            <option value="" .selected=${live(memberId === undefined)}>${texts.mine}</option>
            ${others.map(({ id, name }) => html`<option value=${id} .selected=${live(id === memberId)}>${name}</option>`)}
          </select>
        </div>`
    }
    <div class="field">
      <label for="day">${texts.day}</label>
      <input
        id="day"
        name="day"
        type="date"
        max=${today ?? nothing}
        .value=${day}
        aria-invalid=${fault === undefined ? 'false' : 'true'}
        aria-describedby=${fault === undefined ? nothing : 'day-fault'}
        @change=${(event: Event) => form.choseDay((event.target as HTMLInputElement).value)}
      />
      ${fault === undefined ? nothing : html`<p class="fault" id="day-fault" role="alert">${fault}</p>`}
    </div>
  </div>`;
}

/** Whose sheets can be chosen, by name; who is chosen is among them, also where the store's people are not known. */
export function sheetOwners(
  people: readonly Named[],
  ownId: string | undefined,
  chosen: Named | undefined,
): readonly Named[] {
  const others = people.filter(({ id }) => id !== ownId);
  const isThere = chosen === undefined || chosen.id === ownId || others.some(({ id }) => id === chosen.id);
  return (isThere ? others : [...others, chosen]).toSorted((a, b) => a.name.localeCompare(b.name));
}
