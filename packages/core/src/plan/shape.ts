import { planRefusal, type Report } from './plan-refusal.ts';

/** A JSON Schema (draft 2020-12), as data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * One description of a piece of JSON that serves twice: `schema` publishes it, `read` validates by it. Because both
 * come from the same call they cannot drift apart.
 *
 * `read` answers a fresh copy that holds nothing undescribed, or undefined after it has reported why not.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  read(value: unknown, path: string, report: Report): T | undefined;
}

type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type Required<T> = { readonly [K in Exclude<keyof T, OptionalKeys<T>>]: Shape<T[K]> };
type Optional<T> = { readonly [K in OptionalKeys<T>]-?: Shape<Exclude<T[K], undefined>> };

/** A shape with a sentence for the readers of the published schema. */
export function described<T>(description: string, shape: Shape<T>): Shape<T> {
  return { ...shape, schema: { description, ...shape.schema } };
}

/** A text that is not empty, or one of a form: then `allowed` says the form in words. */
export function text<T extends string>(form?: { readonly pattern: string; readonly allowed: string }): Shape<T> {
  const pattern = form && new RegExp(form.pattern, 'u');
  const allowed = form?.allowed ?? 'a text that is not empty';
  return {
    schema: form ? { type: 'string', pattern: form.pattern } : { type: 'string', minLength: 1 },
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType(value, path, allowed, report);
      if (pattern ? pattern.test(value) : value.length > 0) return value as T;
      report(planRefusal('plan.wrongForm', path, allowed, { found: value }));
      return undefined;
    },
  };
}

/** A whole number between two bounds, both included. */
export function integer(minimum: number, maximum: number): Shape<number> {
  return bounded('integer', minimum, maximum, `a whole number from ${minimum} to ${maximum}`, Number.isInteger);
}

/** A part of a whole, from 0 to 1. */
export function share(): Shape<number> {
  return bounded('number', 0, 1, 'a number from 0 to 1', Number.isFinite);
}

/** One of a list of words. */
export function oneOf<T extends string | number>(words: readonly T[]): Shape<T> {
  const allowed = words.length === 1 ? String(words[0]) : `one of ${words.join(', ')}`;
  return {
    schema: { enum: words },
    read(value, path, report) {
      const word = words.find((candidate) => candidate === value);
      if (word === undefined) report(planRefusal('plan.notOneOf', path, allowed, { found: shown(value) }));
      return word;
    },
  };
}

/** A list whose entries all have one shape, with at least `minItems` of them. */
export function list<T>(entry: Shape<T>, minItems = 0): Shape<readonly T[]> {
  const allowed = minItems === 0 ? 'a list' : `a list of at least ${minItems}`;
  return {
    schema: minItems === 0 ? { type: 'array', items: entry.schema } : { type: 'array', items: entry.schema, minItems },
    read(value, path, report) {
      if (!Array.isArray(value)) return wrongType(value, path, allowed, report);
      if (value.length < minItems) {
        report(planRefusal('plan.outOfRange', path, allowed, { found: String(value.length) }));
        return undefined;
      }
      const entries = Array.from(value, (item: unknown, i) => entry.read(item, `${path}[${i}]`, report));
      return entries.some((item) => item === undefined) ? undefined : (entries as T[]);
    },
  };
}

/** An object with these fields and no others. */
export function object<T extends object>(required: Required<T>, optional: Optional<T>): Shape<T> {
  const fields = { ...required, ...optional } as Readonly<Record<string, Shape<unknown>>>;
  const names = Object.keys(fields);
  const needed = Object.keys(required);
  const allowed = `an object with ${names.join(', ')}`;
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])),
      required: needed,
      additionalProperties: false,
    },
    read(value, path, report) {
      if (!isRecord(value)) return wrongType(value, path, allowed, report);
      let sound = true;
      for (const name of Object.keys(value)) {
        if (Object.hasOwn(fields, name)) continue;
        sound = false;
        report(planRefusal('plan.unknownField', join(path, name), names.join(', ')));
      }
      const copy: Record<string, unknown> = {};
      for (const name of names) {
        if (!Object.hasOwn(value, name)) {
          if (!needed.includes(name)) continue;
          sound = false;
          report(planRefusal('plan.missing', join(path, name), `required beside ${names.join(', ')}`));
          continue;
        }
        copy[name] = fields[name]?.read(value[name], join(path, name), report);
        if (copy[name] === undefined) sound = false;
      }
      return sound ? (copy as T) : undefined;
    },
  };
}

/** An object of one of several kinds; the field `tag` says which. */
export function variants<K extends string, T extends { readonly [P in K]: string }>(
  tag: K,
  kinds: { readonly [V in T[K]]: Shape<Extract<T, { readonly [P in K]: V }>> },
): Shape<T> {
  const shapes = kinds as Readonly<Record<string, Shape<T>>>;
  const tags = oneOf(Object.keys(shapes));
  return {
    schema: { oneOf: Object.values(shapes).map((shape) => shape.schema) },
    read(value, path, report) {
      if (!isRecord(value)) return wrongType(value, path, `an object with ${tag}`, report);
      const kind = tags.read(value[tag], join(path, tag), report);
      return kind === undefined ? undefined : shapes[kind]?.read(value, path, report);
    },
  };
}

function bounded(
  type: 'integer' | 'number',
  minimum: number,
  maximum: number,
  allowed: string,
  fits: (value: number) => boolean,
): Shape<number> {
  return {
    schema: { type, minimum, maximum },
    read(value, path, report) {
      if (typeof value !== 'number') return wrongType(value, path, allowed, report);
      if (fits(value) && value >= minimum && value <= maximum) return value;
      report(planRefusal('plan.outOfRange', path, allowed, { found: shown(value) }));
      return undefined;
    },
  };
}

function wrongType(value: unknown, path: string, allowed: string, report: Report): undefined {
  report(planRefusal('plan.wrongType', path, allowed, { found: shown(value) }));
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A value short enough for a message. */
function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return String(value);
}
