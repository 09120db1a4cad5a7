import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import { sharedVitest } from '../../config/vitest.ts';
import { ExamplesFirst } from './examples-first.ts';

// The tests of one folder of the core, in Node alone: which folder, says the program that starts it.
export default mergeConfig(
  sharedVitest,
  defineConfig({
    test: {
      include: [`src/${process.env['BEBACK_MUTATED_FOLDER'] ?? '*'}/**/*.test.ts`],
      // Stryker ends what hangs: no test is to fail, and so to kill a mutant, because the machine is busy.
      testTimeout: 3_600_000,
      sequence: { sequencer: ExamplesFirst },
      setupFiles: [fileURLToPath(new URL('./first-counterexample.ts', import.meta.url))],
    },
  }),
);
