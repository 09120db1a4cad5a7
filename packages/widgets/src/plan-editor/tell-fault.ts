import type { PlanRefusal, Reason } from '@beback/core';
import type { EditorTelling } from './editor-telling.ts';
import type { RuleFault } from './editor-words.ts';
import type { SchemaNode } from './schema-node.ts';

/** Which rule between fields is broken, by the field that says so; the first that fits. */
const RULES: readonly (readonly [field: RegExp, rule: RuleFault])[] = [
  [/^clock\./, 'clockAscends'],
  [/\.due$/, 'clockAndFirstCall'],
  [/\.channel$/, 'automationSends'],
  [/\.due\.unit$/, 'unitFits'],
  [/\.due\.within$/, 'untilAppointment'],
  [/\.stopOn\[\d+\]$/, 'stopsOfAppointments'],
  [/\.everyDays$/, 'comesRoundLater'],
  [/\.due\.after$/, 'oneOfADay'],
  [/\.until$/, 'untilLater'],
  [/\.calls$/, 'callsAmongTasks'],
  [/\.lowAnswer$/, 'lowBelowScale'],
];

const TIME = /^\^?\(?.*:\[0-5\]\[0-9\]/;

/** What a field's form may hold: a time of day is one of the schema's patterns. */
export function isTime(node: SchemaNode & { readonly pattern?: string }): boolean {
  return TIME.test(node.pattern ?? '');
}

/** What is wrong with a field, in the writer's language, and what is allowed there. */
export function tellFault(
  { code, data }: Reason<PlanRefusal>,
  node: SchemaNode | undefined,
  { texts, tag }: EditorTelling,
): string {
  const allowed = String(data['allowed'] ?? '');
  if (code === 'plan.duplicate') return texts.ruleFaults.usedOnce;
  if (code === 'plan.inconsistent') {
    const rule = RULES.find(([field]) => field.test(String(data['path'])))?.[1];
    return rule === undefined ? texts.otherFault(allowed) : texts.ruleFaults[rule];
  }
  if (node?.minimum !== undefined && node.maximum !== undefined) {
    const style = isShare(node) ? 'percent' : 'decimal';
    const numbers = new Intl.NumberFormat(tag, { style });
    return texts.numberFault(numbers.format(node.minimum), numbers.format(node.maximum));
  }
  if (node !== undefined && isTime(node)) return texts.timeFault;
  return node?.type === 'string' ? texts.textFault : texts.otherFault(allowed);
}

/** A part of a whole: written in per cent. */
export function isShare({ type, minimum, maximum }: SchemaNode): boolean {
  return type === 'number' && minimum === 0 && maximum === 1;
}
