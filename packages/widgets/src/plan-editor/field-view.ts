import { PLAN_PHRASES, type PlanPhrases } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { type DocumentPath, pathText, valueAt } from './document-path.ts';
import type { EditorTelling, PlanForm } from './editor-telling.ts';
import { renderList } from './list-view.ts';
import { faultsBelow } from './plan-check.ts';
import { isTag, kindOf, type SchemaNode, tagOf, turnedInto } from './schema-node.ts';
import { isShare, isTime, tellFault } from './tell-fault.ts';
import { typedValue } from './typed-value.ts';

/** What names a thing for the engine and is nobody's to choose. */
const HIDDEN: readonly string[] = ['id', 'schemaVersion', 'version'];

/** Fields whose words the core has: it puts them in sentences. */
const CORE_WORDS: Readonly<Record<string, keyof PlanPhrases>> = {
  trigger: 'trigger',
  channel: 'channel',
  purpose: 'purpose',
  who: 'who',
  stopOn: 'stop',
  at: 'at',
  unit: 'unit',
};

export type View = TemplateResult | typeof nothing;

/** A field of the plan by its schema, whatever it is; fields of an object one after the other. */
export function renderNode(node: SchemaNode, path: DocumentPath, form: PlanForm): View {
  if (isTag(node) || HIDDEN.includes(nameOf(path))) return nothing;
  if (node.oneOf !== undefined) return renderKinds(node, path, form);
  if (node.properties !== undefined) return renderFields(node, path, form);
  if (node.items !== undefined) return renderMany(node.items, path, form);
  if (node.enum !== undefined) return renderChoice(node.enum, path, form);
  return node.type === 'string' ? renderText(node, path, form) : renderNumber(node, path, form);
}

/** The fields of an object, in the schema's order, under its name. */
export function renderFields(node: SchemaNode, path: DocumentPath, form: PlanForm, named = true): TemplateResult {
  const fields = Object.entries(node.properties ?? {}).map(([name, field]) => renderNode(field, [...path, name], form));
  return renderGroup(fields, path, form, named);
}

/** Several fields that belong together, and what is wrong with them together. */
function renderGroup(fields: unknown, path: DocumentPath, form: PlanForm, named = true): TemplateResult {
  return html`<fieldset class="group">
    ${named ? html`<legend>${labelOf(path, form.telling)}</legend>` : nothing}
    <div class="fields">${fields}</div>
    ${renderFault(path, undefined, form)}
  </fieldset>`;
}

function renderKinds(node: SchemaNode, path: DocumentPath, form: PlanForm): TemplateResult {
  const { name, words } = tagOf(node);
  const value = valueAt(form.text, path);
  const kind = kindOf(node, value);
  const turn = (word: string): void => {
    const next = node.oneOf?.[words.indexOf(word)];
    if (next !== undefined) form.put(path, turnedInto(next, value));
  };
  const fields = Object.entries(kind?.properties ?? {}).map(([field, inside]) =>
    renderNode(inside, [...path, field], form),
  );
  return renderGroup([renderChoice(words, [...path, name], form, turn), ...fields], path, form);
}

function renderMany(items: SchemaNode, path: DocumentPath, form: PlanForm): TemplateResult {
  if (items.properties !== undefined) {
    const label = labelOf(path, form.telling);
    return renderList({ items, path, form, label, fieldsOf: (entry) => renderFields(items, entry, form, false) });
  }
  const { minimum = 0, maximum = -1 } = items;
  const numbers = Array.from({ length: maximum - minimum + 1 }, (_, place) => minimum + place);
  return renderTicks(items.enum ?? numbers, path, form);
}

/** Any of a few words. */
function renderTicks(words: readonly (string | number)[], path: DocumentPath, form: PlanForm): TemplateResult {
  const chosen = (valueAt(form.text, path) ?? []) as readonly (string | number)[];
  const toggle = (word: string | number, on: boolean): void =>
    form.put(
      path,
      words.filter((one) => (one === word ? on : chosen.includes(one))),
    );
  return html`<fieldset class="wide">
    <legend>${labelOf(path, form.telling)}</legend>
    <div class="ticks">
      ${words.map(
        (word) => html`<label class="tick">
          <input
            type="checkbox"
            name=${pathText(path)}
            value=${word}
            .checked=${chosen.includes(word)}
            @change=${(event: Event) => toggle(word, (event.target as HTMLInputElement).checked)}
          />
          <span>${wordOf(word, path, form.telling)}</span>
        </label>`,
      )}
    </div>
    ${renderFault(path, undefined, form)}
  </fieldset>`;
}

/** One of a few words. */
function renderChoice(
  words: readonly (string | number)[],
  path: DocumentPath,
  form: PlanForm,
  choose = (word: string): void => form.put(path, words.find((one) => String(one) === word) ?? word),
): TemplateResult {
  const value = valueAt(form.text, path);
  return renderLabelled(
    path,
    undefined,
    form,
    html`<select
      id=${idOf(path)}
      aria-describedby="${idOf(path)}-fault"
      aria-invalid=${form.check.faults.has(pathText(path)) ? 'true' : 'false'}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${words.map(
        (word) => html`<option value=${word} .selected=${word === value}>${wordOf(word, path, form.telling)}</option>`,
      )}
    </select>`,
    '',
    'words',
  );
}

function renderNumber(node: SchemaNode, path: DocumentPath, form: PlanForm): TemplateResult {
  const value = valueAt(form.text, path);
  const times = isShare(node) ? 100 : 1;
  const shownOf = (number: unknown): string =>
    typeof number === 'number' ? String(Math.round(number * times * 1000) / 1000) : '';
  const numberIn = (input: HTMLInputElement): number | null | undefined => {
    const { valueAsNumber: number, validity } = input;
    if (!Number.isNaN(number)) return times === 1 ? number : Math.round(number * 10) / 1000;
    return input.value === '' && !validity.badInput && mayMiss(path) ? undefined : null;
  };
  const left = (input: HTMLInputElement): void => {
    if (!input.validity.badInput) input.value = shownOf(numberIn(input));
  };
  return renderLabelled(
    path,
    node,
    form,
    html`<input
      id=${idOf(path)}
      type="number"
      min=${(node.minimum ?? 0) * times}
      max=${(node.maximum ?? 0) * times}
      step="any"
      inputmode=${(node.minimum ?? 0) < 0 ? 'text' : times === 1 ? 'numeric' : 'decimal'}
      autocomplete="off"
      aria-describedby="${idOf(path)}-fault"
      aria-invalid=${form.check.faults.has(pathText(path)) ? 'true' : 'false'}
      .value=${typedValue(shownOf(value), (input) => numberIn(input) === value)}
      @input=${(event: Event) => form.put(path, numberIn(event.target as HTMLInputElement), true)}
      @change=${(event: Event) => left(event.target as HTMLInputElement)}
    />`,
    times !== 1 ? ' (%)' : (node.minimum ?? 0) < 0 ? ` (${form.telling.texts.minusIsBefore})` : '',
  );
}

function renderText(node: SchemaNode, path: DocumentPath, form: PlanForm): TemplateResult {
  const value = String(valueAt(form.text, path) ?? '');
  const typed = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value;
    form.put(path, text === '' && mayMiss(path) ? undefined : text, true);
  };
  return renderLabelled(
    path,
    node,
    form,
    // What customers read is longer than a line.
    path.length > 1 && !isTime(node)
      ? html`<textarea
          id=${idOf(path)}
          rows="2"
          aria-describedby="${idOf(path)}-fault"
          aria-invalid=${form.check.faults.has(pathText(path)) ? 'true' : 'false'}
          .value=${value}
          @input=${typed}
        ></textarea>`
      : html`<input
          id=${idOf(path)}
          type=${isTime(node) ? 'time' : 'text'}
          autocomplete="off"
          aria-describedby="${idOf(path)}-fault"
          aria-invalid=${form.check.faults.has(pathText(path)) ? 'true' : 'false'}
          .value=${value}
          @input=${typed}
        />`,
    '',
    isTime(node) ? '' : 'wide',
  );
}

function renderLabelled(
  path: DocumentPath,
  node: SchemaNode | undefined,
  form: PlanForm,
  input: TemplateResult,
  unit = '',
  size = '',
): TemplateResult {
  return html`<div class="field ${size}">
    <label for=${idOf(path)}>${labelOf(path, form.telling)}${unit}</label>
    ${input} ${renderFault(path, node, form)}
  </div>`;
}

function renderFault(path: DocumentPath, node: SchemaNode | undefined, form: PlanForm): TemplateResult {
  // Of a list of words each may be wrong: the first of them is told of.
  const [at] = node === undefined ? faultsBelow(form.check, pathText(path)).filter(isOwn(path)) : [pathText(path)];
  const fault = form.check.faults.get(at ?? '');
  return html`<p id="${idOf(path)}-fault" class="fault">${fault === undefined ? '' : tellFault(fault, node, form.telling)}</p>`;
}

/** Whether a fault is of a value itself, or of an entry of it, and not of a field within. */
function isOwn(path: DocumentPath): (fault: string) => boolean {
  return (fault) => /^(\[\d+\])?$/.test(fault.slice(pathText(path).length));
}

/** Fields that a plan can do without; emptied they are gone. */
function mayMiss(path: DocumentPath): boolean {
  return ['everyDays', 'es', 'fr'].includes(nameOf(path));
}

/** A field's place in the page. */
export function idOf(path: DocumentPath): string {
  return `f-${path.join('-')}`;
}

function nameOf(path: DocumentPath): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '');
}

/** What a field is called; the document's own name for one that has no words yet. */
export function labelOf(path: DocumentPath, { texts }: EditorTelling): string {
  const names = path.filter((part) => typeof part === 'string');
  for (let from = 0; from < names.length; from++) {
    const label = texts.fields[names.slice(from).join('.')];
    if (label !== undefined) return label;
  }
  return nameOf(path);
}

function wordOf(word: string | number, path: DocumentPath, { texts, locale }: EditorTelling): string {
  if (nameOf(path) === 'quietWeekdays') return texts.days[Number(word) - 1] ?? String(word);
  const phrases = PLAN_PHRASES[locale][CORE_WORDS[nameOf(path)] ?? 'every'];
  return (
    (typeof phrases === 'string' ? undefined : (phrases as Readonly<Record<string, string>>)[word]) ?? String(word)
  );
}
