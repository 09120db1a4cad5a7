import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { pgliteEngine } from '../engines/pglite.ts';
import { type MigrationFile, migrationsHash, readMigrations } from '../migrations/migration-files.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { FolderInUse, type FolderLock, lockFolder } from './folder-lock.ts';
import { INIT_PARAMETERS, START_PARAMETERS } from './parameters.ts';

const CACHE_FOLDER = fileURLToPath(new URL('../../../.cache/empty-database', import.meta.url));
/** Part of the name: counts up when what {@link prepareDatabase} makes changes otherwise than by a migration. */
const FORMAT = 1;

/**
 * An empty database with all migrations, as a tar: making one takes seconds, unpacking it a fraction of one. It is made
 * on first use and kept beside the package, one for each state of the migrations; where that folder cannot be written
 * it is made each time.
 */
export async function packedDatabase(cacheFolder: string = CACHE_FOLDER): Promise<Uint8Array> {
  const migrations = await readMigrations();
  const file = `${cacheFolder}/${FORMAT}-${migrationsHash(migrations)}.tar`;
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return kept;
  const lock = await lockPatiently(file);
  try {
    return (await readFile(file).catch(() => undefined)) ?? (await makeAndKeep(migrations, file));
  } finally {
    await lock?.release();
  }
}

// Helpers

const BETWEEN_TRIES_MS = 200;

/** Waits for another process that makes the same; undefined where the folder cannot be written. */
async function lockPatiently(file: string): Promise<FolderLock | undefined> {
  for (;;) {
    try {
      return await lockFolder(file);
    } catch (error) {
      if (!(error instanceof FolderInUse)) return undefined;
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

async function makeAndKeep(migrations: readonly MigrationFile[], file: string): Promise<Uint8Array> {
  const packed = await make(migrations);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.unfinished`, packed);
    await rename(`${file}.unfinished`, file);
    await removeOthers(file);
  } catch {
    // Read-only: the next process makes its own.
  }
  return packed;
}

/** One is enough, at some 30 MB each: those of former states of the migrations go. */
async function removeOthers(file: string): Promise<void> {
  const others = (await readdir(dirname(file))).filter((name) => !name.startsWith(basename(file)));
  await Promise.all(others.map((name) => rm(join(dirname(file), name), { force: true })));
}

async function make(migrations: readonly MigrationFile[]): Promise<Uint8Array> {
  const lite = await PGlite.create({ startParams: START_PARAMETERS, initDbStartParams: INIT_PARAMETERS });
  const engine = pgliteEngine(lite, () => Promise.resolve());
  try {
    await prepareDatabase(engine, migrations);
    const owner = await engine.takeAsOwner();
    await owner.script('vacuum analyze').finally(() => owner.release());
    await lite.exec('checkpoint');
    const dump = await lite.dumpDataDir('none');
    return new Uint8Array(await dump.arrayBuffer());
  } finally {
    await engine.close();
  }
}
