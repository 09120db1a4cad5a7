import type { SourcedReason } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { dateOf } from '../format/time.ts';
import type { LedgerWords } from './ledger-words.ts';

/** The rule that a reason rests on. */
export interface CitedLaw {
  readonly rule: string;
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  readonly table: string;
}

/** The law of a reason's data; undefined where the plan or the customer speaks. */
export function citedLaw({ data }: Pick<SourcedReason, 'data'>): CitedLaw | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { rule, source, effectiveFrom, table } = data as Readonly<Record<string, unknown>>;
  if (typeof rule !== 'string' || typeof source !== 'string') return undefined;
  if (typeof effectiveFrom !== 'string' || typeof table !== 'string') return undefined;
  return { rule, source, effectiveFrom, table };
}

/** Why a verdict is what it is: each reason in a sentence, with its rule, source, date of effect and table version. */
export function renderLaw(reasons: readonly SourcedReason[], texts: LedgerWords, tag: string): TemplateResult {
  return html`<ul class="reasons">
    ${reasons.map((reason) => {
      const law = citedLaw(reason);
      return html`<li>
        ${reason.text} ${law === undefined ? nothing : html`<span class="muted small cited">${tellLaw(law, texts, tag)}</span>`}
      </li>`;
    })}
  </ul>`;
}

function tellLaw({ rule, source, effectiveFrom, table }: CitedLaw, texts: LedgerWords, tag: string): TemplateResult {
  const since = dateOf(Date.parse(`${effectiveFrom}T00:00:00Z`), { tag, zone: 'UTC' });
  return html`${texts.rule(rule, since, table)}. ${source}`;
}
