import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** What the dealer's page is told: where the API is, and the store's publishable key. */
export interface DealerSiteWords {
  readonly api: string;
  readonly key: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a dealer's plain HTML site on a port of its own, which makes it another origin: what an embedder's page is.
 * `{{api}}` and `{{key}}` in its pages become the demo's.
 */
export async function serveDealerSite(
  folder: string,
  words: DealerSiteWords,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    void pageOf(folder, request.url ?? '/', words).then((page) => {
      if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      response.writeHead(200, { 'content-type': page.type, 'cache-control': 'no-store' }).end(page.body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function pageOf(folder: string, url: string, words: DealerSiteWords) {
  const path = new URL(url, 'http://dealer.example').pathname;
  const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
  const type = MEDIA_TYPES[extname(name)];
  if (type === undefined || name.includes('..')) return undefined;
  try {
    const text = await readFile(join(folder, name), 'utf8');
    return { type, body: text.replaceAll('{{api}}', words.api).replaceAll('{{key}}', words.key) };
  } catch {
    return undefined;
  }
}
