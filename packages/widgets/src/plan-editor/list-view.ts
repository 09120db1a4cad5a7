import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type DocumentPath, valueAt } from './document-path.ts';
import type { PlanForm } from './editor-telling.ts';
import { blankOf, type SchemaNode } from './schema-node.ts';
import { newName } from './step-edits.ts';

type Entry = Readonly<Record<string, unknown>>;

/** A list of objects in the plan. */
export interface ListView {
  readonly items: SchemaNode;
  readonly path: DocumentPath;
  readonly form: PlanForm;
  readonly label: string;
  /** The fields of the entry at a path. */
  fieldsOf(path: DocumentPath): TemplateResult;
}

/** Entries of a list, each with its fields; entries can be added, taken away and moved forward. */
export function renderList({ items, path, form, label, fieldsOf }: ListView): TemplateResult {
  const { texts } = form.telling;
  const entries = (valueAt(form.text, path) ?? []) as readonly Entry[];
  const add = (): void => {
    const blank = blankOf(items) as Entry;
    form.put(path, [...entries, 'id' in blank ? { ...blank, id: newName() } : blank]);
  };
  return html`<fieldset class="wide">
    <legend>${label}</legend>
    <ol class="entries">
      ${repeat(
        entries,
        (entry, at) => entry['id'] ?? at,
        (_, at) => html`<li>
          <div role="group" aria-label=${texts.entry(at + 1)}>
          ${fieldsOf([...path, at])}
          <div class="buttons">
            ${
              at === 0
                ? nothing
                : html`<button type="button" @click=${() => form.put(path, swapped(entries, at))}>${texts.up}</button>`
            }
            ${
              entries.length < 2
                ? nothing
                : html`<button type="button" @click=${() => form.put(path, entries.toSpliced(at, 1))}>
                  ${texts.remove}
                </button>`
            }
          </div>
          </div>
        </li>`,
      )}
    </ol>
    <button type="button" @click=${add}>${texts.add}</button>
  </fieldset>`;
}

/** The entry one place further to the front. */
function swapped(entries: readonly Entry[], at: number): readonly Entry[] {
  const [before, entry] = [entries[at - 1], entries[at]];
  return before === undefined || entry === undefined ? entries : entries.with(at - 1, entry).with(at, before);
}
