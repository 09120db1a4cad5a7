import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vectors } from '../../test/support/vectors.ts';
import { LEAST_CASES, rate } from './rate.ts';

interface RateRow {
  readonly done: number;
  readonly of: number;
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
  readonly tooLittle?: true;
}

it.each(vectors<RateRow>('measures', 'rates'))('gives $done of $of its interval', ({ done, of, ...row }) => {
  const result = rate(done, of);
  if (result.kind === 'tooLittle') {
    expect(row.tooLittle).toBe(true);
    return;
  }
  expect(result.share).toBe(row.share);
  expect(result.low).toBeCloseTo(row.low ?? Number.NaN, 10);
  expect(result.high).toBeCloseTo(row.high ?? Number.NaN, 10);
});

it('keeps the share inside its interval, and the interval inside 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: LEAST_CASES, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (of, part) => {
        const result = rate(Math.round(of * part), of);
        if (result.kind === 'tooLittle') throw new Error('expected enough cases');
        expect(result.low).toBeGreaterThanOrEqual(0);
        expect(result.low).toBeLessThanOrEqual(result.share);
        expect(result.share).toBeLessThanOrEqual(result.high);
        expect(result.high).toBeLessThanOrEqual(1);
      },
    ),
  );
});

it('says that fewer than ten cases are too few', () => {
  expect(rate(5, 9)).toEqual({ kind: 'tooLittle', done: 5, of: 9 });
  expect(rate(5, 10).kind).toBe('rate');
});

it.each([
  [-1, 10],
  [11, 10],
  [1.5, 10],
  [1, Number.NaN],
])('refuses %d of %d', (done, of) => {
  expect(() => rate(done, of)).toThrow(RangeError);
});
