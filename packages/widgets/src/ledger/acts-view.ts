import type { LedgerView, SaidBy } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { exactly } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { renderLaw } from './law-view.ts';
import type { LedgerWords } from './ledger-words.ts';
import { idOf, type LedgerTelling, labelOf } from './standing-view.ts';

type Act = LedgerView['acts'][number];

/** What the customer has said, the latest first: the ledger itself. */
export function renderActs({ acts }: LedgerView, telling: LedgerTelling): TemplateResult {
  const { texts } = telling;
  return html`<section aria-labelledby=${labelOf('acts', telling)}>
    <h2 id=${idOf('acts', telling)}>${texts.acts}</h2>
    ${
      acts.length === 0
        ? html`<p>${texts.noActs}</p>`
        : html`<ol class="lines">
          ${acts.map((act) => renderAct(act, telling))}
        </ol>`
    }
  </section>`;
}

function renderAct(act: Act, telling: LedgerTelling): TemplateResult {
  const { texts } = telling;
  const scope = texts.scopeOf(texts.everyChannel[act.channel], texts.purposes[act.purpose]);
  const revoked = act.act === 'revoked';
  const who = act.recordedBy === null ? texts.byThemselves : texts.by(act.recordedBy.name);
  const more = [revoked && act.scopeChosen && texts.narrow, act.written && texts.written, act.store?.name];
  return html`<li>
    <p class="what">${icon(revoked ? 'stop' : 'done')} ${revoked ? texts.revoked(scope) : texts.given(scope)}</p>
    <p class="muted small">
      ${[exactly(Date.parse(act.at), telling), howInWords(act.how, texts), who, ...more].filter((word) => word).join(' · ')}
    </p>
    ${act.words === null ? nothing : html`<blockquote>${act.words}</blockquote>`} ${renderWording(act, texts)}
  </li>`;
}

function renderWording(
  { wording, wordingText, wordingComplete, page }: Act,
  texts: LedgerWords,
): TemplateResult | typeof nothing {
  if (wording === null) return nothing;
  return html`<details class="wording">
    <summary class="small">${texts.wording(wording)}</summary>
    ${wordingText === null ? nothing : html`<blockquote>${wordingText}</blockquote>`}
    ${wordingComplete ? nothing : html`<p class="small muted">${texts.nameNotKept}</p>`}
    ${page === null ? nothing : html`<p class="small muted">${texts.page} ${page}</p>`}
  </details>`;
}

/** `note: offTheList` is a note; who heard it by which rule stays in the file. */
export function howInWords(how: string, texts: LedgerWords): string {
  const [way = how] = how.split(':', 1);
  return (texts.saidBy[how as SaidBy] as string | undefined) ?? texts.ways[way] ?? how;
}

/** What was not sent, with the rule, its source and its date. */
export function renderRefused({ refused }: LedgerView, telling: LedgerTelling): TemplateResult {
  const { texts } = telling;
  return html`<section aria-labelledby=${labelOf('refused', telling)}>
    <h2 id=${idOf('refused', telling)}>${texts.refused}</h2>
    ${
      refused.length === 0
        ? html`<p>${texts.noneRefused}</p>`
        : html`<ol class="lines">
          ${refused.map(
            ({ channel, purpose, queuedAt, reasons }) => html`<li>
              <p class="what">${icon(channel)} ${texts.channels[channel]}, ${texts.purposes[purpose]}</p>
              <p class="muted small">${exactly(Date.parse(queuedAt), telling)}</p>
              ${renderLaw(reasons, texts, telling.tag)}
            </li>`,
          )}
        </ol>`
    }
  </section>`;
}
