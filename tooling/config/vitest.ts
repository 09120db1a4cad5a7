import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

/**
 * What every package's Vitest shares: siblings resolve from source by the
 * `@beback/source` condition, and graphql resolves to one module instance.
 */
export const sharedVitest = {
  resolve: { conditions: ['@beback/source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['@beback/source', 'module', 'node'] } },
  test: {
    environment: 'node',
    restoreMocks: true,
    env: { TZ: 'UTC' },
    passWithNoTests: false,
    // Only to end what hangs: nothing is judged by its speed, and a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    setupFiles: [fileURLToPath(new URL('./patience.ts', import.meta.url))],
    // A process for all files of a package: each of its own would load and warm up the program again, half of all work.
    isolate: false,
  },
} as const satisfies ViteUserConfig;
