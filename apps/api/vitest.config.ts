import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  // Three processes even on a small machine: the longest suite by far waits for databases, kills and clocks.
  defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], maxWorkers: 3 } }),
);
