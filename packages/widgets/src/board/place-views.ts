import type { DepartmentBoardResult, FindingView, StoreBoardResult } from '@beback/client';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { BoardPath } from './board-path.ts';
import { type BoardTelling, renderLink, tellTime } from './board-telling.ts';
import { renderDial, renderFindings } from './findings-view.ts';
import { renderMeasureTable } from './measure-table.ts';
import { renderMeasures } from './measures-view.ts';

/** One store: its findings, its figures, its departments. */
export function renderStore({ storeBoard: board }: StoreBoardResult, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const place = { storeId: board.store.id };
  const rows = board.departments.map((row) => ({
    name: renderLink({ ...place, departmentId: row.department.id }, row.department.name, telling),
    measures: row.measures,
    trend: row.trend,
    openFindings: row.openFindings,
  }));
  return html`
    <header>
      <h1 id="title" tabindex="-1">${board.store.name}</h1>
      <p class="muted">${texts.asOfShort(tellTime(board.asOf, telling))}</p>
      ${renderDial(board.store.phone, telling)}
    </header>
    ${renderFindingsSection(board.findings, place, telling)} ${renderMeasures(board.measures, telling)}
    <section aria-labelledby="departments">
      <h2 id="departments">${texts.departments}</h2>
      ${renderMeasureTable(texts.department, rows, telling)}
    </section>
  `;
}

/** One department: its findings, its figures, its people. */
export function renderDepartment(
  { departmentBoard: board }: DepartmentBoardResult,
  telling: BoardTelling,
): TemplateResult {
  const { texts } = telling;
  const place = { storeId: board.store.id, departmentId: board.department.id };
  const rows = board.members.map(({ member, measures }) => ({
    name: member === null ? texts.nobody : renderLink({ ...place, memberId: member.id }, member.name, telling),
    measures,
  }));
  return html`
    <header>
      <h1 id="title" tabindex="-1">${board.department.name}</h1>
      <p class="muted">${board.store.name}. ${texts.asOfShort(tellTime(board.asOf, telling))}</p>
    </header>
    ${renderFindingsSection(board.findings, place, telling)} ${renderMeasures(board.measures, telling)}
    <section aria-labelledby="people">
      <h2 id="people">${texts.people}</h2>
      ${renderMeasureTable(texts.person, rows, telling)}
    </section>
  `;
}

function renderFindingsSection(
  findings: readonly FindingView[],
  place: BoardPath,
  telling: BoardTelling,
): TemplateResult {
  const { texts } = telling;
  if (findings.length === 0) return html`<p class="calm">${icon('done')} ${texts.noFindings}</p>`;
  return html`<section class="need" aria-labelledby="findings">
    <h2 id="findings">${texts.findings}</h2>
    ${renderFindings(findings, place, telling)}
  </section>`;
}
