import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  // Two processes even on a small machine: the longest suite by far, it would end long after all others.
  defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], maxWorkers: 2 } }),
);
