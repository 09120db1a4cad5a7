import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { BoardPath } from './board-path.ts';
import type { BoardQueries } from './board-queries.ts';
import { type BoardTelling, renderLink } from './board-telling.ts';

/** The way from the group down to here; each step but the last is a way back. */
export function renderCrumbs(
  place: BoardPath,
  queries: BoardQueries,
  telling: BoardTelling,
): TemplateResult | typeof nothing {
  const { texts } = telling;
  const { storeId, departmentId, memberId, activityId } = place;
  const many = queries.seesGroup || (queries.viewer.data?.viewer?.stores.length ?? 0) > 1;
  const steps: { readonly path: BoardPath; readonly name: string }[] = [];
  if (many) steps.push({ path: {}, name: queries.seesGroup ? texts.group : texts.chooseStore });
  if (storeId !== undefined) steps.push({ path: { storeId }, name: queries.here?.name ?? texts.store });
  if (storeId !== undefined && departmentId !== undefined) {
    const name = queries.department.data?.departmentBoard.department.name ?? texts.department;
    steps.push({ path: { storeId, departmentId }, name });
    if (memberId !== undefined) {
      const member = queries.member.data?.memberBoard.member.name ?? texts.person;
      steps.push({ path: { storeId, departmentId, memberId }, name: member });
    }
  }
  if (activityId !== undefined) steps.push({ path: place, name: texts.activity });
  if (steps.length < 2) return nothing;
  const last = steps.length - 1;
  return html`<nav aria-label=${texts.where}>
    <ol class="crumbs">
      ${steps.map(
        (step, index) => html`<li>
          ${index === last ? html`<span aria-current="page">${step.name}</span>` : html`${renderLink(step.path, step.name, telling)} ${icon('forward')}`}
        </li>`,
      )}
    </ol>
  </nav>`;
}
