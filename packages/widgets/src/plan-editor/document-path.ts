/** The way to a value in a document: names of fields, places in lists. */
export type DocumentPath = readonly (string | number)[];

/** As the core's refusals tell it: `actionPlans[0].steps[2].due.after`. */
export function pathText(path: DocumentPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** The value at a path; undefined where there is none. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, part) => (isHolder(value) ? value[part] : undefined), document);
}

/** A copy of the document with another value at a path; undefined takes a field away. */
export function withValueAt<T>(document: T, [part, ...rest]: DocumentPath, value: unknown): T {
  if (part === undefined) return value as T;
  const holder = document as Readonly<Record<string | number, unknown>>;
  const inside = rest.length === 0 ? value : withValueAt(holder[part], rest, value);
  if (Array.isArray(document)) return document.map((entry, place) => (place === part ? inside : entry)) as T;
  const { [part]: _, ...others } = holder;
  // A field keeps its place among the others.
  return (inside === undefined ? others : { ...holder, [part]: inside }) as T;
}

function isHolder(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
