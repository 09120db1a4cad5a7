import { type Measure, rate } from '@beback/core';
import { columnOf } from '../measures/add-measures.ts';

/** The counters that boards show. */
export const BOARD_MEASURES = [
  'leads',
  'callStepsDue',
  'callStepsDone',
  'callStepsMissed',
  'emailStepsDue',
  'emailStepsDone',
  'claims',
  'documented',
  'pending',
  'notDocumented',
  'excused',
  'firstResponses',
  'deliveries',
  'surveysInvited',
  'surveysAnswered',
] as const satisfies readonly Measure[];

/** The counters of some days, and the median wait for a first answer. */
export type BoardMeasures = Readonly<Record<(typeof BOARD_MEASURES)[number], number>> & {
  /** Open time; null: nobody was answered. */
  readonly medianOpenMs: number | null;
};

/** Sums for a select list; the roll-up goes by the alias `d`. */
export const BOARD_SUMS = BOARD_MEASURES.map((measure) => `sum(d.${columnOf(measure)})::int as "${measure}"`).join(
  ', ',
);

/** The sums of a joined roll-up `r`, none where it has no row. */
export const SUMS_OR_NONE = BOARD_MEASURES.map((measure) => `coalesce(r."${measure}", 0) as "${measure}"`).join(', ');

/** The sum of all, with a median of its own: medians do not add up. */
export function totalOf(all: readonly BoardMeasures[], medianOpenMs: number | null): BoardMeasures {
  const total = Object.fromEntries(BOARD_MEASURES.map((measure) => [measure, 0])) as Record<
    (typeof BOARD_MEASURES)[number],
    number
  >;
  for (const each of all) for (const measure of BOARD_MEASURES) total[measure] += each[measure];
  return { ...total, medianOpenMs };
}

/** A share with its interval; null below the number of cases from which one says something. */
export interface RateView {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

export function rateView(done: number, of: number): RateView | null {
  const found = rate(done, of);
  return found.kind === 'rate' ? found : null;
}
