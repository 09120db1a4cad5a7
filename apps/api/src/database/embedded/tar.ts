import { mkdir, writeFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

const BLOCK = 512;

/**
 * Unpacks a plain tar (ustar, names up to 255 characters, files and folders only) into a folder.
 *
 * @throws RangeError for a name that leads out of the folder.
 */
export async function unpackTar(archive: Uint8Array, folder: string): Promise<void> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const name = text(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const prefix = text(header, 345, 155);
    const path = inside(folder, prefix === '' ? name : `${prefix}/${name}`);
    if (text(header, 156, 1) === '5' || name.endsWith('/')) {
      await mkdir(path, { recursive: true, mode: 0o700 });
    } else {
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await writeFile(path, bytes.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o600 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

// Helpers

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end < 0 ? length : end)
    .toString('utf8')
    .trim();
}

function inside(folder: string, name: string): string {
  const path = normalize(join(folder, name));
  if (path !== normalize(folder) && !path.startsWith(normalize(folder + sep))) {
    throw new RangeError(`unpackTar: ${JSON.stringify(name)} leads out of the folder`);
  }
  return path;
}
