import { html, nothing, type TemplateResult } from 'lit';
import { exactly } from '../format/time.ts';
import { type IconName, icon } from '../icons/icons.ts';
import { howInWords } from '../ledger/acts-view.ts';
import { renderLaw } from '../ledger/law-view.ts';
import type { LedgerWords } from '../ledger/ledger-words.ts';
import type { EvidenceWords } from './evidence-words.ts';
import type { Entry } from './file-reading.ts';

export interface EvidenceTelling {
  readonly texts: EvidenceWords;
  readonly ledger: LedgerWords;
  readonly tag: string;
  /** False: there are more. */
  readonly complete: boolean;
}

/** The whole file in order of time: nothing of it is behind a fold but the raw data, so that a print has it all. */
export function renderEntries(entries: readonly Entry[], telling: EvidenceTelling): TemplateResult {
  const { texts, complete } = telling;
  return html`<section aria-labelledby="entries">
    <h3 id="entries">${(complete ? texts.entries : texts.firstEntries)(entries.length)}</h3>
    <ol class="lines">
      ${entries.map((entry) => renderEntry(entry, telling))}
    </ol>
  </section>`;
}

function renderEntry(entry: Entry, telling: EvidenceTelling): TemplateResult {
  const { texts, ledger, tag } = telling;
  const { kind, channel, purpose, state, to, store, member, words, data } = entry;
  const about = [channel && texts.channels[channel], purpose && ledger.purposes[purpose], scopeOf(entry, ledger)];
  const disposition = fieldOf(data, 'disposition') as keyof EvidenceWords['dispositions'];
  const what = [texts.kinds[kind] ?? kind, ...about, texts.dispositions[disposition]].filter((word) => word);
  const how = fieldOf(data, 'how');
  const where = [to && texts.to(to), how && howInWords(how, ledger), member?.name, store?.name].filter((word) => word);
  return html`<li class="entry">
    <p class="when small">${exactly(Date.parse(entry.at), { tag, zone: store?.zone })}</p>
    <div>
      <p class="what">${icon(iconOf(entry))} ${what.join(', ')}</p>
      ${state === null ? nothing : html`<p class=${state === 'refused' || state === 'failed' ? 'alarm' : ''}>${texts.states[state] ?? state}</p>`}
      ${where.length === 0 ? nothing : html`<p class="muted small">${where.join(' · ')}</p>`}
      ${words === null || words === '' ? nothing : html`<blockquote>${words}</blockquote>`}
      ${renderVerdict(entry, telling)}
      <details class="raw">
        <summary class="small">${texts.details}</summary>
        <pre class="scroll small" tabindex="0">${JSON.stringify(data, null, 1)}</pre>
      </details>
    </div>
  </li>`;
}

/** What the law said when it was asked, at that moment. */
function renderVerdict({ verdictKind, reasons }: Entry, { texts, ledger, tag }: EvidenceTelling) {
  if (verdictKind === null) return nothing;
  const shape: IconName = verdictKind === 'allowed' ? 'law' : 'stop';
  return html`<div class="law">
    <p class=${verdictKind === 'allowed' ? 'good' : 'alarm'}>${icon(shape)} ${texts.verdicts[verdictKind]}</p>
    ${renderLaw(reasons, ledger, tag)}
  </div>`;
}

/** An act's scope where it names every channel or every purpose. */
function scopeOf({ kind, channel, purpose, data }: Entry, ledger: LedgerWords): string | undefined {
  if (!kind.startsWith('consent.') || (channel !== null && purpose !== null)) return undefined;
  const all = [
    channel === null && fieldOf(data, 'channel') === 'all' && ledger.everyChannel.all,
    purpose === null && fieldOf(data, 'purpose') === 'all' && ledger.purposes.all,
  ];
  return all.filter((word) => word).join(', ');
}

function iconOf({ kind, channel, state }: Entry): IconName {
  if (kind === 'consent.revoked' || state === 'refused') return 'stop';
  if (kind === 'consent.given') return 'done';
  return channel ?? (kind === 'lead.received' ? 'inPerson' : 'none');
}

function fieldOf(data: unknown, name: string): string | undefined {
  const value =
    typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
