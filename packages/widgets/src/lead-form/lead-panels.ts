import { html, nothing, type TemplateResult } from 'lit';
import type { AfterwardsWords } from './afterwards-words.ts';

export interface Sent {
  readonly receipt: string;
  readonly store: string;
  /** When somebody will have answered; undefined when the store has not said. */
  readonly time: string | undefined;
}

export function renderSent(texts: AfterwardsWords, sent: Sent, another: () => void): TemplateResult {
  const { receipt, store, time } = sent;
  return html`<div class="panel">
    <h2 id="title" tabindex="-1">${texts.sentTitle}</h2>
    <p>${time === undefined ? texts.sentSoon(store) : texts.sentText(store, time)}</p>
    <p>${texts.receipt}: <span class="receipt">${receipt}</span></p>
    <button type="button" @click=${another}>${texts.another}</button>
  </div>`;
}

export interface Held {
  /** What was in the way, in a sentence; undefined as long as that is being tried. */
  readonly why: string | undefined;
  readonly sending: boolean;
}

export function renderKept(
  texts: AfterwardsWords,
  { why, sending }: Held,
  sendNow: () => void,
  discard: () => void,
): TemplateResult {
  const disabled = sending ? 'true' : 'false';
  return html`<div class="panel">
    <h2 id="title" tabindex="-1">${texts.keptTitle}</h2>
    <p role="status">${why ?? nothing}</p>
    <p>${texts.keptText}</p>
    <div class="buttons">
      <button class="main" type="button" aria-disabled=${disabled} @click=${sendNow}>
        ${texts.sendNow}
      </button>
      <button type="button" aria-disabled=${disabled} @click=${discard}>${texts.discard}</button>
    </div>
  </div>`;
}

/** Why the form does not work on this page, in plain words. */
export function renderNotHere(texts: AfterwardsWords): TemplateResult {
  return html`<div class="panel" role="alert">
    <h2 id="title" tabindex="-1">${texts.failedTitle}</h2>
    <p>${texts.notHere(location.origin)}</p>
  </div>`;
}
