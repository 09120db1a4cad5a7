import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../tooling/config/vitest.ts';

export default mergeConfig(
  sharedVitest,
  // A start of the demo takes a busy machine minutes: a bound against hanging, no measure.
  defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 300_000, isolate: true } }),
);
