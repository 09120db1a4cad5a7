import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } }),
);
