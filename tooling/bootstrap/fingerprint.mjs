import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './pins.mjs';

/** Folders that hold what is made, not what it is made from. */
const made = new Set(['node_modules', 'dist', 'generated', '.turbo', '.cache', '.data', '.demo', 'coverage', '.git']);

/**
 * A hash over the names and contents of files.
 *
 * @param {readonly string[]} places files or folders, relative to the root; missing ones count as missing
 * @param {(file: string) => boolean} [wanted]
 * @returns {string}
 */
export function fingerprint(places, wanted = () => true) {
  const hash = createHash('sha256').update(process.version);
  for (const file of places.flatMap(filesOf).filter(wanted)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Does `work` unless it was done for the same fingerprint and all that it made is still there.
 *
 * @param {{ stamp: string, fingerprint: string, made: () => string[] }} job `made`: the outputs that exist now, as paths from the root
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function unlessDone(job, work) {
  const stamp = join(root, job.stamp);
  const [before, ...outputs] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  if (before === job.fingerprint && outputs.every((output) => existsSync(join(root, output)))) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, [job.fingerprint, ...job.made()].join('\n'));
  return true;
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesOf(place) {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch {
      return undefined; // a file
    }
  })();
  if (entries === undefined) return [place];
  return entries
    .filter((entry) => !made.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${place}/${entry.name}`;
      if (entry.isDirectory()) return filesOf(child);
      return entry.isFile() ? [child] : [];
    });
}
