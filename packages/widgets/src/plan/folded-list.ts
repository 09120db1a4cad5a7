import { html, nothing, type TemplateResult } from 'lit';
import type { PlanTelling } from './plan-telling.ts';

/** The first of a list; the others behind a fold that says how many they are. */
export function renderFolded(
  items: readonly TemplateResult[],
  shown: number,
  kind: string,
  { texts }: PlanTelling,
): TemplateResult {
  // One alone behind a fold takes the same room as in sight.
  const cut = items.length <= shown + 1 ? items.length : shown;
  const others = items.slice(cut);
  return html`<ul class=${kind}>
      ${items.slice(0, cut)}
    </ul>
    ${
      others.length === 0
        ? nothing
        : html`<details>
          <summary>${texts.more(others.length)}</summary>
          <ul class=${kind}>
            ${others}
          </ul>
        </details>`
    }`;
}
