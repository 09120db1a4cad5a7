import { parseDay } from './day.ts';
import type { Fact, FactKind } from './fact.ts';
import type { AnyField, FieldSpec } from './fact-field.ts';
import { FACT_ENVELOPE, FACT_KINDS, FACT_TABLE } from './fact-table.ts';
import type { Instant } from './instant.ts';
import { formatInstant, INSTANT_ALLOWED, parseInstant } from './instant-text.ts';
import { type Reason, reason } from './reason.ts';
import { nonEmpty, ok, type Result } from './result.ts';

/** Why a document is no fact; the reason’s data name the path and what is allowed. */
export type FactRefusal =
  | 'fact.notAnObject'
  | 'fact.kindUnknown'
  | 'fact.fieldMissing'
  | 'fact.fieldUnknown'
  | 'fact.fieldWrong';

/** A fact as plain JSON: instants as ISO 8601. */
export type FactJson = { readonly [field: string]: unknown };

type Fields = Readonly<Record<string, AnyField>>;
type Refusals = Reason<FactRefusal>[];

/**
 * Writes a fact as plain JSON: `decodeFact(encodeFact(fact))` is the fact again.
 *
 * @example
 * encodeFact(fact); // { kind: 'feed.completed', id: '…', at: '2026-11-21T16:00:00.000Z', … }
 */
export function encodeFact(fact: Fact): FactJson {
  const { kind, data, ...envelope } = fact;
  return { kind, ...encodeFields(envelope, FACT_ENVELOPE), data: encodeFields(data, FACT_TABLE[kind]) };
}

/**
 * Reads a fact from JSON, and refuses what is none, with every fault: its `path`, what was found (described, never
 * quoted, for it may be personal), what is `allowed`.
 *
 * @example
 * const read = decodeFact(JSON.parse(line));
 * if (!read.ok) for (const refusal of read.refusals) console.error(refusal.code, refusal.data);
 */
export function decodeFact(value: unknown): Result<Fact, FactRefusal> {
  const refusals: Refusals = [];
  const fact = readFact(value, refusals);
  const some = nonEmpty(refusals);
  return some === undefined ? ok(fact as unknown as Fact) : { ok: false, refusals: some };
}

function readFact(value: unknown, refusals: Refusals): FactJson {
  if (!isRecord(value)) {
    refusals.push(refusal('fact.notAnObject', '', value, 'an object with kind, id, at, recordedAt and data'));
    return {};
  }
  const { kind, data, ...envelope } = value;
  const known = FACT_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) {
    refusals.push(refusal('fact.kindUnknown', 'kind', kind, `one of ${FACT_KINDS.join(', ')}`));
  }
  const read = readFields(envelope, FACT_ENVELOPE, '', ['kind', 'data'], refusals);
  if (known === undefined) return {};
  if (!isRecord(data)) {
    refusals.push(
      refusal('fact.notAnObject', 'data', data, `an object with ${Object.keys(fieldsOf(known)).join(', ')}`),
    );
    return {};
  }
  return { kind: known, ...read, data: readFields(data, fieldsOf(known), 'data.', [], refusals) };
}

function readFields(
  values: FactJson,
  fields: Fields,
  prefix: string,
  beside: readonly string[],
  refusals: Refusals,
): FactJson {
  const names = Object.keys(fields);
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(fields, name)) continue;
    const allowed = `no field but ${[...beside, ...names].join(', ')}`;
    refusals.push(refusal('fact.fieldUnknown', `${prefix}${name}`, values[name], allowed));
  }
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const path = `${prefix}${name}`;
    if (Object.hasOwn(values, name)) read[name] = decodeValue(values[name], field.spec, path, refusals);
    else if (!field.optional) refusals.push(refusal('fact.fieldMissing', path, undefined, allowedBy(field.spec)));
  }
  return read;
}

function decodeValue(value: unknown, spec: FieldSpec, path: string, refusals: Refusals): unknown {
  const wrong = (): undefined => {
    refusals.push(refusal('fact.fieldWrong', path, value, allowedBy(spec)));
    return undefined;
  };
  switch (spec.type) {
    case 'text':
      return typeof value === 'string' && value !== '' ? value : wrong();
    case 'flag':
      return typeof value === 'boolean' ? value : wrong();
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? value : wrong();
    case 'word':
      return typeof value === 'string' && spec.words.includes(value) ? value : wrong();
    case 'instant':
      return (typeof value === 'string' ? parseInstant(value) : undefined) ?? wrong();
    case 'day':
      return (typeof value === 'string' ? parseDay(value) : undefined) ?? wrong();
    case 'list':
      if (!Array.isArray(value)) return wrong();
      return Array.from(value, (item: unknown, i) => decodeValue(item, spec.of, `${path}[${i}]`, refusals));
    case 'numbers':
      if (!isRecord(value) || !Object.values(value).every(Number.isFinite)) return wrong();
      return { ...value };
    case 'object':
      return isRecord(value) ? readFields(value, spec.fields, `${path}.`, [], refusals) : wrong();
  }
}

function encodeFields(values: object, fields: Fields): FactJson {
  const written: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as FactJson)[name];
    // A missing optional field stays missing.
    if (value !== undefined) written[name] = encodeValue(value, field.spec);
  }
  return written;
}

function encodeValue(value: unknown, spec: FieldSpec): unknown {
  switch (spec.type) {
    case 'instant':
      return formatInstant(value as Instant);
    case 'list':
      return (value as readonly unknown[]).map((item) => encodeValue(item, spec.of));
    case 'object':
      return encodeFields(value as object, spec.fields);
    default:
      return value;
  }
}

function fieldsOf(kind: FactKind): Fields {
  return FACT_TABLE[kind];
}

function allowedBy(spec: FieldSpec): string {
  switch (spec.type) {
    case 'text':
      return 'a text that is not empty';
    case 'flag':
      return 'true or false';
    case 'count':
      return 'a whole number from 0 on';
    case 'word':
      return `one of ${spec.words.join(', ')}`;
    case 'instant':
      return INSTANT_ALLOWED;
    case 'day':
      return 'a day, YYYY-MM-DD';
    case 'list':
      return `a list of: ${allowedBy(spec.of)}`;
    case 'numbers':
      return 'an object of numbers';
    case 'object':
      return `an object with ${Object.keys(spec.fields).join(', ')}`;
  }
}

function refusal(code: FactRefusal, path: string, value: unknown, allowed: string): Reason<FactRefusal> {
  return reason(code, { path, given: described(value), allowed });
}

function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function isRecord(value: unknown): value is FactJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
