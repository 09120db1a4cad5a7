// Makes a migration of what the schema says and the migrations do not make yet:
//   pnpm --filter @beback/api migration <name>
// Walls (row security, grants, triggers) are written by hand into the file: `select wall_in('table')` for a new table.
import { mkdir, writeFile } from 'node:fs/promises';
import { MIGRATIONS_FOLDER, readMigrations } from '../../src/database/migrations/migration-files.ts';
import { readSchema, schemaDiff } from './schema-diff.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Give the migration a name of lower-case letters, digits and underscores: migration add_appointments');
  process.exit(1);
}
const sql = await schemaDiff(await readMigrations(), await readSchema());
if (sql === '') console.log('The migrations make what the schema says: an empty migration, for SQL by hand.');
const time = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
const folder = `${MIGRATIONS_FOLDER}/${time}_${name}`;
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/migration.sql`, `${sql}\n`);
console.log(`Written: ${folder}/migration.sql`);
