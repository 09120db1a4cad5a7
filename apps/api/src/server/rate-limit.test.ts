import { expect, it } from 'vitest';
import { rateLimit } from './rate-limit.ts';

const SECOND = 1000;

it('lets a burst pass and then says how long to wait', () => {
  const limit = rateLimit({ burst: 3, refillSeconds: 10 });
  expect([0, 0, 0, 0].map((now) => limit.take('a', now))).toEqual([0, 0, 0, 10]);
});

it('gives one back every refill, up to the burst', () => {
  const limit = rateLimit({ burst: 2, refillSeconds: 10 });
  limit.take('a', 0);
  limit.take('a', 0);
  expect(limit.take('a', 9 * SECOND)).toBe(1);
  expect(limit.take('a', 10 * SECOND)).toBe(0);
  expect([1000, 1000, 1000].map((at) => limit.take('a', at * SECOND))).toEqual([0, 0, 10]);
});

it('counts each key for itself', () => {
  const limit = rateLimit({ burst: 1, refillSeconds: 60 });
  expect(limit.take('a', 0)).toBe(0);
  expect(limit.take('b', 0)).toBe(0);
  expect(limit.take('a', 0)).toBe(60);
});
