import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

const api = join(import.meta.dirname, '../../../apps/api');

/**
 * The server's schema: the one it generates, and until that exists the draft contract completed by what the draft
 * leaves open.
 */
export function readSchema(): GraphQLSchema {
  const generated = join(api, 'schema.graphql');
  if (existsSync(generated)) return buildSchema(readFileSync(generated, 'utf8'));
  const draft = readFileSync(join(api, 'schema.draft.graphql'), 'utf8')
    .replace('leadForm: LeadFormSettings!', 'leadForm(locale: Locale = en): LeadFormSettings!')
    .replace('outbox(storeId: ID!', 'outbox(storeId: ID');
  const completion = readFileSync(join(import.meta.dirname, 'draft-completion.graphql'), 'utf8');
  return buildSchema(`${draft}\n${completion}`);
}
