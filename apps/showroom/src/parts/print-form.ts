import type { StoreTodayResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { SignedIn } from '../session.ts';
import { renderStoreChoice } from './store-choice.ts';

type Member = NonNullable<StoreTodayResult['storeToday']['people'][number]['member']>;

export const PAPERS = { a4: 'A4', letter: 'Letter' } as const;
export type PaperName = keyof typeof PAPERS;

/** Whose sheets: one's own, those of everybody who is in, or one person's. */
export type Whose = 'mine' | 'all' | { readonly memberId: string };

export interface PrintForm {
  readonly stores: SignedIn['stores'];
  readonly storeId: string | undefined;
  /** Of the store whose days the reader runs; empty for who prints the own day alone. */
  readonly people: readonly Member[];
  /** The reader has a day of work. */
  readonly hasOwn: boolean;
  readonly whose: Whose;
  /** Empty: today. */
  readonly day: string;
  readonly paper: PaperName;
  readonly busy: boolean;
  /** Why nothing was printed when that was asked for. */
  readonly unprinted: string | undefined;
  chooseStore(storeId: string | undefined): void;
  choose(change: Partial<{ readonly whose: Whose; readonly day: string; readonly paper: PaperName }>): void;
  print(): void;
}

export function renderPrintForm(form: PrintForm): TemplateResult {
  const { stores, storeId, people, hasOwn, whose, day, paper, busy, unprinted } = form;
  const value = typeof whose === 'string' ? whose : whose.memberId;
  const submit = (event: Event): void => {
    event.preventDefault();
    form.print();
  };
  const chosen = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`<form class="card screen" @submit=${submit}>
    <div class="fields">
      ${people.length === 0 ? nothing : html`<div class="field">${renderStoreChoice({ stores, chosen: storeId, choose: form.chooseStore })}</div>`}
      ${
        people.length === 0
          ? nothing
          : html`<div class="field">
              <label for="whose">Whose day</label>
              <select id="whose" @change=${(event: Event) => form.choose({ whose: whoseOf(chosen(event)) })}>
                ${hasOwn ? html`<option value="mine" ?selected=${value === 'mine'}>Mine</option>` : nothing}
                <option value="all" ?selected=${value === 'all'}>Everybody who is in</option>
                ${people.map(({ id, name }) => html`<option value=${id} ?selected=${value === id}>${name}</option>`)}
              </select>
            </div>`
      }
      <div class="field">
        <label for="day">Day</label>
        <input id="day" type="date" .value=${day} @change=${(event: Event) => form.choose({ day: chosen(event) })} />
      </div>
      <div class="field">
        <label for="paper">Paper</label>
        <select id="paper" @change=${(event: Event) => form.choose({ paper: chosen(event) as PaperName })}>
          ${Object.entries(PAPERS).map(([name, words]) => html`<option value=${name} ?selected=${paper === name}>${words}</option>`)}
        </select>
      </div>
    </div>
    <p class="act"><button class="main" type="submit" aria-disabled=${busy ? 'true' : 'false'}>Print</button>
    <span role="status">${busy ? 'Fetching the sheets …' : nothing}</span></p>
    ${unprinted === undefined ? nothing : html`<p class="notice" role="alert">${unprinted}</p>`}
  </form>`;
}

function whoseOf(value: string): Whose {
  return value === 'mine' || value === 'all' ? value : { memberId: value };
}
