import type { Trigger } from '../plan/follow-up-plan.ts';

/** The chance that a lead of up to so many whole days still becomes a sale. */
export interface ChanceBand {
  readonly untilDay: number;
  readonly chance: number;
}

/**
 * The chance that a lead of this age still becomes a sale, by whole days since it came in.
 *
 * Source: foureyes.io/resources/30-day-dealer-close-rate, more than 8 million opportunities, first half of 2025.
 * - `all`: as published. The last row is our extrapolation: the bands hold 97 % of the sales, so some 3 % come later,
 *   against 5 % on days 15 to 30.
 * - `walkIn`: 83.7 % of its sales fall on days 0 to 3, of all 73.3 %: that band is worth 83.7 / 73.3 as much, the later
 *   ones 16.3 / 26.7.
 * - `internet`: 7.5 % of its sales fall on days 15 to 30, of all 5.0 %: 1.5 %, held at the 1.4 % of the band before it,
 *   of which nothing is published for Internet leads. No lead gains by growing older.
 */
export const CHANCE_TO_CLOSE = {
  all: [
    { untilDay: 3, chance: 0.124 },
    { untilDay: 7, chance: 0.023 },
    { untilDay: 14, chance: 0.014 },
    { untilDay: 30, chance: 0.01 },
    { untilDay: Number.POSITIVE_INFINITY, chance: 0.006 },
  ],
  walkIn: [
    { untilDay: 3, chance: 0.142 },
    { untilDay: 7, chance: 0.014 },
    { untilDay: 14, chance: 0.0085 },
    { untilDay: 30, chance: 0.006 },
    { untilDay: Number.POSITIVE_INFINITY, chance: 0.004 },
  ],
  internet: [
    { untilDay: 3, chance: 0.124 },
    { untilDay: 7, chance: 0.023 },
    { untilDay: 30, chance: 0.014 },
    { untilDay: Number.POSITIVE_INFINITY, chance: 0.006 },
  ],
} as const satisfies Readonly<Record<string, readonly ChanceBand[]>>;

/** A lead is fresh in the best band: there a day lost costs most. */
export const FRESH_UNTIL_DAY = CHANCE_TO_CLOSE.all[0].untilDay;

/** Nobody has published what a touch after the sale or the loss is worth: it ranks with the leads of days 15 to 30. */
const AFTER_THE_DEAL: readonly ChanceBand[] = [{ untilDay: Number.POSITIVE_INFINITY, chance: 0.01 }];

/** Nor is anything published by the age of a lease end or a visit to the workshop. */
const NOTHING_PUBLISHED = AFTER_THE_DEAL;

/**
 * An appointment: 50 % of the customers come at least, of whom 40 % buy (about 700 US dealers, second half of 2023,
 * foureyes.io/blog/dealership-data-study-appointment-rates; the lower figures of new and used, Internet and phone).
 */
const APPOINTMENT: readonly ChanceBand[] = [{ untilDay: Number.POSITIVE_INFINITY, chance: 0.5 * 0.4 }];

const CURVES: Readonly<Record<Trigger, readonly ChanceBand[]>> = {
  internet: CHANCE_TO_CLOSE.internet,
  phoneUp: CHANCE_TO_CLOSE.all,
  walkIn: CHANCE_TO_CLOSE.walkIn,
  leaseEnd: NOTHING_PUBLISHED,
  service: NOTHING_PUBLISHED,
  appointmentSet: APPOINTMENT,
  sold: AFTER_THE_DEAL,
  lost: AFTER_THE_DEAL,
};

/**
 * The chance to close that a touch works on.
 *
 * @param ageDays - whole store days since its trigger
 *
 * @example
 * chanceToClose('internet', 2); // 0.124
 */
export function chanceToClose(trigger: Trigger, ageDays: number): number {
  return CURVES[trigger].find(({ untilDay }) => ageDays <= untilDay)?.chance ?? 0;
}

/** Whether a touch works on a lead, rather than after the sale or the loss. */
export function isOfLead(trigger: Trigger): boolean {
  return trigger !== 'sold' && trigger !== 'lost';
}
