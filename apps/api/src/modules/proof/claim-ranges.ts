import { DAY_24H, type Instant, plus } from '@beback/core';

/** A stretch of time, both ends included, in which claims are to be held against records. */
export interface ClaimRange {
  readonly from: Instant;
  readonly until: Instant;
}

/** Ranges around these moments, joined where they lie within a day of each other. */
export function rangesAround(moments: readonly Instant[]): readonly ClaimRange[] {
  const ranges: ClaimRange[] = [];
  for (const at of moments.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && at - last.until <= DAY_24H) ranges[ranges.length - 1] = { ...last, until: at };
    else ranges.push({ from: at, until: at });
  }
  return ranges;
}

/** The range with so many milliseconds more at either end. */
export function widened({ from, until }: ClaimRange, by: number): ClaimRange {
  return { from: plus(from, -by), until: plus(until, by) };
}
