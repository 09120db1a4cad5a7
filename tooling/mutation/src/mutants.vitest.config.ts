import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../config/vitest.ts';

// The tests of one folder of the core, in Node alone: which folder, says the program that starts it.
export default mergeConfig(
  sharedVitest,
  defineConfig({ test: { include: [`src/${process.env['BEBACK_MUTATED_FOLDER'] ?? '*'}/**/*.test.ts`] } }),
);
