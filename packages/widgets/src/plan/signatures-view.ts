import type { Role } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { Refusal } from '../staff/refusal.ts';
import { renderTrouble } from './actions-view.ts';
import { renderChangeList } from './changes-view.ts';
import { renderFolded } from './folded-list.ts';
import type { PlanVersion } from './plan-queries.ts';
import type { Step } from './plan-steps.ts';
import { type PlanTelling, tellMoment } from './plan-telling.ts';
import { rewrittenSince } from './rewritten-since.ts';

/** Of a large store's people so many are named in sight, beside those for whom the plan waits. */
const SHOWN = 6;

/** Whose names everybody looks for. */
const LEADERS: readonly Role[] = ['principal', 'generalManager', 'manager'];

export interface Signing {
  readonly version: PlanVersion;
  /** Who reads: the name that will stand there. */
  readonly signer: string;
  readonly busy: boolean;
  /** The version as the reader saw it when he or she set out to sign; undefined for who has not. */
  readonly read: PlanVersion | undefined;
  /** Why the name is not there. */
  readonly trouble: Refusal | undefined;
  /** Leads to the names. */
  show(): void;
  begin(): void;
  sign(): void;
  cancel(): void;
}

/** The names under a version, those that are missing first, and the reader's own act. */
export function renderSignatures(signing: Signing, steps: readonly Step[], telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const { signed, total } = signing.version.signatures;
  if (signing.version.unfinished) {
    return html`<section class="signatures" aria-labelledby="signatures">
      <h2 id="signatures" tabindex="-1">${texts.signatures}</h2>
      <p>${icon('wait')} ${texts.notAskedYet}</p>
    </section>`;
  }
  return html`<section class="signatures" aria-labelledby="signatures">
    <h2 id="signatures" tabindex="-1">
      ${texts.signatures} <span class="of">${texts.signedOf(signed, total)}</span>
    </h2>
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="1" />
      <rect class="there" width=${total === 0 ? 0 : (100 * signed) / total} height="1" />
    </svg>
    ${renderMine(signing, steps, telling)} ${renderMissing(signing.version, telling)}
    ${renderSigned(signing.version, telling)}
  </section>`;
}

/** From what may be done to the names that it waits for, where they do not stand beside it. */
export function renderJump(signing: Signing, { texts }: PlanTelling): TemplateResult | typeof nothing {
  const { signatures } = signing.version;
  if (!maySign(signing.version) || (!signatures.awaited && signatures.refusals.length === 0)) return nothing;
  return html`<p class="jump">
    <button type="button" @click=${signing.show}>
      ${texts.signatures}: ${texts.signedOf(signatures.signed, signatures.total)}
    </button>
  </p>`;
}

function renderMine(signing: Signing, steps: readonly Step[], telling: PlanTelling): TemplateResult | typeof nothing {
  const { texts } = telling;
  const { version, read, trouble } = signing;
  const { mine, awaited } = version.signatures;
  if (mine !== null) {
    return html`<p class="good">${icon('done')} ${texts.youSigned(tellMoment(mine, telling))}</p>`;
  }
  if (!awaited || !maySign(version)) return nothing;
  const stale = read !== undefined && read.revision !== version.revision;
  return html`<p class="awaited">${icon('wait')} ${texts.yoursMissing}</p>
    ${stale ? renderMeanwhile(rewrittenSince(read, version), steps, telling) : renderTrouble(trouble, telling)}
    ${
      read === undefined || stale
        ? html`<div class="buttons">
          <button id="sign" class="main" type="button" @click=${signing.begin}>
            ${texts.signVersion(version.number)}
          </button>
        </div>`
        : renderAsked(signing, telling)
    }`;
}

/** One clear act: what is signed, what that means, and the name. */
function renderAsked(signing: Signing, { texts }: PlanTelling): TemplateResult {
  const { version, signer, busy } = signing;
  const { number, revision, sentences, policies } = version;
  return html`<div class="asked" role="group" aria-labelledby="ask">
    <p id="ask" tabindex="-1">${texts.signAsk(number, revision, sentences.length, policies.length)}</p>
    <p class="small muted">${texts.signMeans}</p>
    <div class="buttons">
      <button class="main" type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${signing.sign}>
        ${texts.signAs(signer)}
      </button>
      <button type="button" @click=${signing.cancel}>${texts.notYet}</button>
    </div>
  </div>`;
}

/** The text was written anew between reading and signing: nobody's name comes under what he or she has not read. */
function renderMeanwhile(
  changes: ReturnType<typeof rewrittenSince>,
  steps: readonly Step[],
  telling: PlanTelling,
): TemplateResult {
  const { texts } = telling;
  return html`<div class="meanwhile" role="alert">
    <h3>${icon('alarm')} ${texts.meanwhile}</h3>
    <p>${texts.readAgain}</p>
    ${changes.length === 0 ? html`<p>${texts.meanwhileSame}</p>` : renderChangeList(changes, steps, telling)}
  </div>`;
}

/** Those for whom it waits are all in sight; of the others some, the rest behind a fold. */
function renderMissing(version: PlanVersion, telling: PlanTelling): TemplateResult | typeof nothing {
  const { texts } = telling;
  const { missing, total } = version.signatures;
  if (!maySign(version)) return nothing;
  if (missing.length === 0) return total === 0 ? nothing : html`<p class="muted">${texts.allSigned}</p>`;
  const required = missing.filter((one) => one.required).length;
  return html`<h3>${texts.unsigned}</h3>
    ${version.state === 'draft' ? html`<p class="small muted">${texts.startRule}</p>` : nothing}
    ${renderFolded(
      missing.map((one) => renderUnsigned(one, version, telling)),
      required + SHOWN,
      'people',
      telling,
    )}`;
}

function renderUnsigned(
  { name, role, required, dueBy, overdue }: PlanVersion['signatures']['missing'][number],
  { state }: PlanVersion,
  telling: PlanTelling,
): TemplateResult {
  const { texts } = telling;
  const time = dueBy === null ? '' : tellMoment(dueBy, telling);
  const chip = overdue
    ? html`<span class="chip alarm">${icon('alarm')} ${texts.overdueSince(time)}</span>`
    : dueBy !== null
      ? html`<span class="muted">${texts.dueBy(time)}</span>`
      : required && state === 'draft'
        ? html`<span class="chip wait">${icon('wait')} ${texts.neededToStart}</span>`
        : nothing;
  return html`<li>
    <span><b>${name}</b> <span class="muted">${texts.roles[role]}</span></span>
    <span class="small">${chip}</span>
  </li>`;
}

function renderSigned(version: PlanVersion, telling: PlanTelling): TemplateResult | typeof nothing {
  const { signedBy } = version.signatures;
  if (signedBy.length === 0) return nothing;
  const { texts } = telling;
  const leaders = signedBy.filter(({ role }) => LEADERS.includes(role)).length;
  return html`<h3>${texts.signedBy}</h3>
    ${renderFolded(
      signedBy.map(
        ({ name, role, at }) => html`<li>
          <span>${icon('done')} <b>${name}</b> <span class="muted">${texts.roles[role]}</span></span>
          <span class="small muted">${tellMoment(at, telling)}</span>
        </li>`,
      ),
      Math.max(leaders, 1),
      'people',
      telling,
    )}`;
}

/** What is laid aside or replaced asks nobody for a name any more. */
function maySign({ state, unfinished }: PlanVersion): boolean {
  return (state === 'draft' && !unfinished) || state === 'active';
}
