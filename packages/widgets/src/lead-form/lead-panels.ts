import type { Failure } from '@beback/client/public';
import { html, nothing, type TemplateResult } from 'lit';
import { dialAddress, phoneInWords } from '../format/phone.ts';
import type { LeadFormWords } from './lead-form-words.ts';

/** How far a lead is: being filled in, under way, held back by the network, accepted, or on the wrong page. */
export type Phase =
  | { readonly kind: 'form'; readonly failure?: Failure }
  | { readonly kind: 'sending' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'sent'; readonly receipt: string; readonly answerBy: string | null }
  | { readonly kind: 'notHere' };

export function renderSent(
  texts: LeadFormWords,
  sent: { readonly receipt: string; readonly store: string; readonly time: string | undefined },
  another: () => void,
): TemplateResult {
  const { receipt, store, time } = sent;
  return html`<div class="panel">
    <h2 id="title" tabindex="-1">${texts.sentTitle}</h2>
    <p>${time === undefined ? texts.sentSoon(store) : texts.sentText(store, time)}</p>
    <p>${texts.receipt}: <span class="receipt">${receipt}</span></p>
    <button type="button" @click=${another}>${texts.another}</button>
  </div>`;
}

export function renderKept(texts: LeadFormWords, sendNow: () => void, discard: () => void): TemplateResult {
  return html`<div class="panel">
    <h2 id="title" tabindex="-1">${texts.keptTitle}</h2>
    <p>${texts.keptText}</p>
    <div class="buttons">
      <button class="main" type="button" @click=${sendNow}>${texts.sendNow}</button>
      <button type="button" @click=${discard}>${texts.discard}</button>
    </div>
  </div>`;
}

/** Why the form does not work on this page, in plain words, and how to reach the store all the same. */
export function renderNotHere(texts: LeadFormWords, phone: string | null | undefined): TemplateResult {
  return html`<div class="panel" role="alert">
    <h2 id="title" tabindex="-1">${texts.failedTitle}</h2>
    <p>${texts.notHere(location.origin)}</p>
    ${renderPhone(texts, phone)}
  </div>`;
}

export function renderPhone(texts: LeadFormWords, phone: string | null | undefined): TemplateResult | typeof nothing {
  if (!phone) return nothing;
  return html`<span>${texts.orCall} <a href=${dialAddress(phone)}>${phoneInWords(phone)}</a></span>`;
}
