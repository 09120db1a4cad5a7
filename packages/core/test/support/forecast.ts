import type { PeopleCarrier } from '../../src/forecast/carrier.ts';
import { PUBLISHED_RATES } from '../../src/forecast/follow-up-rates.ts';
import { forecastLoad } from '../../src/forecast/forecast-load.ts';
import type { LoadAssumptions } from '../../src/forecast/load-assumptions.ts';
import type { LoadForecast } from '../../src/forecast/load-forecast.ts';
import type { CompiledPlan } from '../../src/plan/compiled-plan.ts';
import { type PlanStep, TRIGGERS, type Trigger } from '../../src/plan/follow-up-plan.ts';
import { DAY_24H, plus } from '../../src/spine/instant.ts';
import { MONDAY } from './facts.ts';
import { contextAt, makeStep, planOfSteps } from './plan-context.ts';

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

/** Monday, 30 November 2026: no holiday of the test calendar comes after it. */
export const START = plus(MONDAY, 14 * DAY_24H);

/** The load test of a plan that would start on {@link START}. */
export function forecastFrom(plan: CompiledPlan, assumptions: LoadAssumptions): LoadForecast {
  return forecastLoad(assumptions, contextAt(START, { plan }));
}

/** A plan for unsold visitors and nothing else. */
export function walkInPlan(
  ...changes: readonly (Partial<Omit<PlanStep, 'id'>> & { readonly id?: string })[]
): CompiledPlan {
  return planOfSteps('walkIn', ...changes.map((each) => makeStep(each)));
}

export function onDay(after: number) {
  return { unit: 'days', after, within: 0, at: 'triggerHour' } as const;
}
