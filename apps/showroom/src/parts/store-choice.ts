import { html, nothing, type TemplateResult } from 'lit';
import type { SignedIn } from '../session.ts';

export interface StoreChoice {
  readonly stores: SignedIn['stores'];
  /** Undefined: all of them. */
  readonly chosen: string | undefined;
  /** What to call the choice of all stores; undefined: one has to be chosen. */
  readonly all?: string;
  choose(storeId: string | undefined): void;
}

/** Which store a page is about; nothing for who has only one. */
export function renderStoreChoice({ stores, chosen, all, choose }: StoreChoice): TemplateResult | typeof nothing {
  if (stores.length < 2) return nothing;
  return html`<label for="store">Store</label>
    <select
      id="store"
      name="store"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}
    >
      ${all === undefined ? nothing : html`<option value="">${all}</option>`}
      ${stores.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
    </select>`;
}
