import { vi } from 'vitest';
import { LAW_RUNS } from './folders.ts';

/** Cases that fast-check tries where a law does not say how many. */
const USUAL_RUNS = 100;

// A setting for all laws would not reach those that say a number of their own.
vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof import('fast-check')>();
  const assert = new Proxy(real.assert, {
    apply: (target, self, [property, parameters]) => {
      const numRuns = (parameters?.numRuns ?? USUAL_RUNS) * LAW_RUNS;
      return Reflect.apply(target, self, [property, { ...parameters, numRuns }]);
    },
  });
  return { ...real, assert, default: { ...real.default, assert } };
});
