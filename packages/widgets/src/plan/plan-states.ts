import type { Failure } from '@beback/client';
import { html, type TemplateResult } from 'lit';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import type { PlanWords } from './plan-words.ts';

// What stands in the place of a plan while there is none to show. Each names the element by its title.

export function renderPlanLoading(texts: PlanWords): TemplateResult {
  return renderLoading(html`<span id="title">${texts.loading}</span>`);
}

export function renderPlanFailed(texts: PlanWords, failure: Failure, again: () => void): TemplateResult {
  return html`<h1 id="title" tabindex="-1">${texts.failed}</h1>
    ${renderFailed(texts.failure[failure.kind], texts, again)}`;
}

export function renderPlanSignedOut(texts: PlanWords, href: string | undefined): TemplateResult {
  return renderSignedOut(html`<span id="title">${texts.signedOut}</span>`, texts, href);
}

export function renderPlanEmpty(words: string): TemplateResult {
  return html`<div class="waiting"><p id="title">${words}</p></div>`;
}

/** An address led to a version that is not there (any more). */
export function renderPlanGone(texts: PlanWords, showLatest: () => void): TemplateResult {
  return html`<div class="waiting">
    <p id="title" tabindex="-1">${texts.gone}</p>
    <button type="button" @click=${showLatest}>${texts.showLatest}</button>
  </div>`;
}
