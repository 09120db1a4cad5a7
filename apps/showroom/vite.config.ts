import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
/** Another origin's site; it is no page of ours. */
const DEALER_SITE = 'dealer-site';

/** A page is a folder with an index.html. */
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^([a-z-]+[/\\])?index\.html$/.test(file) && !file.startsWith(DEALER_SITE) && !file.startsWith('dist'),
);

export default defineConfig({
  appType: 'mpa',
  resolve: { conditions: ['@beback/source', 'module', 'browser', 'development|production'] },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/intake', '/demo', '/widgets'].map((path) => [path, 'http://localhost:4000']),
    ),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A strict page policy knows no data: style or script.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages.map((page) => join(root, page)) },
  },
});
