import type { WhyNotResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { ledgerPath } from './ledger-path.ts';
import type { LedgerWords } from './ledger-words.ts';

type Found = WhyNotResult['whyNot'];

/** For who comes without a customer: one of the own ones is looked up by name or number. */
export function renderFind(
  texts: LedgerWords,
  found: Found | undefined,
  trouble: string | undefined,
  {
    busy,
    search,
    go,
  }: { readonly busy: boolean; search(words: string): void; go(event: MouseEvent, path: string): void },
): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    search(String(new FormData(event.currentTarget as HTMLFormElement).get('customer') ?? '').trim());
  };
  return html`<form class="fields" role="search" @submit=${send}>
      <div class="field grow">
        <label for="customer">${texts.find} ${texts.findHint}</label>
        <input id="customer" name="customer" type="search" autocomplete="off" maxlength="100" required />
      </div>
      <button type="submit" aria-disabled=${busy ? 'true' : 'false'}>${texts.look}</button>
    </form>
    <div role="status">
      ${busy ? html`<p>${texts.looking}</p>` : nothing} ${found?.length === 0 ? html`<p>${texts.nobodyFound}</p>` : nothing}
    </div>
    <p class="fault" role="alert">${trouble ?? nothing}</p>
    ${
      found === undefined || found.length === 0
        ? nothing
        : html`<ul class="lines found">
          ${found.map(({ opportunityId, customerName, vehicle, storeName }) => {
            const path = ledgerPath(opportunityId);
            return html`<li>
              <a href="#${path}" @click=${(event: MouseEvent) => go(event, path)}>${customerName ?? texts.nobodyNamed}</a>
              <span class="muted small">${[vehicle, storeName].filter((word) => word).join(' · ')}</span>
            </li>`;
          })}
        </ul>`
    }`;
}
