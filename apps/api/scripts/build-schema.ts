// Writes apps/api/schema.graphql, the contract that clients are generated from:
//   pnpm --filter @beback/api schema
import { writeFileSync } from 'node:fs';
import { printedSchema, SCHEMA_FILE } from '../src/graphql/printed-schema.ts';

writeFileSync(SCHEMA_FILE, printedSchema());
