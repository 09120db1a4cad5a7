import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  defineConfig({
    test: {
      include: ['{src,test}/**/*.test.ts'],
      setupFiles: [fileURLToPath(new URL('./many-runs.ts', import.meta.url))],
      // Only to end what hangs: a law that takes a minute takes many here.
      testTimeout: 3_600_000,
      maxWorkers: 1,
    },
  }),
);
