import { expect, it } from 'vitest';
import { bundleSize } from './bundle-size.ts';

it('weighs what is imported and nothing else', async () => {
  const [few, one] = await Promise.all([
    bundleSize(`export * from '@beback/core';`),
    bundleSize(`export { addDays } from '@beback/core';`),
  ]);
  expect(one).toBeGreaterThan(20);
  expect(one).toBeLessThan(few / 10);
});
