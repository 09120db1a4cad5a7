import { median, type Round } from './benchmark.ts';

/** What a measured ratio must hold to: how many times the time of `than` the work of `of` takes, for each item. */
export interface Bar {
  readonly of: string;
  readonly than: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A bar with what came out. */
export interface JudgedBar {
  readonly bar: Bar;
  /** Median over the rounds. */
  readonly ratio: number;
  readonly met: boolean;
}

/**
 * Judges a bar by the rounds: both sides of a ratio ran within the same one.
 *
 * @throws Error when nobody has one of the names.
 */
export function judge(bar: Bar, rounds: readonly Round[]): JudgedBar {
  const ratio = median(rounds.map((round) => secondsOf(bar.of, round) / secondsOf(bar.than, round)));
  const met = ratio <= (bar.atMost ?? Number.POSITIVE_INFINITY) && ratio >= (bar.atLeast ?? 0);
  return { bar, ratio, met };
}

/** `met      dueTouches: 3.10 x the time of typed arrays, at most 6` */
export function describeBar({ bar, ratio, met }: JudgedBar): string {
  const asked = bar.atMost === undefined ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`;
  return `${met ? 'met    ' : 'NOT MET'}  ${bar.of}: ${ratio.toFixed(2)} x the time of ${bar.than}, ${asked}`;
}

function secondsOf(name: string, round: Round): number {
  const seconds = round.get(name);
  if (seconds === undefined) throw new Error(`a bar is about "${name}", which nobody is called`);
  return seconds;
}
