// Writes src/generated and the server's lists of trusted operations. Run after a change in operations/ or in the schema:
//   pnpm generate:operations
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderOperations } from './render-operations.ts';

const generated = join(import.meta.dirname, '../src/generated');
const server = join(import.meta.dirname, '../../../apps/api');

const { files, trusted, staff } = renderOperations();
mkdirSync(generated, { recursive: true });
for (const name of readdirSync(generated)) if (!files.has(name)) rmSync(join(generated, name));
for (const [name, text] of files) writeFileSync(join(generated, name), text);
writeFileSync(join(server, 'trusted-operations.json'), `${JSON.stringify(trusted, null, 2)}\n`);
writeFileSync(join(server, 'staff-operations.json'), `${JSON.stringify(staff, null, 2)}\n`);
