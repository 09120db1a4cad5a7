import type { PeopleCarrier } from '../../src/forecast/carrier.ts';
import { PUBLISHED_RATES } from '../../src/forecast/follow-up-rates.ts';
import type { LoadAssumptions } from '../../src/forecast/load-assumptions.ts';
import { TRIGGERS, type Trigger } from '../../src/plan/follow-up-plan.ts';

/** One trigger's leads only, with one person of each kind, 22 working days and the published rates. */
export function makeAssumptions(
  leads: Partial<Record<Trigger, number>>,
  people: Partial<Record<PeopleCarrier, number>> = {},
): LoadAssumptions {
  const counts = { sales: 1, internet: 1, bdc: 1, manager: 1, ...people };
  return {
    leadsAMonth: Object.fromEntries(TRIGGERS.map((trigger) => [trigger, leads[trigger] ?? 0])) as Record<
      Trigger,
      number
    >,
    people: (Object.keys(counts) as PeopleCarrier[]).map((carrier) => ({ carrier, count: counts[carrier] })),
    workingDaysAMonth: 22,
    rates: PUBLISHED_RATES,
  };
}
