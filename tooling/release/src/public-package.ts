import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A package that is published. */
export interface PublicPackage {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly dependencies: readonly string[];
  /** What a consumer can import: `@beback/core`, `@beback/client/public`. */
  readonly entries: readonly string[];
}

/** Every package under `packages/` that is not private, in order of names. */
export function publicPackages(): readonly PublicPackage[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({
      name: manifest.name,
      folder,
      dependencies: Object.keys(manifest.dependencies ?? {}),
      entries: Object.entries(manifest.exports)
        .filter(([path, target]) => typeof target === 'object' && !path.includes('*'))
        .map(([path]) => manifest.name + path.slice(1)),
    }));
}

/** Packs a package as it would be published and returns the tarball's path. */
export function pack({ folder, name }: PublicPackage, destination: string): string {
  const { status, stdout, stderr } = spawnSync('pnpm', ['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} could not be packed: ${stderr || stdout}`);
  return JSON.parse(stdout).filename;
}
