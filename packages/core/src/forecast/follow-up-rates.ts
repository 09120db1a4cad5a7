import type { Trigger } from '../plan/follow-up-plan.ts';

/** The share of all customers of a trigger who buy in a span of days after it, evenly over these days. */
export interface ClosingBand {
  readonly fromDay: number;
  /** The band's last day. */
  readonly untilDay: number;
  readonly share: number;
}

/** How customers of one trigger behave. Shares run from 0 to 1. */
export interface TriggerRates {
  /** Share of customers whom calls can reach at all; the others never pick up. */
  readonly contact: number;
  /** Share of customers spoken with who agree to an appointment, in the first conversation. */
  readonly appointment: number;
  /** Share of customers spoken with who say that they are not interested, in the first conversation. */
  readonly notInterested: number;
  /** Share of customers with an appointment who confirm it in the first conversation about it; absent: 0. */
  readonly confirmed?: number;
  /** Share of customers with an appointment who come; absent: 0. */
  readonly shown?: number;
  /** Who buys is followed up by this trigger's steps no longer. */
  readonly closing: readonly ClosingBand[];
}

/** How customers answer to follow-up: what `expected` is reckoned with. Shares run from 0 to 1. */
export interface FollowUpRates {
  readonly byTrigger: Readonly<Record<Trigger, TriggerRates>>;
  /** Share of calls that get through, of all that are made to customers not spoken with yet: to those who can be reached, more. */
  readonly callsThatConnect: number;
  /** Share of texts, e-mails and videos of a person that the customer answers. */
  readonly repliesToPeople: number;
  /** Share of texts and e-mails of the server that the customer answers. */
  readonly repliesToAutomation: number;
}

/**
 * Sales by age: 16.2 % of opportunities close in 30 days, 73.3 % of the sales on days 0-3, 11.8 % on 4-7, 6.9 % on
 * 8-14, 5.0 % on 15-30 (foureyes.io/resources/30-day-dealer-close-rate, over 8 million opportunities, first half of
 * 2025). What closes later is left out, so that rather too much is expected.
 */
const CLOSING: readonly ClosingBand[] = [
  { fromDay: 0, untilDay: 3, share: 0.162 * 0.733 },
  { fromDay: 4, untilDay: 7, share: 0.162 * 0.118 },
  { fromDay: 8, untilDay: 14, share: 0.162 * 0.069 },
  { fromDay: 15, untilDay: 30, share: 0.162 * 0.05 },
];

/** After the deal nobody has published how far calls get: only that they connect as others do. Nobody buys again. */
const AFTER_THE_DEAL: TriggerRates = { contact: 1, appointment: 0, notInterested: 0, closing: [] };

/** Of lease ends and of visits to the workshop nothing is published: everybody is followed up to the end. */
const NOTHING_PUBLISHED: TriggerRates = AFTER_THE_DEAL;

/** 50 to 63 % of the customers keep their appointment, by new, used, Internet and phone: the lowest of them. */
const APPOINTMENT: TriggerRates = { contact: 1, appointment: 0, notInterested: 0, shown: 0.5, closing: [] };

/** Internet leads of new cars: 60 % contacted, 32 % of them with an appointment set; the lower ones of new and used. */
const INTERNET: TriggerRates = { contact: 0.6, appointment: 0.32, notInterested: 0, closing: CLOSING };

/**
 * Published rates, measured ones first; where nobody has measured, 0 stands, so that rather too much load is expected.
 *
 * - A call connects: 27.6 % of 261,082 outbound calls lasted beyond 45 s (J. Berna, drivingsales.com).
 * - Contact, appointments and who keeps them, by trigger: about 700 US dealers, second half of 2023 (foureyes.io/blog/dealership-data-
 *   study-appointment-rates). Nothing is published for unsold visitors: they have the Internet's lower rates.
 * - Sales by age: foureyes.io/resources/30-day-dealer-close-rate.
 * - Replies to messages, of a person or of the server, customers who say that they are not interested, and who confirm
 *   an appointment: nothing published, 0. Of lease ends and visits to the workshop nothing at all.
 */
export const PUBLISHED_RATES: FollowUpRates = {
  callsThatConnect: 0.276,
  repliesToPeople: 0,
  repliesToAutomation: 0,
  byTrigger: {
    internet: INTERNET,
    phoneUp: { contact: 0.73, appointment: 0.73, notInterested: 0, closing: CLOSING },
    walkIn: INTERNET,
    leaseEnd: NOTHING_PUBLISHED,
    service: NOTHING_PUBLISHED,
    appointmentSet: APPOINTMENT,
    sold: AFTER_THE_DEAL,
    lost: AFTER_THE_DEAL,
  },
};

/** The share of customers who have not bought before a day: who buys on a day is still followed up on it. */
export function openOnDay(closing: readonly ClosingBand[], ageDays: number): number {
  let open = 1;
  for (const { fromDay, untilDay, share } of closing) {
    const days = untilDay - fromDay + 1;
    open -= (share * Math.min(days, Math.max(0, ageDays - fromDay))) / days;
  }
  return open;
}
