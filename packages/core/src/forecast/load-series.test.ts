import { expect, it } from 'vitest';
import { forecastFrom, makeAssumptions, onDay, START, walkInPlan } from '../../test/support/forecast.ts';
import { calendarOf, contextAt, makeStep, NEW_YORK_HOURS, planOfSteps } from '../../test/support/plan-context.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Trigger } from '../plan/follow-up-plan.ts';
import { day } from '../spine/day.ts';
import { HOUR, plus } from '../spine/instant.ts';
import { openOnDay, PUBLISHED_RATES } from './follow-up-rates.ts';
import { forecastLoad } from './forecast-load.ts';

it('moves a closed Sunday’s steps to Monday', () => {
  // Of 22 leads a month each open day brings one. Day 2 of Friday's and Saturday's leads is Monday; none is Tuesday.
  const plan = walkInPlan({ channel: 'letter', due: onDay(2) });
  const { people } = forecastFrom(plan, makeAssumptions({ walkIn: 22 }));
  const tasks = Object.values(people.sales.weekdays).map(({ atMost }) => atMost.tasks);
  expect(tasks).toEqual([2, 0, 1, 1, 1, 1, 0].map((value) => expect.closeTo(value, 9)));
  // Friday's customers have had three days to buy by then, Saturday's two.
  const { closing } = PUBLISHED_RATES.byTrigger.walkIn;
  const open = openOnDay(closing, 3) + openOnDay(closing, 2);
  expect(people.sales.weekdays[1].expected.tasks).toBeCloseTo(open, 9);
});

it('tells a weekday’s ordinary load though its last two were holidays', () => {
  const plan = walkInPlan({ channel: 'letter', due: onDay(1) });
  const shut = ['2026-12-25', '2027-01-01'].map((date) => ({ day: day(date), open: [] }));
  const calendar = calendarOf({ ...NEW_YORK_HOURS, exceptions: [...(NEW_YORK_HOURS.exceptions ?? []), ...shut] });
  const { people } = forecastLoad(makeAssumptions({ walkIn: 22 }), { ...contextAt(START, { plan, calendar }) });
  const tasks = Object.values(people.sales.weekdays).map(({ atMost }) => atMost.tasks);
  // A lead a day, called the next; Saturday's are called on Monday. No Saturday carries a closed Friday's.
  expect(tasks).toEqual([1, 1, 1, 1, 1, 1, 0].map((value) => expect.closeTo(value, 9)));
});

it('spreads a day’s leads over its open hours', () => {
  // The store is open for 660 minutes: nobody who comes in that day is called 640 open minutes later on it.
  const plan = walkInPlan({ channel: 'letter', due: { unit: 'openMinutes', after: 640, within: 5 } });
  const half = walkInPlan({ channel: 'letter', due: { unit: 'openMinutes', after: 300, within: 5 } });
  const firstDays = (given: CompiledPlan) =>
    forecastFrom(given, makeAssumptions({ walkIn: 22 }))
      .people.sales.series.slice(0, 3)
      .map(({ atMost }) => atMost.tasks);
  expect(firstDays(plan)).toEqual([0, 1, 1].map((value) => expect.closeTo(value, 9)));
  expect(firstDays(half)).toEqual([7 / 12, 1, 1].map((value) => expect.closeTo(value, 9)));
});

it('begins empty and fills up as the steps set in', () => {
  const plan = walkInPlan({ id: 'a', channel: 'letter', due: onDay(1) }, { id: 'b', channel: 'letter', due: onDay(4) });
  const { people } = forecastFrom(plan, makeAssumptions({ walkIn: 22 }));
  expect(people.sales.series).toHaveLength(45);
  expect(people.sales.series.slice(0, 7).map((each) => [each.day, Math.round(each.atMost.tasks * 1e9) / 1e9])).toEqual([
    ['2026-11-30', 0],
    ['2026-12-01', 1],
    ['2026-12-02', 1],
    ['2026-12-03', 1],
    ['2026-12-04', 2],
    ['2026-12-05', 2],
    ['2026-12-06', 0],
  ]);
});

it('begins on the day of now, at whatever hour', () => {
  const assumptions = makeAssumptions({ walkIn: 22 });
  const context = contextAt(START, { plan: walkInPlan({}) });
  const evening = forecastLoad(assumptions, { ...context, now: plus(START, 12 * HOUR) });
  expect(evening).toEqual(forecastLoad(assumptions, context));
});

it('names the first day over capacity even where the plan fits: after a closed day the load stands higher', () => {
  const plan = walkInPlan({ channel: 'letter', due: onDay(2) });
  const { people, verdict } = forecastFrom(plan, makeAssumptions({ walkIn: 20 * 22 }));
  expect(people.sales.load.atMost.tasks).toBe(20);
  expect(people.sales.firstDayOver).toEqual({ tasks: day('2026-12-07') });
  expect(verdict.ok).toBe(true);
});

it('expects less on a day than at most, by stops and by what closed hours merge', () => {
  const calls = [1, 2, 3].map((after) => ({ id: `c${after}`, due: onDay(after) }));
  const { people } = forecastFrom(walkInPlan(...calls), {
    ...makeAssumptions({ walkIn: 22 }),
    rates: withoutBuyers(),
  });
  const monday = people.sales.weekdays[1];
  expect(monday.atMost.tasks).toBeCloseTo(5, 9);
  // Friday's day 2 and 3, Saturday's day 1 and 2, Thursday's day 3: of each lead one call is left.
  expect(monday.expected.tasks).toBeCloseTo(3, 9);
});

it('prepares to its last day the appointments that come after it', () => {
  const early = { unit: 'appointmentDays', after: -3, within: 0, at: 'opening' } as const;
  const plan = planOfSteps('appointmentSet', makeStep({ channel: 'letter', due: early }));
  const assumptions = makeAssumptions({ appointmentSet: 22 });
  const { people } = forecastFrom(plan, assumptions);
  const tasks = people.sales.series.map(({ atMost }) => atMost.tasks);
  // An appointment on each open day: three days before it, and on Saturday what falls on a closed Sunday.
  expect(tasks.slice(-14, -7)).toEqual(tasks.slice(-7));
  expect(tasks.slice(-7).reduce((sum, each) => sum + each, 0)).toBeCloseTo(6, 9);
  // A calendar that ends with the series tells of no appointment after it.
  const calendar = calendarOf(NEW_YORK_HOURS, '2026-01-01', '2027-01-14');
  const short = forecastLoad(assumptions, { ...contextAt(START, { plan, calendar }) });
  expect(short.people.sales.series.slice(0, -4)).toEqual(people.sales.series.slice(0, -4));
  expect(short.people.sales.series.at(-1)?.atMost.tasks).toBe(0);
});

it('needs a calendar that holds it', () => {
  const calendar = calendarOf(NEW_YORK_HOURS, '2026-01-01', '2026-12-31');
  const context = contextAt(START, { plan: walkInPlan({}), calendar });
  expect(() => forecastLoad(makeAssumptions({ walkIn: 22 }), context)).toThrow(/outside the compiled days/);
});

// Helpers

function withoutBuyers() {
  const { rates } = makeAssumptions({});
  const entries = Object.entries(rates.byTrigger).map(([trigger, each]) => [trigger, { ...each, closing: [] }]);
  return { ...rates, byTrigger: Object.fromEntries(entries) as Record<Trigger, (typeof rates.byTrigger)['sold']> };
}
