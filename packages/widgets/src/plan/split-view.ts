import { html, svg, type TemplateResult } from 'lit';
import type { PlanLoad } from './plan-queries.ts';
import { type PlanTelling, tellLoad } from './plan-telling.ts';

/** How a working day's tasks fall on people, managers and the server; the figures under the bar tells the same. */
export function renderSplit({ atMost, expected }: PlanLoad, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const parts = [
    { kind: 'people', name: texts.splitPeople },
    { kind: 'managers', name: texts.splitManagers },
    { kind: 'automation', name: texts.splitAutomation },
  ] as const;
  const whole = atMost.people + atMost.managers + atMost.automation;
  let start = 0;
  const bars = parts.map(({ kind }) => {
    const x = start;
    const width = whole === 0 ? 0 : (atMost[kind] / whole) * 100;
    start += width;
    return svg`<rect class=${kind} fill=${kind === 'managers' ? 'url(#hatch)' : 'none'} x="${x}%" y="0" width="${width}%" height="100%" />`;
  });
  return html`<section class="split" aria-labelledby="split">
    <h2 id="split">${texts.split} <span class="small muted">${texts.splitOf}</span></h2>
    <svg class="bar" aria-hidden="true">
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
        <path class="hatch" d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
      </pattern>
      ${bars}
    </svg>
    <dl class="cells">
      ${parts.map(
        ({ kind, name }) => html`<div>
          <dt class="small"><span class="key ${kind}"></span> ${name}</dt>
          <dd>
            <b>${tellLoad(atMost[kind], telling)}</b>
            <span class="small muted">${texts.expectedOf(tellLoad(expected[kind], telling))}</span>
          </dd>
        </div>`,
      )}
    </dl>
  </section>`;
}
