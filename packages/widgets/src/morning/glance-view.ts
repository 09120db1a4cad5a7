import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';

/** How much of something waits, and the part of the page that tells it. */
export interface Glance {
  readonly at: string;
  readonly count: number;
  readonly words: string;
}

/** What waits for the manager, above the fold however many people there are; each count leads to its part. */
export function renderGlance(all: readonly Glance[], show: (at: string) => void): TemplateResult | typeof nothing {
  const waiting = all.filter(({ count }) => count > 0);
  if (waiting.length === 0) return nothing;
  return html`<p class="glance">
    ${waiting.map(
      ({ at, words }) =>
        html`<button type="button" class="chip alarm" @click=${() => show(at)}>${icon('alarm')} ${words}</button>`,
    )}
  </p>`;
}

/** Moves the reader down to the part that a count is of. */
export function goToPart(page: ParentNode, id: string): void {
  const place = page.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'start' });
}
