import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  // Two processes even on a small machine: page tests wait for servers and browsers more than they work.
  defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], maxWorkers: 2 } }),
);
