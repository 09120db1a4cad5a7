import type { UploadCallRecordsResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';

export type UploadAnswer = Extract<
  UploadCallRecordsResult['uploadCallRecords'],
  { readonly __typename: 'UploadCallRecordsSuccess' }
>;

/** What came of a file, in a sentence. */
export function answerWords({ read, new: added, alreadyKnown }: UploadAnswer): string {
  const calls = read === 1 ? '1 call' : `${read.toLocaleString('en')} calls`;
  return `The file tells of ${calls}: ${added.toLocaleString('en')} new, ${alreadyKnown.toLocaleString('en')} known already.`;
}

/** How far the store's records go now, and the rows that could not be used. */
export function renderRecordsAnswer(answer: UploadAnswer, zone: string): TemplateResult {
  const at = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const { problems, problemCount } = answer;
  return html`<p>
      The phone system’s records are complete until ${at.format(Date.parse(answer.completeUntil))} now. What was claimed
      before is held against them.
    </p>
    ${
      problemCount === 0
        ? nothing
        : html`<h2>${problemCount === 1 ? '1 row' : `${problemCount.toLocaleString('en')} rows`} could not be used</h2>
          <ul class="list">
            ${problems.map(
              ({ row, field, allowed }) =>
                html`<li>Line ${row}, <code>${field}</code>: <span class="muted">expected ${allowed}</span></li>`,
            )}
          </ul>
          ${problemCount > problems.length ? html`<p class="muted small">The first ${problems.length} are shown.</p>` : nothing}`
    }`;
}
