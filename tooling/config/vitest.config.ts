import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from './vitest.ts';

export default mergeConfig(sharedVitest, defineConfig({ test: { include: ['*.test.ts'], testTimeout: 60_000 } }));
