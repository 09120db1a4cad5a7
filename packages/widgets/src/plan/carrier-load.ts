import type { Carrier, LoadRangeView } from '@beback/client';
import type { PeopleLoad } from './plan-queries.ts';

type Unit = 'tasks' | 'calls';

interface Range {
  readonly atMost: number;
  readonly expected: number;
}

/** One kind of people's load as it is drawn: in tasks, or in calls where these alone are too many. */
export interface CarrierLoad {
  readonly carrier: Carrier;
  readonly people: number;
  readonly unit: Unit;
  /** More is asked than gets done, on a usual working day. */
  readonly over: boolean;
  readonly capacity: number;
  readonly steady: Range;
  /** The other unit, beside the drawn one. */
  readonly other: { readonly capacity: number; readonly atMost: number };
  readonly firstDayOver: string | null;
  readonly series: readonly (Range & { readonly day: string })[];
  readonly weekdays: readonly (Range & { readonly weekday: number })[];
}

/** Those of whom something is asked or who are there; who is asked for too much comes first. */
export function carrierLoads(people: readonly PeopleLoad[]): readonly CarrierLoad[] {
  const loads = people.filter((one) => one.people > 0 || one.load.atMost.tasks > 0).map(carrierLoad);
  return [...loads.filter(({ over }) => over), ...loads.filter(({ over }) => !over)];
}

function carrierLoad(one: PeopleLoad): CarrierLoad {
  const { load, capacity, overSteps } = one;
  const over = overSteps.length > 0;
  const unit: Unit = over && load.atMost.tasks <= capacity.tasks ? 'calls' : 'tasks';
  const other: Unit = unit === 'tasks' ? 'calls' : 'tasks';
  const inUnit = ({ atMost, expected }: LoadRangeView): Range => ({ atMost: atMost[unit], expected: expected[unit] });
  return {
    carrier: one.carrier,
    people: one.people,
    unit,
    over,
    capacity: capacity[unit],
    steady: inUnit(load),
    other: { capacity: capacity[other], atMost: load.atMost[other] },
    firstDayOver: unit === 'tasks' ? one.firstDayOver : one.firstDayOverInCalls,
    series: one.series.map(({ day, load: range }) => ({ day, ...inUnit(range) })),
    weekdays: one.weekdays.map(({ weekday, load: range }) => ({ weekday, ...inUnit(range) })),
  };
}

/** The first day on which anybody is asked for more than gets done, among those who are asked for too much. */
export function firstDayOverOf(loads: readonly CarrierLoad[]): string | undefined {
  return loads.flatMap(({ over, firstDayOver }) => (over && firstDayOver !== null ? [firstDayOver] : [])).sort()[0];
}
