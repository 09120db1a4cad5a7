import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { UnfitDatabase } from '../check-walls.ts';
import { createGateway } from '../create-gateway.ts';
import { pgliteEngine } from '../engines/pglite.ts';
import type { Gateway } from '../gateway.ts';
import type { Engine } from '../link.ts';
import { type Preparation, readyDatabase } from '../prepare-database.ts';
import { lockFolder } from './folder-lock.ts';
import { packedDatabase } from './packed-database.ts';
import { START_PARAMETERS } from './parameters.ts';
import { unpackTar } from './tar.ts';
import { startUpkeep } from './upkeep.ts';

/**
 * Opens the embedded database in a folder (made where there is none), or in memory, with all migrations applied; `check`:
 * refuses a folder where there is none, and a database that lacks a migration.
 *
 * @throws FolderInUse when another process has the folder; UnfitDatabase, MigrationError.
 */
export async function openEmbedded(folder: string | 'memory', preparation: Preparation = 'migrate'): Promise<Gateway> {
  return createGateway(await openEmbeddedEngine(folder, preparation));
}

/** The engine under the walls: for {@link openEmbedded} and tests of the walls themselves. */
export async function openEmbeddedEngine(
  folder: string | 'memory',
  preparation: Preparation = 'migrate',
): Promise<Engine> {
  if (folder === 'memory') {
    const packed = new Blob([new Uint8Array(await packedDatabase())]);
    const lite = await PGlite.create({ startParams: START_PARAMETERS, loadDataDir: packed });
    return pgliteEngine(lite, () => Promise.resolve());
  }
  if (preparation === 'check' && !existsSync(folder)) throw new UnfitDatabase(`There is no database in ${folder}`);
  const lock = await lockFolder(folder);
  try {
    if (!existsSync(folder)) await unpackInto(folder);
    const lite = await PGlite.create({ dataDir: folder, startParams: START_PARAMETERS, relaxedDurability: false });
    const engine = pgliteEngine(lite, () => lock.release());
    try {
      await readyDatabase(engine, preparation);
    } catch (error) {
      await engine.close();
      throw error;
    }
    if (preparation === 'check') return engine;
    const stopUpkeep = startUpkeep(engine);
    return {
      ...engine,
      close: () => {
        stopUpkeep();
        return engine.close();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

// Helpers

/** The folder appears whole or not at all: a start that is killed half way leaves none that looks like a database. */
async function unpackInto(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await unpackTar(await packedDatabase(), unfinished);
  await rename(unfinished, folder);
}
