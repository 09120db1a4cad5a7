import { DAY_24H, HOUR, instant, plus } from '@beback/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangesAround } from './claim-ranges.ts';

const NOON = instant(Date.UTC(2026, 10, 24, 18));

it('makes one range of moments within a day of each other, and another of those beyond', () => {
  const late = plus(NOON, 2 * DAY_24H);
  expect(rangesAround([late, NOON, plus(NOON, HOUR)])).toEqual([
    { from: NOON, until: plus(NOON, HOUR) },
    { from: late, until: late },
  ]);
  expect(rangesAround([])).toEqual([]);
});

it('covers every moment by one range, in order and apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 })), (hours) => {
      const moments = hours.map((hour) => plus(NOON, hour * HOUR));
      const ranges = rangesAround(moments);
      for (const at of moments) {
        expect(ranges.filter(({ from, until }) => from <= at && at <= until)).toHaveLength(1);
      }
      for (const [i, { from }] of ranges.entries()) {
        const before = ranges[i - 1];
        if (before !== undefined) expect(from - before.until).toBeGreaterThan(DAY_24H);
      }
    }),
  );
});
