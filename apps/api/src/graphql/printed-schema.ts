import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from './schema.ts';

/** The committed form of the schema. */
export const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url);

/** The whole schema as text, in an order that does not hang on imports. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}
