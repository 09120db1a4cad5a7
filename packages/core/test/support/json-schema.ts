import { Temporal } from 'temporal-polyfill';

type Schema = { readonly [keyword: string]: unknown };

/** Whether JSON fits a schema: the few keywords of draft 2020-12 that our schemas use; any other is an error. */
export function fitsSchema(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`fitsSchema: keyword ${keyword} is not known here`);
    return check(value, rule, schema);
  });
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => reads(() => Temporal.Instant.from(text)),
  date: (text) => reads(() => Temporal.PlainDate.from(text)),
};

type Check = (value: unknown, rule: unknown, schema: Schema) => boolean;

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: () => true,
  title: () => true,
  description: () => true,
  oneOf: (value, rule) => (rule as Schema[]).filter((schema) => fitsSchema(value, schema)).length === 1,
  const: (value, rule) => value === rule,
  enum: (value, rule) => (rule as unknown[]).includes(value),
  type: (value, rule) => (rule === 'integer' ? Number.isInteger(value) : typeOf(value) === rule),
  minLength: (value, rule) => typeof value !== 'string' || value.length >= (rule as number),
  pattern: (value, rule) => typeof value !== 'string' || new RegExp(rule as string, 'u').test(value),
  format: (value, rule) => typeof value !== 'string' || FORMATS[rule as string]?.(value) !== false,
  minimum: (value, rule) => typeof value !== 'number' || value >= (rule as number),
  maximum: (value, rule) => typeof value !== 'number' || value <= (rule as number),
  items: (value, rule) => !Array.isArray(value) || value.every((item) => fitsSchema(item, rule as Schema)),
  required: (value, rule) => !isObject(value) || (rule as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (value, rule) =>
    !isObject(value) ||
    Object.entries(rule as Record<string, Schema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || fitsSchema(value[name], schema),
    ),
  additionalProperties: (value, rule, schema) => {
    if (!isObject(value)) return true;
    const known = Object.keys((schema['properties'] as object | undefined) ?? {});
    const others = Object.keys(value).filter((name) => !known.includes(name));
    return rule === false ? others.length === 0 : others.every((name) => fitsSchema(value[name], rule as Schema));
  },
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}

function reads(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
