import type { FactKind } from './fact.ts';
import type { AnyField, FieldSpec } from './fact-field.ts';
import { FACT_ENVELOPE, FACT_KINDS, FACT_TABLE } from './fact-table.ts';
import { INSTANT_PATTERN } from './instant-text.ts';

/** A JSON Schema, or a part of one. */
export type FactSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema (draft 2020-12) of facts as {@link encodeFact} writes them. It accepts what {@link decodeFact}
 * accepts, for both walk one table.
 */
export const factSchema: FactSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Fact',
  description: 'Something that happened, as its source tells it. Never changed; a later fact may correct it.',
  oneOf: FACT_KINDS.map(schemaOfKind),
};

function schemaOfKind(kind: FactKind): FactSchema {
  const envelope = Object.entries(FACT_ENVELOPE);
  return objectSchema([
    ['kind', { schema: { const: kind }, optional: false }],
    ...envelope.map(([name, field]) => [name, propertyOf(field)] as const),
    ['data', { schema: schemaOf({ type: 'object', fields: FACT_TABLE[kind] }), optional: false }],
  ]);
}

interface Property {
  readonly schema: FactSchema;
  readonly optional: boolean;
}

function entryOf([name, field]: [string, AnyField]): readonly [string, Property] {
  return [name, propertyOf(field)];
}

function propertyOf(field: AnyField): Property {
  return { schema: schemaOf(field.spec), optional: field.optional };
}

function objectSchema(properties: readonly (readonly [string, Property])[]): FactSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, { schema }]) => [name, schema])),
    required: properties.filter(([, { optional }]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}

function schemaOf(spec: FieldSpec): FactSchema {
  switch (spec.type) {
    case 'text':
      return { type: 'string', minLength: 1 };
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case 'word':
      return { enum: spec.words };
    case 'instant':
      return { type: 'string', format: 'date-time', pattern: INSTANT_PATTERN };
    case 'day':
      return { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'list':
      return { type: 'array', items: schemaOf(spec.of) };
    case 'numbers':
      return { type: 'object', additionalProperties: { type: 'number' } };
    case 'object':
      return objectSchema(Object.entries(spec.fields).map(entryOf));
  }
}
