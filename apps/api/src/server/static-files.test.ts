import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveStatic } from './static-files.ts';

let root: string;
let server: Server;
let url: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'beback-static-'));
  await mkdir(join(root, 'app/assets'), { recursive: true });
  await mkdir(join(root, 'widgets'));
  await writeFile(join(root, 'secret.txt'), 'not for anybody');
  await writeFile(join(root, 'app/index.html'), '<!doctype html><title>Beback</title>');
  await writeFile(join(root, 'app/assets/main-Ab12Cd34.js'), 'export {};');
  await writeFile(join(root, 'widgets/lead-form.js'), 'export {};');
  await writeFile(join(root, 'widgets/dealer-sitepart.js'), 'export {};');
  const folders = [
    { path: '/widgets/', folder: join(root, 'widgets'), shared: true },
    { path: '/', folder: join(root, 'app'), fallback: 'index.html' },
  ];
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void serveStatic(folders, pathname, request, response).then((served) => served || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true });
});

it('serves a page under a policy that lets nothing foreign run', async () => {
  const page = await fetch(`${url}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await page.text()).toContain('Beback');
});

it('hands paths of the application to its own router, but no missing file', async () => {
  expect((await fetch(`${url}/stores/12`)).status).toBe(200);
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
});

it('lets a browser keep for ever what is named by its content, and ask again for the rest', async () => {
  const hashed = await fetch(`${url}/assets/main-Ab12Cd34.js`);
  expect(hashed.headers.get('cache-control')).toContain('immutable');
  const named = await fetch(`${url}/widgets/dealer-sitepart.js`);
  expect(named.headers.get('cache-control')).toBe('no-cache');
  const etag = (await fetch(`${url}/`)).headers.get('etag') ?? '';
  expect((await fetch(`${url}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it('lets pages of other origins load the widgets, and nothing else', async () => {
  expect((await fetch(`${url}/widgets/lead-form.js`)).headers.get('access-control-allow-origin')).toBe('*');
  expect((await fetch(`${url}/`)).headers.get('access-control-allow-origin')).toBeNull();
});

it.each([
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/widgets/..%2f..%2fsecret.txt',
  '/%00',
  '/%ff',
  '/widgets/%5c..%5csecret.txt',
])('serves nothing outside its folders for %s', async (path) => {
  const answer = await fetch(`${url}${path}`);
  expect(await answer.text()).not.toContain('not for anybody');
});
