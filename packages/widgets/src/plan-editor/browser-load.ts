import {
  type CompiledPlan,
  compilePlan,
  compileStoreCalendar,
  type Day,
  type FollowUpPlan,
  forecastLoad,
  type Instant,
  type LoadAssumptions,
  type Locale,
  PEOPLE_CARRIERS,
  PUBLISHED_RATES,
  renderForecastReason,
  type StoreCalendar,
  type StoreHours,
  TRIGGERS,
  type Trigger,
  type Weekday,
} from '@beback/core';
import type { PlanLoad } from '../plan/plan-queries.ts';
import type { PlanDraft } from './draft-reads.ts';

export type LoadBasis = NonNullable<PlanDraft['loadBasis']>;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const calendars = new WeakMap<LoadBasis, StoreCalendar>();

/** What a text would ask of the store's people: the server's own reckoning, in the browser. */
export function browserLoad(document: FollowUpPlan, basis: LoadBasis, locale: Locale): PlanLoad {
  const calendar = calendarOf(basis);
  const forecast = forecastLoad(assumptionsOf(basis), {
    plan: compiled(document),
    calendar,
    now: Date.parse(basis.now) as Instant,
  });
  const { verdict, people, split } = forecast;
  return {
    fits: verdict.ok,
    measured: basis.measured,
    leadsAMonth: basis.leadsAMonth,
    atMost: split.atMost,
    expected: split.expected,
    refusals: verdict.ok
      ? []
      : verdict.refusals.map((why) => ({
          code: why.code,
          text: renderForecastReason(why, locale, calendar.zone),
          stepId: why.plan?.step ?? null,
        })),
    people: PEOPLE_CARRIERS.map((carrier) => {
      const { load, capacity, people: count, firstDayOver, overSteps, series, weekdays } = people[carrier];
      return {
        carrier,
        people: count,
        capacity,
        load,
        firstDayOver: firstDayOver.tasks ?? null,
        firstDayOverInCalls: firstDayOver.calls ?? null,
        overSteps: [...new Set([...overSteps.tasks, ...overSteps.calls])],
        series: series.map(({ day, atMost, expected }) => ({ day, load: { atMost, expected } })),
        weekdays: WEEKDAYS.map((weekday) => ({ weekday, load: weekdays[weekday] })),
      };
    }),
  };
}

function assumptionsOf({ leadsAMonth, people, workingDaysAMonth }: LoadBasis): LoadAssumptions {
  const counts = new Map(leadsAMonth.map(({ trigger, count }) => [trigger, count]));
  const all = Object.fromEntries(TRIGGERS.map((trigger) => [trigger, counts.get(trigger) ?? 0]));
  return {
    leadsAMonth: all as Record<Trigger, number>,
    people: people.flatMap(({ carrier, count }) => (carrier === 'automation' ? [] : [{ carrier, count }])),
    workingDaysAMonth,
    rates: PUBLISHED_RATES,
  };
}

function compiled(document: FollowUpPlan): CompiledPlan {
  const plan = compilePlan(document);
  if (!plan.ok) throw new Error(`browserLoad: the text does not compile: ${plan.refusals[0].code}`);
  return plan.value;
}

/** Compiled once for each answer of the server. */
function calendarOf(basis: LoadBasis): StoreCalendar {
  const known = calendars.get(basis);
  if (known !== undefined) return known;
  const days = { from: basis.calendarFrom as Day, to: basis.calendarTo as Day };
  const calendar = compileStoreCalendar(basis.hours as StoreHours, days);
  if (!calendar.ok) throw new Error(`browserLoad: the store's hours do not compile: ${calendar.refusals[0].code}`);
  calendars.set(basis, calendar.value);
  return calendar.value;
}
