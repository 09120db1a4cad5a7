import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * The secret of an embedded database: made once, readable by its owner alone, kept beside the data it seals. Whoever
 * copies the data folder needs it too.
 */
export async function secretOfFolder(folder: string): Promise<string> {
  const file = `${folder}/secret`;
  const kept = await readSecret(file);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true });
  // Written aside and linked in: two starts at once end with one secret, and neither reads half of it.
  const draft = `${file}.${process.pid}`;
  const made = randomBytes(32).toString('base64url');
  await writeFile(draft, made, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch {
    // The other start was first.
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecret(file)) ?? made;
}

// Helpers

async function readSecret(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
