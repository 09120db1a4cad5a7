import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bootstrap/pins.mjs';
import { MUTATED_FOLDERS, type MutatedFolder } from './folders.ts';

const LAWS = 'laws';

/** What a run is asked for. */
export interface Chosen {
  /** In the order of {@link MUTATED_FOLDERS}; `file` where a single one is meant. */
  readonly parts: readonly { readonly folder: MutatedFolder; readonly file?: string }[];
  readonly laws: boolean;
}

/**
 * Reads the names given to a run: folders, files in them, `laws`; none stands for all.
 *
 * @throws Error when nothing is called so
 */
export function chosen(names: readonly string[]): Chosen {
  const parts = MUTATED_FOLDERS.flatMap((folder) => {
    if (names.length === 0 || names.includes(folder)) return [{ folder }];
    return names.flatMap((name) => (isFileOf(folder, name) ? [{ folder, file: name.slice(folder.length + 1) }] : []));
  });
  const unknown = names.find(
    (name) => name !== LAWS && !MUTATED_FOLDERS.some((folder) => folder === name || isFileOf(folder, name)),
  );
  if (unknown !== undefined) {
    const allowed = [...MUTATED_FOLDERS, LAWS].join(', ');
    throw new Error(
      `Nothing is called "${unknown}": expected some of ${allowed}, or a file such as calendar/open-time.ts.`,
    );
  }
  return { parts, laws: names.length === 0 || names.includes(LAWS) };
}

/** A file of rules that lies in the folder itself, not a test. */
function isFileOf(folder: MutatedFolder, name: string): boolean {
  const [, file] = /^[a-z-]+\/([a-z0-9-]+\.ts)$/.exec(name) ?? [];
  return name === `${folder}/${file}` && existsSync(join(root, 'packages/core/src', name));
}
