import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A data folder is in use by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
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
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(dirname(folder), { recursive: true });
  const owner = `${folder}.owner`;
  const file = new DatabaseSync(`${folder}.lock`, { timeout: 0 });
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

const SQLITE_BUSY = 5;
