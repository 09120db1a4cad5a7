import { defineConfig } from 'vite';

export default defineConfig({
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2024', modulePreload: { polyfill: false } },
  resolve: { conditions: ['@beback/source', 'module', 'browser', 'production'] },
});
