/** What is asked in a day; calls are among the tasks. Averages, hence fractions. */
export interface DailyLoad {
  readonly tasks: number;
  readonly calls: number;
}

/** The two figures by which a day can be too full. */
export const LOAD_UNITS = ['tasks', 'calls'] as const;
/** One of {@link LOAD_UNITS}. */
export type LoadUnit = (typeof LOAD_UNITS)[number];

export const NO_LOAD: DailyLoad = { tasks: 0, calls: 0 };

/** A load in both readings. */
export interface LoadRange {
  /** Nothing stops a step and nobody buys: it gates activation. */
  readonly atMost: DailyLoad;
  /** With the stops of the plan and with customers who buy. */
  readonly expected: DailyLoad;
}

/** Both readings at zero. */
export const NO_RANGE: LoadRange = { atMost: NO_LOAD, expected: NO_LOAD };

/** Adds what `times` touches of a step ask, of which this share is expected. */
export function addTouches(to: LoadRange, isCall: boolean, times: number, share: number): LoadRange {
  return { atMost: plusTouches(to.atMost, isCall, times), expected: plusTouches(to.expected, isCall, times * share) };
}

/** A load divided among people, or averaged over days. */
export function divided({ atMost, expected }: LoadRange, by: number): LoadRange {
  return {
    atMost: { tasks: atMost.tasks / by, calls: atMost.calls / by },
    expected: { tasks: expected.tasks / by, calls: expected.calls / by },
  };
}

/** The sum of loads. */
export function summed(ranges: readonly LoadRange[]): LoadRange {
  return ranges.reduce(
    (sum, each) => ({
      atMost: added(sum.atMost, each.atMost),
      expected: added(sum.expected, each.expected),
    }),
    NO_RANGE,
  );
}

/** Sums of fractions miss a whole number by a little: that little is no overload. */
const SUM_ERROR = 1e-9;

/** Whether a load goes beyond what is there for it. */
export function exceeds(load: number, capacity: number): boolean {
  return load > capacity + SUM_ERROR * Math.max(1, capacity);
}

function added(a: DailyLoad, b: DailyLoad): DailyLoad {
  return { tasks: a.tasks + b.tasks, calls: a.calls + b.calls };
}

function plusTouches({ tasks, calls }: DailyLoad, isCall: boolean, times: number): DailyLoad {
  return { tasks: tasks + times, calls: isCall ? calls + times : calls };
}
