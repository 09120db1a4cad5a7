import type { MemberBoardResult, ProofKind } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icons.ts';
import type { BoardPath } from './board-path.ts';
import { type BoardTelling, renderFolded, renderLink, tellTime } from './board-telling.ts';
import { renderDial } from './findings-view.ts';
import { renderMeasures } from './measures-view.ts';

type Board = MemberBoardResult['memberBoard'];

const MISSED_SHOWN = 10;

/** How a proof looks: a shape beside its word, a colour beside both. */
const LOOKS: Readonly<Record<ProofKind, readonly [IconName, 'good' | 'alarm' | 'wait' | 'calm']>> = {
  verified: ['done', 'good'],
  verifiedOtherRep: ['done', 'good'],
  short: ['alarm', 'alarm'],
  contradicted: ['alarm', 'alarm'],
  unmatched: ['none', 'alarm'],
  unverifiable: ['none', 'calm'],
  excused: ['done', 'calm'],
  pending: ['wait', 'wait'],
};

export interface Paging {
  readonly atNewest: boolean;
  /** Shows the activities after a cursor; undefined: the newest. */
  turnTo(after: string | undefined): void;
}

export function renderProof(kind: ProofKind | undefined, { texts }: BoardTelling): TemplateResult {
  if (kind === undefined) return html`<span class="muted">${texts.none}</span>`;
  const [shape, tone] = LOOKS[kind];
  return html`<span class="chip ${tone}">${icon(shape)} ${texts.proofs[kind]}</span>`;
}

/** One person: what was logged and what documents it, what was missed. */
export function renderMember(
  { memberBoard: board }: MemberBoardResult,
  path: BoardPath,
  paging: Paging,
  telling: BoardTelling,
): TemplateResult {
  const { texts } = telling;
  return html`
    <header>
      <h1 id="title" tabindex="-1">${board.member.name}</h1>
      <p class="muted">
        ${texts.roles[board.member.role]}, ${board.store.name}. ${texts.asOfShort(tellTime(board.asOf, telling))}
      </p>
      ${renderDial(board.member.phone, telling)}
    </header>
    ${renderMeasures(board.measures, telling)}
    <section aria-labelledby="activities">
      <h2 id="activities">${texts.activities}</h2>
      ${renderActivities(board, path, telling)} ${renderPaging(board.activities.pageInfo, paging, telling)}
    </section>
    <section aria-labelledby="missed">
      <h2 id="missed">${texts.missedTouches}</h2>
      ${renderMissed(board, telling)}
    </section>
  `;
}

function renderActivities(board: Board, path: BoardPath, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const rows = nodesOf(board.activities.edges);
  if (rows.length === 0) return html`<p class="muted">${texts.noActivities}</p>`;
  return html`<ol class="list">
    ${rows.map(
      (row) => html`<li>
        <p class="line">
          ${renderLink({ ...path, activityId: row.id }, tellTime(row.at, telling), telling)}
          ${renderProof(row.proof?.kind, telling)}
        </p>
        <p>
          ${texts.channels[row.channel]}, ${texts.dispositions[row.disposition]}:
          ${row.opportunity.customerName || texts.nobodyNamed}
          ${row.opportunity.vehicle ? html`<span class="muted">${row.opportunity.vehicle}</span>` : nothing}
        </p>
        ${row.note ? html`<p class="muted small">“${row.note}”</p>` : nothing}
      </li>`,
    )}
  </ol>`;
}

function renderPaging(
  page: Board['activities']['pageInfo'],
  paging: Paging,
  { texts }: BoardTelling,
): TemplateResult | typeof nothing {
  const { endCursor } = page;
  const older = page.hasNextPage && endCursor !== null;
  if (!older && paging.atNewest) return nothing;
  return html`<p class="paging">
    ${paging.atNewest ? nothing : html`<button type="button" @click=${() => paging.turnTo(undefined)}>${texts.newest}</button>`}
    ${older ? html`<button type="button" @click=${() => paging.turnTo(endCursor)}>${texts.older}</button>` : nothing}
  </p>`;
}

function renderMissed(board: Board, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const rows = nodesOf(board.missed.edges);
  if (rows.length === 0) return html`<p class="muted">${texts.noMissed}</p>`;
  const items = rows.map(
    (row) => html`<li>
      <p>
        ${texts.channels[row.channel]}, ${texts.dueBy(tellTime(row.deadline, telling))}:
        ${row.customerName || texts.nobodyNamed}
        ${row.vehicle ? html`<span class="muted">${row.vehicle}</span>` : nothing}
      </p>
      <p class="muted small">${row.reasons[0]?.text}</p>
    </li>`,
  );
  return renderFolded(items, MISSED_SHOWN, 'list', telling);
}

/** The nodes of a connection; edges may be null by the schema's word. */
function nodesOf<Node>(edges: readonly ({ readonly node: Node | null } | null)[] | null): readonly NonNullable<Node>[] {
  return (edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
}
