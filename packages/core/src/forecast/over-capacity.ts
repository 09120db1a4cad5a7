import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import { PEOPLE_CARRIERS, type PeopleCarrier } from './carrier.ts';
import { exceeds, LOAD_UNITS, type LoadRange, type LoadUnit } from './daily-load.ts';
import type { LoadAssumptions } from './load-assumptions.ts';
import type { PeopleForecast } from './load-forecast.ts';
import type { DayLoad } from './load-series.ts';
import type { ForecastRefusal } from './reason-texts.ts';
import { loadOf, type StepLoad } from './step-loads.ts';

/** The first day of a series with more at most than the capacity. */
export function firstDayOver(series: readonly DayLoad[], unit: LoadUnit, capacity: number): Day | undefined {
  return series.find(({ atMost }) => exceeds(atMost[unit], capacity))?.day;
}

/** The steps from the one on with which the load at most exceeds the capacity; those that bring none are not guilty. */
export function stepsOver(
  steps: readonly StepLoad[],
  unit: LoadUnit,
  capacity: number,
  assumptions: LoadAssumptions,
): readonly StepLoad[] {
  return steps.filter(({ aMonth }, i) => {
    const soFar = loadOf(steps.slice(0, i + 1), assumptions);
    return aMonth.atMost[unit] > 0 && exceeds(soFar.atMost[unit], capacity);
  });
}

/** Who of the people is asked for too much, of what, and by which steps. */
export function loadVerdict(
  plan: CompiledPlan,
  people: Readonly<Record<PeopleCarrier, PeopleForecast>>,
  steps: readonly StepLoad[],
  assumptions: LoadAssumptions,
): Result<'fits', ForecastRefusal> {
  const loadOfStep = new Map(steps.map((each) => [each.step.id, loadOf([each], assumptions)]));
  const refusals = PEOPLE_CARRIERS.flatMap((carrier) =>
    LOAD_UNITS.flatMap((unit) => refusalsOf(plan, carrier, people[carrier], unit, loadOfStep)),
  );
  const found = nonEmpty(refusals);
  return found === undefined ? ok('fits') : { ok: false, refusals: found };
}

const CODES = {
  tasks: { soon: 'forecast.tooManyTasks', later: 'forecast.tooManyTasksLater' },
  calls: { soon: 'forecast.tooManyCalls', later: 'forecast.tooManyCallsLater' },
} as const satisfies Record<LoadUnit, Record<'soon' | 'later', ForecastRefusal>>;

function refusalsOf(
  { version }: CompiledPlan,
  carrier: PeopleCarrier,
  forecast: PeopleForecast,
  unit: LoadUnit,
  loadOfStep: ReadonlyMap<Id<'Step'>, LoadRange>,
): readonly Reason<ForecastRefusal>[] {
  const load = forecast.load.atMost[unit];
  const capacity = forecast.capacity[unit];
  if (!exceeds(load, capacity)) return [];
  const day = forecast.firstDayOver[unit];
  const data = { carrier, unit, load: toldLoad(load, capacity), capacity, people: forecast.people };
  const first =
    day === undefined
      ? reason(CODES[unit].later, data, { plan: { version } })
      : reason(CODES[unit].soon, { ...data, day }, { plan: { version } });
  const guilty = forecast.overSteps[unit].map((step) => {
    const brings = loadOfStep.get(step)?.atMost[unit] ?? 0;
    return reason('forecast.overStep', { carrier, unit, load: toldLoad(brings, 0) }, { plan: { version, step } });
  });
  return [first, ...guilty];
}

/** With one decimal; upwards where rounding would hide that it is more than the capacity. */
function toldLoad(load: number, capacity: number): number {
  const rounded = Math.round(load * 10) / 10;
  return rounded > capacity ? rounded : Math.ceil(load * 10) / 10;
}
