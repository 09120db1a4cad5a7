import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

const file = join(import.meta.dirname, '../../../apps/api/schema.graphql');

/** The server's schema, as the server has generated it. */
export function readSchema(): GraphQLSchema {
  return buildSchema(readFileSync(file, 'utf8'));
}
