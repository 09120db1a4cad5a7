import type { CallRecordFormat } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { SignedIn } from '../session.ts';
import { renderField } from './field.ts';
import { renderStoreChoice } from './store-choice.ts';

const FORMATS = { twilioCsv: 'Twilio calls (CSV)' } as const satisfies Record<CallRecordFormat, string>;

/** What the fields are called, by their names in the input of `uploadCallRecords`. */
export const RECORDS_LABELS = {
  source: 'Phone system',
  format: 'Written as',
  content: 'File',
  completeUntil: 'Complete until',
} as const;

export interface RecordsForm {
  readonly stores: SignedIn['stores'];
  readonly store: SignedIn['stores'][number];
  readonly fault: string | undefined;
  readonly busy: boolean;
  choose(storeId: string | undefined): void;
  submit(event: SubmitEvent): void;
}

/** A phone system's export, and what has to be known about it. */
export function renderRecordsForm({ stores, store, fault, busy, choose, submit }: RecordsForm): TemplateResult {
  const completeness =
    `By the clock of ${store.name} (${townOf(store.zone)}). The end of the time that you exported: ` +
    'a call that somebody claims before it and that is not in the file counts as not documented.';
  return html`<form class="fields card" @submit=${submit}>
    ${stores.length < 2 ? nothing : html`<div class="field">${renderStoreChoice({ stores, chosen: store.id, choose })}</div>`}
    <div class="pair">
      <div class="field">
        <label for="format">${RECORDS_LABELS.format}</label>
        <select id="format" name="format">
          ${Object.entries(FORMATS).map(([format, name]) => html`<option value=${format}>${name}</option>`)}
        </select>
      </div>
      ${renderField('source', RECORDS_LABELS.source, {
        required: true,
        value: 'twilio',
        hint: 'The same word for every file: by it the store’s phone systems are told apart.',
      })}
    </div>
    ${renderField('file', RECORDS_LABELS.content, {
      type: 'file',
      accept: '.csv,.txt,text/csv',
      required: true,
      hint: 'A month of calls at most. The same file twice changes nothing.',
    })}
    ${renderField('completeUntil', RECORDS_LABELS.completeUntil, {
      type: 'datetime-local',
      required: true,
      hint: completeness,
    })}
    <p class="fault" role="alert">${fault ?? nothing}</p>
    <button class="main" type="submit" aria-disabled=${busy ? 'true' : 'false'}>${busy ? 'Uploading …' : 'Upload'}</button>
  </form>`;
}

/** `America/New_York` as `New York`. */
function townOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
