import { median, type Round } from './benchmark.ts';

/** What a measured ratio must hold to: how many times the time of `than` the work of `of` takes, for each item. */
export interface Bar {
  readonly of: string;
  readonly than: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /**
   * `of` does so many times the items of `than`: what is held is the exponent with which the time of the whole grows, 1
   * where each item takes as long.
   */
  readonly growth?: number;
}

/** A bar with what came out. */
export interface JudgedBar {
  readonly bar: Bar;
  /** Median over the rounds; the exponent of growth where the bar is about that. */
  readonly ratio: number;
  readonly met: boolean;
}

/**
 * Judges a bar by the rounds: both sides of a ratio ran within the same one.
 *
 * @throws Error when nobody has one of the names.
 */
export function judge(bar: Bar, rounds: readonly Round[]): JudgedBar {
  const times = median(rounds.map((round) => secondsOf(bar.of, round) / secondsOf(bar.than, round)));
  const ratio = bar.growth === undefined ? times : 1 + Math.log(times) / Math.log(bar.growth);
  const met = ratio <= (bar.atMost ?? Number.POSITIVE_INFINITY) && ratio >= (bar.atLeast ?? 0);
  return { bar, ratio, met };
}

/** `met      dueTouches: 3.10 x the time of typed arrays, at most 6` */
export function describeBar({ bar, ratio, met }: JudgedBar): string {
  const asked = bar.atMost === undefined ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`;
  const what =
    bar.growth === undefined
      ? `${ratio.toFixed(2)} x the time of ${bar.than}`
      : `grows from ${bar.than} with exponent ${ratio.toFixed(2)}`;
  return `${met ? 'met    ' : 'NOT MET'}  ${bar.of}: ${what}, ${asked}`;
}

function secondsOf(name: string, round: Round): number {
  const seconds = round.get(name);
  if (seconds === undefined) throw new Error(`a bar is about "${name}", which nobody is called`);
  return seconds;
}
