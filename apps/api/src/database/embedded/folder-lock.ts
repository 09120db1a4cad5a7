import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A data folder is in use by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** A data folder cannot be made or written. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process alone, until it is released or the process ends, however it ends. Two embedded
 * databases on one folder would both answer "ok" and lose rows.
 *
 * The lock is the operating system's, on a file beside the folder, by way of SQLite's exclusive transaction: Node has no
 * call for file locks of its own, and a file with a process id alone lies after a crash.
 *
 * @throws FolderInUse naming the folder and the process that holds it.
 * @throws FolderUnusable when there cannot be such a folder, or this process may not write there.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const owner = `${folder}.owner`;
  const file = await openLockFile(folder);
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)) throw error;
    const holder = await readFile(owner, 'utf8').catch(() => 'a process that has not told its name');
    throw new FolderInUse(`The data folder ${folder} is in use by ${holder}. Stop it, or choose another folder.`);
  }
  await writeFile(owner, `process ${process.pid} on ${hostname()}`);
  return { release: () => Promise.resolve(file.close()) };
}

// Helpers

async function openLockFile(folder: string): Promise<DatabaseSync> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    return new DatabaseSync(`${folder}.lock`, { timeout: 0 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FolderUnusable(
      `The data folder ${dirname(folder)} cannot be used (${why}). BEBACK_DATA_DIR: expected a folder that this user may make and write.`,
    );
  }
}

const SQLITE_BUSY = 5;
