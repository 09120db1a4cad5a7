import type { FindingView, GroupBoardResult } from '@beback/client';
import type { NonEmpty } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dialAddress, phoneInWords } from '../format/phone.ts';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import type { Acknowledging, AcknowledgingState } from './acknowledging.ts';
import { foldAlike } from './alike-findings.ts';
import type { BoardPath } from './board-path.ts';
import { type BoardTelling, renderFolded, renderLink, tellTime } from './board-telling.ts';
import type { BoardWords } from './board-words.ts';

type AnyNeed = GroupBoardResult['groupBoard']['storesNeedingYou'][number];
type Need = AnyNeed & { readonly store: NonNullable<AnyNeed['store']> };

/** What one minute has room for. */
const NEEDS_SHOWN = 5;
const FINDINGS_SHOWN = 5;

/** The needs whose store the reader sees. */
export function needsInSight(needs: readonly AnyNeed[]): readonly Need[] {
  return needs.filter((need): need is Need => need.store !== null);
}

/** The stores that need a call, each with its evidence and the number to dial. */
export function renderNeeds(needs: readonly Need[], telling: BoardTelling): TemplateResult | typeof nothing {
  if (needs.length === 0) return nothing;
  return renderFolded(
    needs.map((need) => renderNeed(need, telling)),
    NEEDS_SHOWN,
    'needs',
    telling,
  );
}

function renderNeed({ store, manager, findings }: Need, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  return html`<li class="need">
    <h2>${renderLink({ storeId: store.id }, store.name, telling)}</h2>
    ${renderFindings(findings, { storeId: store.id }, { ...telling, zone: store.zone })}
    ${
      manager === null
        ? html`<p class="muted">${texts.noManager}</p>`
        : html`<p class="manager">
          <span>${manager.name}, ${texts.roles[manager.role]}</span>
          ${renderDial(manager.phone ?? store.phone, telling)}
        </p>`
    }
  </li>`;
}

export function renderDial(phone: string | null, { texts }: BoardTelling): TemplateResult | typeof nothing {
  if (!phone) return nothing;
  return html`<a class="button" href=${dialAddress(phone)}>${icon('call')} ${texts.call(phoneInWords(phone))}</a>`;
}

/** Findings with their evidence, since when, and whether somebody has taken them on. */
export function renderFindings(
  findings: readonly FindingView[],
  place: BoardPath,
  telling: BoardTelling,
): TemplateResult {
  return renderFolded(
    foldAlike(findings).map((alike) =>
      alike.length === 1 ? renderFinding(alike[0], place, telling) : renderAlike(alike, place, telling),
    ),
    FINDINGS_SHOWN,
    'findings',
    telling,
  );
}

/** Many of one kind in one department: one line, and each of them when somebody asks. */
function renderAlike(alike: NonEmpty<FindingView>, place: BoardPath, telling: BoardTelling): TemplateResult {
  const { acknowledging, texts } = telling;
  const latest = alike.map((finding) => acknowledging?.latest(finding) ?? finding);
  const open = latest.filter(({ state }) => state === 'open');
  const [{ id, department }] = alike;
  const [oldest = alike[0].openedAt] = alike.map(({ openedAt }) => openedAt).toSorted();
  return html`<li class="alike" tabindex="-1">
    <p class="evidence" id=${`alike-${id}`}>
      ${
        department
          ? html`${renderLink({ ...place, departmentId: department.id }, department.name, telling)}: `
          : nothing
      }${texts.waitTooLong(alike.length)}
    </p>
    <div class="small states">
      <span class="muted">${texts.since(tellTime(oldest, telling))}</span>
      ${
        open.length === 0
          ? html`<span class="chip wait">${icon('wait')} ${texts.allAcknowledged}</span>`
          : html`<span class="chip alarm">${icon('alarm')} ${texts.manyNotAcknowledged(open.length)}</span>`
      }
      ${
        acknowledging === undefined || open.length === 0
          ? nothing
          : renderAcknowledgeAll(open, `alike-${id}`, acknowledging, texts)
      }
    </div>
    <details>
      <summary>${texts.eachOf(alike.length)}</summary>
      <ol class="findings">
        ${alike.map((finding) => renderFinding(finding, place, telling))}
      </ol>
    </details>
  </li>`;
}

function renderAcknowledgeAll(
  open: readonly FindingView[],
  describedBy: string,
  acknowledging: Acknowledging,
  texts: BoardWords,
): TemplateResult {
  const states = open.map((finding) => acknowledging.stateOf(finding));
  const busy = states.some((state) => state?.kind === 'busy');
  return html`${renderRefused(
    states.find((state) => state?.kind === 'refused'),
    texts,
  )}
  <button
    type="button"
    aria-disabled=${busy ? 'true' : 'false'}
    aria-describedby=${describedBy}
    @click=${() => void acknowledging.runAll(open)}
  >
    ${busy ? texts.acknowledging : texts.acknowledgeAll(open.length)}
  </button>`;
}

function renderFinding(told: FindingView, place: BoardPath, telling: BoardTelling): TemplateResult {
  const finding = telling.acknowledging?.latest(told) ?? told;
  const { department, member } = finding;
  const path = department && { ...place, departmentId: department.id };
  const where = [department?.name, member?.name].filter((name) => name).join(', ');
  return html`<li id=${`finding-${finding.id}`} tabindex="-1">
    <p class="evidence" id=${`evidence-${finding.id}`}>
      ${where && path ? html`${renderLink(path, where, telling)}: ` : nothing}${finding.reasons.map((reason) => reason.text).join(' ')}
    </p>
    <div class="small states">
      <span class="muted">${telling.texts.since(tellTime(finding.openedAt, telling))}</span>
      ${renderState(finding, telling)}
    </div>
  </li>`;
}

function renderState(finding: FindingView, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  switch (finding.state) {
    case 'open':
      return html`<span class="chip alarm">${icon('alarm')} ${texts.notAcknowledged}</span>
        ${telling.acknowledging === undefined ? nothing : renderAcknowledge(finding, telling.acknowledging, texts)}`;
    case 'acknowledged': {
      const time = finding.acknowledgedAt === null ? '' : tellTime(finding.acknowledgedAt, telling);
      return html`<span class="chip wait">${icon('wait')} ${texts.acknowledged(finding.acknowledgedBy?.name ?? '', time)}</span>`;
    }
    case 'cleared':
      return html`<span class="chip good">${icon('done')} ${texts.cleared}</span>`;
  }
}

function renderAcknowledge(finding: FindingView, acknowledging: Acknowledging, texts: BoardWords): TemplateResult {
  const state = acknowledging.stateOf(finding);
  const busy = state?.kind === 'busy';
  return html`${renderRefused(state, texts)}
    <button
      type="button"
      aria-disabled=${busy ? 'true' : 'false'}
      aria-describedby=${`evidence-${finding.id}`}
      @click=${() => void acknowledging.run(finding)}
    >
      ${busy ? texts.acknowledging : texts.acknowledge}
    </button>`;
}

function renderRefused(state: AcknowledgingState | undefined, texts: BoardWords): TemplateResult | typeof nothing {
  if (state?.kind !== 'refused') return nothing;
  return html`<span role="alert">${icon('cut')} ${tellRefusal(state.why, texts)}</span>`;
}
