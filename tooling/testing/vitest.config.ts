import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  // The first run fetches a browser and a database server.
  defineConfig({
    test: {
      include: ['src/**/*.test.ts'],
      testTimeout: 180_000,
      expect: { poll: { timeout: 20_000 } },
      globalSetup: ['@beback/testing/postgres-setup'],
    },
  }),
);
