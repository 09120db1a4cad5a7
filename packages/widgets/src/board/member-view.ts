import type { MemberBoardResult, ProofKind } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icons.ts';
import type { BoardPath } from './board-path.ts';
import { type BoardTelling, renderFolded, renderLink, tellTime } from './board-telling.ts';
import { renderDial } from './findings-view.ts';
import { renderMeasures } from './measures-view.ts';
import type { MemberPages } from './member-pages.ts';

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

/** Where the reader is in the lists that come page by page. */
export interface Paging {
  readonly activities: MemberPages<'activities'>;
  readonly missed: MemberPages<'missed'>;
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
      <h2 id="activities" tabindex="-1">${texts.activities}</h2>
      ${renderActivities(board, path, paging.activities, telling)}
    </section>
    <section aria-labelledby="missed">
      <h2 id="missed" tabindex="-1">${texts.missedTouches}</h2>
      ${renderMissed(board, paging.missed, telling)}
    </section>
  `;
}

function renderActivities(
  board: Board,
  path: BoardPath,
  pages: Paging['activities'],
  telling: BoardTelling,
): TemplateResult {
  const { texts } = telling;
  const { edges, pageInfo } = pages.page(board.activities);
  const rows = nodesOf(edges);
  const paging = renderPaging(pageInfo, pages, telling);
  if (rows.length === 0) return html`<p class="muted">${texts.noActivities}</p>${paging}`;
  return html`<ol class="list" aria-busy=${String(pages.busy)}>
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
    </ol>
    ${paging}`;
}

function renderMissed(board: Board, pages: Paging['missed'], telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const { edges, pageInfo } = pages.page(board.missed);
  const rows = nodesOf(edges);
  const paging = renderPaging(pageInfo, pages, telling);
  if (rows.length === 0) return html`<p class="muted">${texts.noMissed}</p>${paging}`;
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
  return html`<div aria-busy=${String(pages.busy)}>${renderFolded(items, MISSED_SHOWN, 'list', telling)}</div>
    ${paging}`;
}

/** The ways to another page, and why it did not come. */
function renderPaging(
  page: Board['activities']['pageInfo'],
  pages: Paging[keyof Paging],
  { texts }: BoardTelling,
): TemplateResult | typeof nothing {
  const { endCursor, hasNextPage } = page;
  const { atNewest, busy, failure } = pages;
  const older = hasNextPage && endCursor !== null;
  if (!older && atNewest) return nothing;
  return html`<p class="paging">
    ${failure === undefined ? nothing : html`<span role="alert">${icon('cut')} ${texts.failure[failure.kind]}</span>`}
    ${atNewest ? nothing : html`<button type="button" @click=${() => pages.turnToNewest()}>${texts.newest}</button>`}
    ${
      older
        ? html`<button
          type="button"
          aria-disabled=${String(busy)}
          @click=${() => (failure === undefined ? pages.turnTo(endCursor) : pages.again())}
        >
          ${failure === undefined ? texts.older : texts.tryAgain}
        </button>`
        : nothing
    }
  </p>`;
}

/** The nodes of a connection; edges may be null by the schema's word. */
function nodesOf<Node>(edges: readonly ({ readonly node: Node | null } | null)[] | null): readonly NonNullable<Node>[] {
  return (edges ?? []).flatMap((edge) => (edge?.node == null ? [] : [edge.node]));
}
