import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A package of the workspace. */
export interface WorkspacePackage {
  /** `@beback/core` */
  readonly name: string;
  /** `packages/core` */
  readonly folder: string;
  readonly dependencies: readonly string[];
}

/** Every package of the workspace, in order of its folders. */
export function workspacePackages(root: string): readonly WorkspacePackage[] {
  return ['packages', 'apps', 'tooling'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .sort()
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .map((folder) => {
        const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
        const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
        return { name: manifest.name, folder, dependencies };
      }),
  );
}

/**
 * The packages that the words name: by folder (`packages/core`), last part of it (`core`) or name (`@beback/core`). No
 * words name all.
 *
 * @throws Error on a word that names none, with those there are.
 */
export function choosePackages(
  packages: readonly WorkspacePackage[],
  words: readonly string[],
): readonly WorkspacePackage[] {
  if (words.length === 0) return packages;
  const isNamed = (one: WorkspacePackage, word: string): boolean =>
    [one.name, one.folder, basename(one.folder)].includes(word.replace(/\/$/, ''));
  const unknown = words.find((word) => !packages.some((one) => isNamed(one, word)));
  if (unknown !== undefined) {
    const known = packages.map((one) => basename(one.folder)).join(', ');
    throw new Error(`No package is called "${unknown}": expected some of ${known}.`);
  }
  return packages.filter((one) => words.some((word) => isNamed(one, word)));
}
