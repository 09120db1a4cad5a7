import type { Context } from '../plan/context.ts';
import { type Carrier, PEOPLE_CARRIERS, recordOf } from './carrier.ts';
import { divided, LOAD_UNITS, type LoadRange, type LoadUnit } from './daily-load.ts';
import { assertAssumptions, type LoadAssumptions, leadsFollowedUp, type Team, teamsOf } from './load-assumptions.ts';
import type { CarrierForecast, LoadForecast, LoadSplit, PeopleForecast } from './load-forecast.ts';
import { loadSeries, weekdayLoads } from './load-series.ts';
import { firstDayOver, loadVerdict, stepsOver } from './over-capacity.ts';
import { loadOf, type StepLoad, stepLoads } from './step-loads.ts';

/**
 * What load a plan puts on each kind of person, before it goes live: on a working day in the steady state, and day by
 * day from the start on. Its `verdict` gates activation.
 *
 * `atMost` is plain arithmetic, steps × triggers a month / working days: nothing stops a step and nobody buys.
 * `expected` walks each action plan with the rates of the assumptions. What customers do after a repeat lead, and what
 * is already under way when the plan starts, is in neither.
 *
 * @param context - the plan to test (a draft compiles as any), the store's calendar, and as `now` any instant of the
 *   day on which the plan would start; the calendar must hold 45 days from there, and a month more to see all of them
 * @throws RangeError when a figure of the assumptions cannot be, or the calendar ends too soon
 *
 * @example
 * const { verdict, people } = forecastLoad(defaultLoadAssumptions(staff), { plan: draft, calendar, now });
 * if (!verdict.ok) console.log(verdict.refusals.map((why) => renderReason(why, 'en', calendar.zone)));
 */
export function forecastLoad(asAssumed: LoadAssumptions, context: Context): LoadForecast {
  assertAssumptions(asAssumed);
  const { plan } = context;
  const assumptions = { ...asAssumed, leadsAMonth: leadsFollowedUp(asAssumed, plan) };
  const teams = teamsOf(assumptions, plan);
  const hasInternetPeople = teams.internet.people > 0;
  const steps = stepLoads(plan, assumptions, hasInternetPeople);
  const series = loadSeries(assumptions, hasInternetPeople, context);
  const forecastOf = (carrier: Carrier): CarrierForecast => ({
    load: loadOf(carriedBy(carrier, steps), assumptions),
    series: series[carrier],
    weekdays: weekdayLoads(series[carrier], context.calendar),
  });
  const people = recordOf(PEOPLE_CARRIERS, (carrier) =>
    peopleForecast(forecastOf(carrier), teams[carrier], carriedBy(carrier, steps), assumptions),
  );
  const automation = forecastOf('automation');
  const splitIn = (reading: keyof LoadRange): LoadSplit => ({
    people: DEPARTMENTS.reduce((sum, carrier) => sum + people[carrier].load[reading].tasks, 0),
    managers: people.manager.load[reading].tasks,
    automation: automation.load[reading].tasks,
  });
  return {
    plan: plan.version,
    people,
    automation,
    split: { atMost: splitIn('atMost'), expected: splitIn('expected') },
    verdict: loadVerdict(plan, people, steps, assumptions),
  };
}

const DEPARTMENTS = PEOPLE_CARRIERS.filter((carrier) => carrier !== 'manager');

function carriedBy(carrier: Carrier, steps: readonly StepLoad[]): readonly StepLoad[] {
  return steps.filter((step) => step.carrier === carrier);
}

function peopleForecast(
  forecast: CarrierForecast,
  { people, capacity }: Team,
  steps: readonly StepLoad[],
  assumptions: LoadAssumptions,
): PeopleForecast {
  const overIn = (unit: LoadUnit) => {
    const day = firstDayOver(forecast.series, unit, capacity[unit]);
    return day === undefined ? [] : [[unit, day] as const];
  };
  const guilty = (unit: LoadUnit) => stepsOver(steps, unit, capacity[unit], assumptions).map(({ step }) => step.id);
  return {
    ...forecast,
    people,
    capacity,
    ...(people > 0 && { perPerson: divided(forecast.load, people) }),
    firstDayOver: Object.fromEntries(LOAD_UNITS.flatMap(overIn)),
    overSteps: { tasks: guilty('tasks'), calls: guilty('calls') },
  };
}
