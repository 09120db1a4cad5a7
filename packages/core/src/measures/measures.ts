/**
 * What is counted, per store, department, member and day. Each is a sum of whole numbers: a server keeps one integer
 * column each, adds and subtracts, and sums rows to any total.
 *
 * Steps enter once they are settled: done, or past their deadline undone ({@link settleStep}). `…Due` counts the
 * settled ones, `…Done` and `callStepsMissed` say how. An e-mail never counts as a call step: the step's channel
 * decides. Times are sums in milliseconds over `firstResponses`, by the store's open time and by the clock on the wall.
 */
export const MEASURES = [
  'leads',
  'activities',
  'callStepsDue',
  'callStepsDone',
  'callStepsMissed',
  'emailStepsDue',
  'emailStepsDone',
  'textStepsDue',
  'textStepsDone',
  'claims',
  'documented',
  'notDocumented',
  'pending',
  'excused',
  'outage',
  'firstResponses',
  'firstResponseOpenMs',
  'firstResponseWallMs',
  'deliveries',
  'surveysInvited',
  'surveysAnswered',
] as const;
/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** Every counter; a flat record of whole numbers. A day's `deliveries` can be negative: deals of other days unwound. */
export type Measures = Readonly<Record<Measure, number>>;

/** Nothing counted. */
export const ZERO_MEASURES: Measures = measuresOf({});

/**
 * Counters from those that are not zero.
 *
 * @throws RangeError when a value is no whole number: sums of them would drift.
 *
 * @example
 * measuresOf({ leads: 1 });
 */
export function measuresOf(counts: Readonly<Partial<Record<Measure, number>>>): Measures {
  return fromEach((measure) => {
    const count = counts[measure] ?? 0;
    if (!Number.isSafeInteger(count)) throw new RangeError(`measuresOf: expected a whole ${measure}, got ${count}`);
    return count;
  });
}

/**
 * The sum of two. Merging is commutative and associative, with {@link ZERO_MEASURES} as nothing.
 *
 * @example
 * mergeMeasures(measuresOf({ leads: 1 }), measuresOf({ leads: 2 })).leads; // 3
 */
export function mergeMeasures(a: Measures, b: Measures): Measures {
  return fromEach((measure) => a[measure] + b[measure]);
}

/**
 * Takes back what was merged: `unmergeMeasures(mergeMeasures(a, b), b)` equals `a`. A decision that changes (a pending
 * claim that a late file documents) is counted anew by taking back the old and merging the new.
 *
 * @example
 * row = mergeMeasures(unmergeMeasures(row, measureProof(before)), measureProof(after));
 */
export function unmergeMeasures(from: Measures, what: Measures): Measures {
  return fromEach((measure) => from[measure] - what[measure]);
}

/**
 * The sum of all.
 *
 * @example
 * sumMeasures(rows.map((row) => row.measures));
 */
export function sumMeasures(all: Iterable<Measures>): Measures {
  let sum = ZERO_MEASURES;
  for (const each of all) sum = mergeMeasures(sum, each);
  return sum;
}

function fromEach(count: (measure: Measure) => number): Measures {
  const all: Partial<Record<Measure, number>> = {};
  // `+ 0` makes 0 of -0, which a difference can yield and which equals 0 but does not print so.
  for (const measure of MEASURES) all[measure] = count(measure) + 0;
  return all as Measures;
}
