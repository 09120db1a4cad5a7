import type { Trigger } from '../plan/follow-up-plan.ts';

/**
 * The chance that a lead of this age still becomes a sale, by whole days since it came in.
 *
 * Source: foureyes.io/resources/30-day-dealer-close-rate, more than 8 million opportunities, first half of 2025. The
 * last row is our extrapolation: the bands hold 97 % of the sales, so some 3 % come later, against 5 % on days 15 to 30.
 */
export const CHANCE_TO_CLOSE = [
  { untilDay: 3, chance: 0.124 },
  { untilDay: 7, chance: 0.023 },
  { untilDay: 14, chance: 0.014 },
  { untilDay: 30, chance: 0.01 },
  { untilDay: Number.POSITIVE_INFINITY, chance: 0.006 },
] as const;

/** A lead is fresh in the best band: there a day lost costs most. */
export const FRESH_UNTIL_DAY = CHANCE_TO_CLOSE[0].untilDay;

/** Nobody has published what a touch after the sale or the loss is worth: it ranks with the leads of days 15 to 30. */
const AFTER_THE_DEAL = 0.01;

/**
 * The chance to close that a touch works on.
 *
 * @param ageDays - whole store days since its trigger
 *
 * @example
 * chanceToClose('internet', 2); // 0.124
 */
export function chanceToClose(trigger: Trigger, ageDays: number): number {
  if (trigger === 'sold' || trigger === 'lost') return AFTER_THE_DEAL;
  return CHANCE_TO_CLOSE.find(({ untilDay }) => ageDays <= untilDay)?.chance ?? 0;
}
