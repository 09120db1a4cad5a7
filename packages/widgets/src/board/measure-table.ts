import type { MeasuresView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { minutes } from '../format/number.ts';
import { icon } from '../icons/icons.ts';
import { type BoardTelling, tellCount, tellOf, tellShare } from './board-telling.ts';
import { renderSparkline } from './sparkline.ts';

/** One line of a table of stores, departments or people. */
export interface MeasureRow {
  readonly name: string | TemplateResult;
  readonly measures: MeasuresView;
  readonly trend?: readonly number[];
  readonly openFindings?: number;
}

/** The figures behind a board, line by line. Narrow screens scroll the table, never the page. */
export function renderMeasureTable(
  heading: string,
  rows: readonly MeasureRow[],
  telling: BoardTelling,
): TemplateResult {
  const { texts } = telling;
  const withTrend = rows.some((row) => row.trend !== undefined);
  const withFindings = rows.some((row) => row.openFindings !== undefined);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${heading}>
    <table>
      <thead>
        <tr>
          <th scope="col">${heading}</th>
          <th scope="col" class="number">${texts.callsMade}</th>
          ${withTrend ? html`<th scope="col">${texts.trend}</th>` : nothing}
          <th scope="col" class="number">${texts.missed}</th>
          <th scope="col" class="number">${texts.documented}</th>
          <th scope="col" class="number">${texts.notDocumented}</th>
          <th scope="col" class="number">${texts.proofs.pending}</th>
          <th scope="col" class="number">${texts.emails}</th>
          <th scope="col" class="number">${texts.firstResponse}</th>
          <th scope="col" class="number">${texts.leads}</th>
          ${withFindings ? html`<th scope="col">${texts.findings}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => renderRow(row, telling, withTrend, withFindings))}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: MeasureRow, telling: BoardTelling, withTrend: boolean, withFindings: boolean): TemplateResult {
  const { texts, tag } = telling;
  const { measures } = row;
  const number = (value: number): string => tellCount(value, telling);
  const median = measures.firstResponseMedianMinutes;
  return html`<tr>
    <th scope="row">${row.name}</th>
    <td class="number">
      ${tellShare(measures.callCompliance, telling)}
      <span class="muted small">${measures.callStepsDue === 0 ? nothing : tellOf(measures.callStepsDone, measures.callStepsDue, telling)}</span>
    </td>
    ${withTrend ? html`<td>${row.trend === undefined ? nothing : renderSparkline(row.trend, telling)}</td>` : nothing}
    <td class="number">${number(measures.callStepsMissed)}</td>
    <td class="number">${tellShare(measures.documentedShare, telling)}</td>
    <td class="number">${number(measures.notDocumented)}</td>
    <td class="number">${number(measures.pending)}</td>
    <td class="number">${tellOf(measures.emailStepsDone, measures.emailStepsDue, telling)}</td>
    <td class="number">${median === null ? texts.none : minutes(median, tag)}</td>
    <td class="number">${number(measures.leads)}</td>
    ${withFindings ? html`<td>${renderOpen(row.openFindings ?? 0, telling)}</td>` : nothing}
  </tr>`;
}

function renderOpen(open: number, { texts }: BoardTelling): TemplateResult {
  if (open === 0) return html`<span class="muted">${texts.none}</span>`;
  return html`<span class="chip alarm">${icon('alarm')} ${texts.openFindings(open)}</span>`;
}
