import { CHROMIUM_FLAGS, chromiumPath } from '@beback/testing/chromium';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

// The rules are tested in Node and once more in a real Chromium, whose clock stands elsewhere: they must not notice. What
// concerns files (the README, sample leads, another library's tables) is tested in Node alone.
export default defineConfig(async () => {
  const rules = { include: ['src/**/*.test.ts'] };
  const node = mergeConfig(
    sharedVitest,
    defineConfig({ test: { name: 'node', include: [...rules.include, 'test/**/*.test.ts'] } }),
  );
  const browser = mergeConfig(
    sharedVitest,
    defineConfig({
      test: {
        ...rules,
        name: 'chromium',
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({
            launchOptions: { executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] },
            contextOptions: { timezoneId: 'Pacific/Auckland', locale: 'fr-CA' },
          }),
          instances: [{ browser: 'chromium' }],
        },
      },
    }),
  );
  return { test: { projects: [node, browser] } };
});
