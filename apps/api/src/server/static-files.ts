import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { PAGE_POLICY } from './security-headers.ts';

/** A folder of built files under a path of this server. */
export interface StaticFolder {
  /** `/widgets/` or `/`; ends in a slash. */
  readonly path: string;
  readonly folder: string;
  /** Served for paths without an extension that are no file: a single-page application's router takes over. */
  readonly fallback?: string;
  /** Pages of other origins load these files (the public widgets). */
  readonly shared?: boolean;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Bundlers put eight characters of the content's hash into these names, so they never change. Our own names are in
 * lower case: a hash is told by a capital, a digit or an underscore.
 */
const HASHED_NAME = /-(?=[\w-]*[A-Z0-9_])[\w-]{8}\.(js|css|svg|png|webp|woff2)$/;

/**
 * Serves a file of the folders; the first folder whose path fits and that has the file wins.
 *
 * @returns false when there is no such file.
 */
export async function serveStatic(
  folders: readonly StaticFolder[],
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  for (const entry of folders) {
    if (!pathname.startsWith(entry.path)) continue;
    const file = await findFile(entry, pathname.slice(entry.path.length));
    if (file === undefined) continue;
    const type = MEDIA_TYPES[extname(file.path)] ?? 'application/octet-stream';
    const etag = `"${file.size.toString(36)}-${Math.trunc(file.modifiedMs).toString(36)}"`;
    const headers = {
      'content-type': type,
      etag,
      'cache-control': HASHED_NAME.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(type.startsWith('text/html') && { 'content-security-policy': PAGE_POLICY }),
      ...(entry.shared && { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    // Gone while we looked for the file: a stream opened now would never be closed.
    if (response.destroyed) return true;
    response.writeHead(200, { ...headers, 'content-length': file.size });
    if (request.method === 'HEAD') response.end();
    // Closes the file too when the client hangs up, which a plain pipe does not.
    else pipeline(createReadStream(file.path), response, () => {});
    return true;
  }
  return false;
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

async function findFile(entry: StaticFolder, rest: string): Promise<FoundFile | undefined> {
  const name = decoded(rest);
  if (name === undefined) return undefined;
  const wanted = normalize(join(entry.folder, name));
  // Nothing outside the folder, whatever the path says.
  if (wanted !== normalize(entry.folder) && !wanted.startsWith(normalize(entry.folder + sep))) return undefined;
  const candidates = [wanted, join(wanted, 'index.html')];
  if (entry.fallback !== undefined && extname(name) === '') candidates.push(join(entry.folder, entry.fallback));
  for (const path of candidates) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return { path, size: found.size, modifiedMs: found.mtimeMs };
  }
  return undefined;
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
