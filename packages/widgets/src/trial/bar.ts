import { html, svg, type TemplateResult } from 'lit';

/**
 * A share as a bar, from 0 to 1; nothing of nothing is an empty frame. Drawn by geometry and not by style attributes, which a
 * strict page forbids. The figures beside it say the same.
 */
export function renderBar(share: number, kind: string): TemplateResult {
  const width = Math.min(100, Math.max(0, share * 100));
  return html`<svg class="bar ${kind}" aria-hidden="true">
    ${svg`<rect class="whole" width="100%" height="100%" /><rect class="part" width="${width}%" height="100%" />`}
  </svg>`;
}
