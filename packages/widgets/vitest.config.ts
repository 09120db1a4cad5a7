import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

// Components run in a real Chromium; a store of the Central zone and its language are the browser's, whatever machine
// the tests run on. What concerns files (the bundles) runs in Node.
export default defineConfig(async () => {
  const browser = mergeConfig(
    sharedVitest,
    defineConfig({
      // Found before the tests and not amid them, when the page would load anew with a second Lit.
      optimizeDeps: { include: ['lit/directives/repeat.js'] },
      test: {
        name: 'browser',
        // Each file has a page of its own: what a page defines and keeps stays with it.
        isolate: true,
        include: ['src/**/*.test.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          viewport: { width: 1024, height: 800 },
          provider: playwright({
            launchOptions: { executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] },
            contextOptions: { timezoneId: 'America/Chicago', locale: 'en-US', reducedMotion: 'reduce' },
          }),
          instances: [{ browser: 'chromium' }],
        },
      },
    }),
  );
  const node = mergeConfig(sharedVitest, defineConfig({ test: { name: 'node', include: ['test/**/*.test.ts'] } }));
  return { test: { projects: [browser, node] } };
});
