import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * The secret of an embedded database: made once, readable by its owner alone, kept beside the data it seals. Whoever
 * copies the data folder needs it too.
 *
 * @param linkFile - Node's own `link`, unless a test stands for a file system that has none.
 * @throws when it cannot be kept: what is sealed by a secret that nobody keeps never opens again.
 */
export async function secretOfFolder(folder: string, linkFile: typeof link = link): Promise<string> {
  const file = `${folder}/secret`;
  const kept = await readSecret(file);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true });
  // Written aside and linked in: two starts at once end with one secret, and neither reads half of it.
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const made = randomBytes(32).toString('base64url');
  await writeFile(draft, made, { mode: 0o600 });
  try {
    await linkFile(draft, file).catch((error: unknown) => {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      // Not in one stroke, but the lock on the database's folder keeps a second start away.
      return writeFile(file, made, { mode: 0o600, flag: 'wx' });
    });
  } catch (error) {
    // The other start was first.
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const found = await readSecret(file);
  if (found === undefined) throw new Error(`The secret was not kept in ${file}`);
  return found;
}

// Helpers

/** How file systems without hard links answer (FAT, some network and container mounts). */
const NO_LINKS: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function readSecret(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
