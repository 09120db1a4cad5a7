// Writes src/generated and the server's list of trusted operations. Run after a change in operations/ or in the schema:
//   pnpm generate:operations
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderOperations } from './render-operations.ts';

const generated = join(import.meta.dirname, '../src/generated');
const trustedFile = join(import.meta.dirname, '../../../apps/api/trusted-operations.json');

const { files, trusted } = renderOperations();
mkdirSync(generated, { recursive: true });
for (const name of readdirSync(generated)) if (!files.has(name)) rmSync(join(generated, name));
for (const [name, text] of files) writeFileSync(join(generated, name), text);
writeFileSync(trustedFile, `${JSON.stringify(trusted, null, 2)}\n`);
