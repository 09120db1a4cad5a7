import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { StaffWords } from './staff-words.ts';

// What a staff's widget shows while it has nothing else to show. Each puts its own title before or into it.

export function renderLoading(what: unknown): TemplateResult {
  return html`<div class="waiting" aria-busy="true"><p>${what}</p></div>`;
}

export function renderFailed(what: string, texts: StaffWords, again: () => void): TemplateResult {
  return html`<div class="waiting" role="alert">
    <p>${icon('cut')} ${what}</p>
    <button type="button" @click=${again}>${texts.tryAgain}</button>
  </div>`;
}

/** @param href - where to sign in; without it the reader is only told so */
export function renderSignedOut(what: unknown, texts: StaffWords, href: string | undefined): TemplateResult {
  return html`<div class="waiting" role="alert">
    <p>${what}</p>
    ${href ? html`<a class="button main" href=${href}>${texts.signIn}</a>` : nothing}
  </div>`;
}
