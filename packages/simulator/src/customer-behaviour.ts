import type { CallOutcome, Disposition } from '@beback/core';
import type { Random } from './random.ts';

/**
 * Chance that an open episode closes by its age in days, cumulative shares as published for 8 million opportunities of
 * the first half of 2025 (foureyes.io, "30-day dealer close rate"): 12.4 % on days 0-3, 2.3 % on 4-7, 1.4 % on 8-14,
 * 1.0 % on 15-30.
 */
export const CLOSE_BY_AGE = [
  { fromDay: 0, toDay: 3, share: 0.124 },
  { fromDay: 4, toDay: 7, share: 0.023 },
  { fromDay: 8, toDay: 14, share: 0.014 },
  { fromDay: 15, toDay: 30, share: 0.01 },
] as const;

/** The day after arrival on which this customer buys here, or undefined. */
export function buysOnDay(random: Random): number | undefined {
  let draw = random.next();
  for (const { fromDay, toDay, share } of CLOSE_BY_AGE) {
    if (draw < share) return random.between(fromDay, toDay);
    draw -= share;
  }
  return undefined;
}

/** What a call that was really made comes to. */
export interface CallResult {
  readonly outcome: CallOutcome;
  readonly disposition: Disposition;
  readonly ringSeconds: number;
  readonly talkSeconds: number;
}

/** 27.6 % of outbound calls last beyond 45 s (J. Berna on 261,082 calls, drivingsales.com); the rest is ours. */
export function callResult(random: Random): CallResult {
  const ringSeconds = random.between(8, 28);
  const kind = random.weighted([
    ['spoke', 276],
    ['voicemail', 444],
    ['noAnswer', 250],
    ['busy', 30],
  ]);
  switch (kind) {
    case 'spoke':
      return { outcome: 'connected', disposition: 'spoke', ringSeconds, talkSeconds: random.between(46, 420) };
    case 'voicemail':
      return { outcome: 'voicemailLeft', disposition: 'leftMessage', ringSeconds, talkSeconds: random.between(14, 40) };
    case 'busy':
      return { outcome: 'busy', disposition: 'noAnswer', ringSeconds: 0, talkSeconds: 0 };
    default:
      return { outcome: 'noAnswer', disposition: 'noAnswer', ringSeconds, talkSeconds: 0 };
  }
}

/** Hour of the day at which leads come in, with weights: evenings and lunch carry more, nights a little. */
export const ARRIVAL_HOURS = [
  [0, 2],
  [1, 1],
  [6, 2],
  [7, 4],
  [8, 6],
  [9, 9],
  [10, 11],
  [11, 11],
  [12, 12],
  [13, 10],
  [14, 10],
  [15, 10],
  [16, 11],
  [17, 11],
  [18, 10],
  [19, 9],
  [20, 8],
  [21, 7],
  [22, 5],
  [23, 3],
] as const satisfies readonly (readonly [number, number])[];
