import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';
import { pgliteEngine } from '../../src/database/engines/pglite.ts';
import type { MigrationFile } from '../../src/database/migrations/migration-files.ts';
import { prismaDatabase } from '../../src/database/prisma-adapter.ts';

const SCHEMA_FOLDER = fileURLToPath(new URL('../schema', import.meta.url));

/** A `.prisma` file. */
export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/** The schema's files, in the order of their names. */
export async function readSchema(folder: string = SCHEMA_FOLDER): Promise<readonly SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), 'utf8') })),
  );
}

/**
 * The SQL that leads from what the migrations make to what the schema says; empty when both agree. The migrations run
 * in a database in memory. Prisma's engine sees tables, keys and indexes, not row security, triggers or functions.
 */
export async function schemaDiff(migrations: readonly MigrationFile[], schema: readonly SchemaFile[]): Promise<string> {
  const opened: PGlite[] = [];
  const connect = async (): Promise<SqlDriverAdapter> => {
    const lite = await PGlite.create();
    opened.push(lite);
    const engine = pgliteEngine(lite, () => Promise.resolve());
    const owner = prismaDatabase(() => engine.takeAsOwner());
    return owner.factory.connect();
  };
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: 'beback-postgres',
      connect,
      connectToShadowDb: connect,
    });
    const files = schema.map(({ path, content }) => ({ path, content }));
    const engine = await startSchemaEngine(files, adapter);
    const { stdout } = await engine.diff({
      from: migrationsTarget(migrations),
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: false,
      filters: { externalTables: [], externalEnums: [] },
    });
    const script = stdout?.trim() ?? '';
    return script === '-- This is an empty migration.' ? '' : script;
  } finally {
    await Promise.all(opened.map((lite) => lite.close()));
  }
}

// Helpers

function migrationsTarget(migrations: readonly MigrationFile[]): DiffTarget {
  return {
    tag: 'migrations',
    baseDir: '/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The parts of the engine's module that its own entry wires up by importing WebAssembly, which not every Node can. */
interface EngineModule {
  readonly SchemaEngine: typeof SchemaEngine;
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

let engineModule: Promise<EngineModule> | undefined;

async function startSchemaEngine(
  files: { path: string; content: string }[],
  adapter: ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  engineModule ??= loadEngine();
  const { SchemaEngine } = await engineModule;
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return SchemaEngine.new({ datamodels }, () => {}, adapter);
}

async function loadEngine(): Promise<EngineModule> {
  const glueName = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue = (await import(glueName)) as EngineModule & WebAssembly.ModuleImports;
  const folder = dirname(createRequire(import.meta.url).resolve(glueName));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}
