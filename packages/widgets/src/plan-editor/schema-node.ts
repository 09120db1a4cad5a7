import { followUpPlanSchema } from '@beback/core';

/** What the plan's JSON Schema says about one value: as much of it as a form needs. */
export interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly SchemaNode[];
}

export const PLAN_NODE = followUpPlanSchema as SchemaNode;

/** The node of a field in a field: `nodeOf('actionPlans', 'trigger')`. */
export function nodeOf(...names: readonly string[]): SchemaNode {
  return names.reduce<SchemaNode>((node, name) => {
    const { properties } = node.items ?? node;
    const found = properties?.[name];
    if (found === undefined) throw new Error(`nodeOf: the plan's schema has no ${names.join('.')}`);
    return found;
  }, PLAN_NODE);
}

/** A field whose one word says which kind an object is. */
export function isTag({ enum: words }: SchemaNode): boolean {
  return words?.length === 1;
}

/** The name of the field that tells the kinds apart, and the word of each kind. */
export function tagOf({ oneOf: kinds = [] }: SchemaNode): { readonly name: string; readonly words: readonly string[] } {
  const name = Object.entries(kinds[0]?.properties ?? {}).find(([, field]) => isTag(field))?.[0] ?? '';
  return { name, words: kinds.map((kind) => String(kind.properties?.[name]?.enum?.[0])) };
}

/** The kind of an object that a value is of. */
export function kindOf(node: SchemaNode, value: unknown): SchemaNode | undefined {
  const { name, words } = tagOf(node);
  const word = (value as Readonly<Record<string, unknown>> | null)?.[name];
  return node.oneOf?.[words.indexOf(String(word))];
}

/** The least that a value can be: what a new entry begins with. */
export function blankOf(node: SchemaNode): unknown {
  if (node.oneOf !== undefined) return blankOf(node.oneOf[0] ?? {});
  if (node.enum !== undefined) return node.enum[0];
  if (node.properties !== undefined) {
    const { properties, required = [] } = node;
    return Object.fromEntries(required.map((name) => [name, blankOf(properties[name] ?? {})]));
  }
  if (node.type === 'array') return Array.from({ length: node.minItems ?? 0 }, () => blankOf(node.items ?? {}));
  if (node.minimum === undefined) return '';
  // Where less than nothing is possible, nothing is the least that says little.
  return Math.max(node.minimum, Math.min(0, node.maximum ?? 0));
}

/** An object of another kind that keeps of a value what fits there. */
export function turnedInto(kind: SchemaNode, value: unknown): unknown {
  const had = value as Readonly<Record<string, unknown>>;
  const blank = blankOf(kind) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(blank).map(([name, least]) => {
      const field = kind.properties?.[name] ?? {};
      return [name, isTag(field) || !fits(field, had[name]) ? least : had[name]];
    }),
  );
}

function fits({ enum: words, minimum, maximum }: SchemaNode, value: unknown): boolean {
  if (words !== undefined) return words.some((word) => word === value);
  return typeof value === 'number' && value >= (minimum ?? value) && value <= (maximum ?? value);
}
