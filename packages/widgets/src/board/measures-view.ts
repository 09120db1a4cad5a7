import type { MeasuresView, RateView } from '@beback/client';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { minutes, percent } from '../format/number.ts';
import { type BoardTelling, tellCount, tellOf, tellShare } from './board-telling.ts';

/** The figures of a board: shares with what they are shares of, and how sure one can be of them. */
export function renderMeasures(measures: MeasuresView, telling: BoardTelling): TemplateResult {
  const { texts, tag } = telling;
  const { emailStepsDone, emailStepsDue } = measures;
  const number = (value: number): string => tellCount(value, telling);
  return html`
    <section class="figures" aria-labelledby="figures">
      <h2 id="figures" class="said">${texts.figures}</h2>
      <div class="figure wide">${renderDocumented(measures, telling)}</div>
      ${renderFigure(
        texts.callsMade,
        tellShare(measures.callCompliance, telling),
        tellOf(measures.callStepsDone, measures.callStepsDue, telling),
        measures.callStepsDue === 0 ? nothing : small(renderSureness(measures.callCompliance, telling)),
      )}
      ${renderFigure(
        texts.firstResponse,
        measures.firstResponseMedianMinutes === null ? texts.none : minutes(measures.firstResponseMedianMinutes, tag),
        texts.medianOf(number(measures.firstResponses)),
      )}
      ${renderFigure(
        texts.emails,
        emailStepsDue === 0 ? texts.none : percent(emailStepsDone / emailStepsDue, tag),
        emailStepsDue === 0 ? '' : tellOf(emailStepsDone, emailStepsDue, telling),
      )}
      ${renderFigure(
        texts.leads,
        number(measures.leads),
        `${texts.deliveries}: ${number(measures.deliveries)}`,
        small(`${texts.surveys}: ${tellOf(measures.surveysAnswered, measures.surveysInvited, telling)}`),
      )}
    </section>
  `;
}

function renderFigure(
  name: string,
  value: string,
  of: string,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="figure">
    <h3>${name}</h3>
    <p class="value">${value}</p>
    ${small(of)} ${more}
  </div>`;
}

/** Documented share: pending and excused calls are shown beside it, and are no part of it. */
function renderDocumented(measures: MeasuresView, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const { documented, notDocumented, pending, excused } = measures;
  const number = (value: number): string => tellCount(value, telling);
  const parts = [
    { kind: 'documented', name: texts.documented, value: documented },
    { kind: 'undocumented', name: texts.notDocumented, value: notDocumented },
    { kind: 'pending', name: texts.pending, value: pending },
    { kind: 'excused', name: texts.excused, value: excused },
  ] as const;
  return html`
    <h3>${texts.documented}</h3>
    <p class="value">${tellShare(measures.documentedShare, telling)}</p>
    <p class="small muted">
      ${texts.documentedOf(number(documented), number(documented + notDocumented))}
      (${renderSureness(measures.documentedShare, telling)})
    </p>
    ${renderBar(parts)}
    <ul class="legend small">
      ${parts.map((part) => html`<li><span class="key ${part.kind}"></span>${part.name} <b>${number(part.value)}</b></li>`)}
    </ul>
  `;
}

function small(text: string): TemplateResult {
  return html`<p class="small muted">${text}</p>`;
}

/** How sure one can be of a share: an interval, or that there is too little to say. */
function renderSureness(rate: RateView | null, { texts, tag }: BoardTelling): string {
  return rate === null ? texts.tooFew : texts.likely(percent(rate.low, tag), percent(rate.high, tag));
}

/** One bar in parts; drawn by geometry and not by style attributes, which a strict page forbids. The list beside it tells the same. */
function renderBar(parts: readonly { readonly kind: string; readonly value: number }[]): TemplateResult {
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  let start = 0;
  const bars = parts.map((part) => {
    const x = start;
    const width = whole === 0 ? 0 : (part.value / whole) * 100;
    start += width;
    return svg`<rect class=${part.kind} fill=${part.kind === 'pending' ? 'url(#hatch)' : 'none'} x="${x}%" y="0" width="${width}%" height="100%" />`;
  });
  return html`<svg class="bar" aria-hidden="true">
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="hatch" d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
    </pattern>
    ${bars}
  </svg>`;
}
