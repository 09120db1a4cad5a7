import type { Trigger } from '../plan/follow-up-plan.ts';
import type { PeopleCarrier } from './carrier.ts';
import { PUBLISHED_RATES } from './follow-up-rates.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

/** Days that a person works in a month. */
export const WORKING_DAYS_A_MONTH = 22;

/**
 * New triggers a month for each person of a department, for a store that does not know its own figures yet.
 *
 * - `internet` people: 60 to 80 new leads each (drivingsales.com, on coverage by BDC and Internet staff): 70.
 * - `sales` people: 10 deliveries each, as a pay plan asks (r/AskCarSales); the unsold visits and phone-ups beside them
 *   are ours, with visits closing below 30 % (10 of 35).
 * - Appointments by these leads and the published rates: 60 % of 70 Internet leads are contacted, 32 % of them set one;
 *   of 15 phone-ups 73 % and 73 %; of 25 unsold visits as of Internet leads. Together 13 for each of either.
 * - Lease ends and visits to the workshop worth a word: nothing is published. Ours: every tenth delivery was a lease, and
 *   one visit a week.
 * - Lost deals that are closed as lost with a reason: nothing is published; ours.
 */
export const LEADS_A_MONTH_FOR_EACH = {
  internet: { internet: 70, appointmentSet: 13, lost: 20 },
  sales: { walkIn: 25, phoneUp: 15, leaseEnd: 1, service: 4, appointmentSet: 13, sold: 10, lost: 10 },
} as const satisfies Partial<Record<PeopleCarrier, Partial<Record<Trigger, number>>>>;

/**
 * Assumptions for a store of which nothing is known but its people: usual numbers of leads, the plan's capacity, the
 * published rates. A store's own figures are better as soon as there are any.
 *
 * @example
 * const assumptions = defaultLoadAssumptions({ sales: 4, internet: 1, bdc: 1, manager: 1 });
 */
export function defaultLoadAssumptions(people: Readonly<Record<PeopleCarrier, number>>): LoadAssumptions {
  const { internet, sales } = LEADS_A_MONTH_FOR_EACH;
  return {
    leadsAMonth: {
      internet: people.internet * internet.internet,
      phoneUp: people.sales * sales.phoneUp,
      walkIn: people.sales * sales.walkIn,
      leaseEnd: people.sales * sales.leaseEnd,
      service: people.sales * sales.service,
      appointmentSet: people.internet * internet.appointmentSet + people.sales * sales.appointmentSet,
      sold: people.sales * sales.sold,
      lost: people.internet * internet.lost + people.sales * sales.lost,
    },
    people: (Object.keys(people) as PeopleCarrier[]).map((carrier) => ({ carrier, count: people[carrier] })),
    workingDaysAMonth: WORKING_DAYS_A_MONTH,
    rates: PUBLISHED_RATES,
  };
}
