import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { makeAssumptions } from '../../test/support/forecast.ts';
import { contextAt, planOf } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import {
  type ActionPlan,
  type PlanStep,
  STEP_ACTORS,
  STOP_EVENTS,
  TRIGGERS,
  type Trigger,
} from '../plan/follow-up-plan.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, plus } from '../spine/instant.ts';
import { CHANNELS } from '../spine/words.ts';
import { PEOPLE_CARRIERS } from './carrier.ts';
import { exceeds, LOAD_UNITS, type LoadRange } from './daily-load.ts';
import { forecastLoad } from './forecast-load.ts';
import type { LoadAssumptions } from './load-assumptions.ts';
import type { CarrierForecast, LoadForecast } from './load-forecast.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { LOAD_HORIZON_DAYS } from './step-loads.ts';

/*
 * The laws, for any plan, any people and any number of leads:
 * - at most is never less than expected; both grow with the leads, at most in proportion
 * - conservation: the carriers together are asked for every round of every step of every lead
 * - taking a step away never adds to a load at most; the document's order of steps never shows
 * - a first day over exists exactly where some day is over; without the steps that are too many a plan fits
 * Taking a step away can add to what is EXPECTED: a call that is made no longer reaches nobody, and later ones stay.
 */

it('never expects more than at most, on any day', () => {
  holdsFor(({ forecast }) => {
    for (const range of carriersOf(forecast).flatMap(rangesOf)) {
      for (const unit of LOAD_UNITS) expect(exceeds(range.expected[unit], range.atMost[unit])).toBe(false);
      expect(exceeds(range.atMost.calls, range.atMost.tasks)).toBe(false);
    }
  });
});

it('asks the carriers together for every round of every step of every lead', () => {
  holdsFor(({ plans, assumptions, forecast }) => {
    const touches = plans.flatMap(({ trigger, steps }) =>
      steps.map((step) => leadsOf(trigger, plans, assumptions) * roundsInAYear(step)),
    );
    const { people, managers, automation } = forecast.split.atMost;
    const asked = (people + managers + automation) * assumptions.workingDaysAMonth;
    expect(asked).toBeCloseTo(sum(touches), 6);
    expect(sum(carriersOf(forecast).map(({ load }) => load.atMost.tasks))).toBeCloseTo(
      people + managers + automation,
      6,
    );
  });
});

it('asks for twice as much at most of twice as many leads, and never for less of more', () => {
  holdsFor(({ plans, assumptions, forecast }) => {
    const doubled = rangesOfAll(
      forecastOf(
        plans,
        withLeads(assumptions, (leads) => 2 * leads),
      ),
    );
    const more = rangesOfAll(
      forecastOf(
        plans,
        withLeads(assumptions, (leads, i) => leads + i),
      ),
    );
    rangesOfAll(forecast).forEach((range, i) => {
      for (const unit of LOAD_UNITS) {
        expect(doubled[i]?.atMost[unit]).toBeCloseTo(2 * range.atMost[unit], 6);
        expect(exceeds(range.atMost[unit], more[i]?.atMost[unit] ?? 0)).toBe(false);
        expect(exceeds(range.expected[unit], more[i]?.expected[unit] ?? 0)).toBe(false);
      }
    });
  });
});

it('adds to nobody’s load at most when a step is taken away', () => {
  holdsFor(({ plans, assumptions, forecast, pick }) => {
    const all = plans.flatMap(({ steps }) => steps);
    const gone = all[pick % Math.max(1, all.length)];
    const fewer = rangesOfAll(
      forecastOf(
        without(plans, (step) => step === gone),
        assumptions,
      ),
    );
    rangesOfAll(forecast).forEach((range, i) => {
      for (const unit of LOAD_UNITS) expect(exceeds(fewer[i]?.atMost[unit] ?? 0, range.atMost[unit])).toBe(false);
    });
  });
});

it('does not depend on the order in which the document has its plans and steps', () => {
  holdsFor(({ plans, assumptions, forecast }) => {
    const turned = plans.map(({ trigger, steps }) => ({ trigger, steps: [...steps].reverse() })).reverse();
    expect(forecastOf(turned, assumptions)).toEqual(forecast);
  });
});

it('names a first day over exactly where some day of the series is over', () => {
  holdsFor(({ forecast }) => {
    for (const { series, capacity, firstDayOver } of Object.values(forecast.people)) {
      for (const unit of LOAD_UNITS) {
        const over = series.filter(({ atMost }) => exceeds(atMost[unit], capacity[unit]));
        expect(firstDayOver[unit]).toBe(over[0]?.day);
      }
    }
  });
});

it('refuses exactly where somebody’s steady load at most is over capacity, and fits without the steps named', () => {
  holdsFor(({ plans, assumptions, forecast }) => {
    const entries = Object.values(forecast.people);
    const over = entries.some(({ load, capacity }) =>
      LOAD_UNITS.some((unit) => exceeds(load.atMost[unit], capacity[unit])),
    );
    expect(forecast.verdict.ok).toBe(!over);
    const guilty = new Set(entries.flatMap(({ overSteps }) => [...overSteps.tasks, ...overSteps.calls]));
    expect(guilty.size > 0).toBe(over);
    expect(
      forecastOf(
        without(plans, (step) => guilty.has(step.id)),
        assumptions,
      ).verdict.ok,
    ).toBe(true);
  });
});

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
  const seen = new Set<string>();
  holdsFor(({ forecast: { verdict } }) => {
    for (const reason of verdict.ok ? [] : verdict.refusals) {
      expectRenderable(REASON_TEXTS, reason);
      expect(reason.plan?.step !== undefined).toBe(reason.code === 'forecast.overStep');
      seen.add(reason.code);
    }
  });
  expect([...seen].sort()).toEqual(Object.keys(REASON_TEXTS).sort());
});

// Helpers

interface Case {
  readonly plans: readonly ActionPlan[];
  readonly assumptions: LoadAssumptions;
  readonly forecast: LoadForecast;
  readonly pick: number;
}

function holdsFor(law: (given: Case) => void): void {
  fc.assert(
    fc.property(plansArb, assumptionsArb, fc.nat({ max: 1000 }), (plans, assumptions, pick) => {
      law({ plans, assumptions, forecast: forecastOf(plans, assumptions), pick });
    }),
    // One seed, so that the test of all texts meets every reason each time.
    { numRuns: 60, seed: 20261130 },
  );
}

function forecastOf(actionPlans: readonly ActionPlan[], assumptions: LoadAssumptions): LoadForecast {
  return forecastLoad(assumptions, contextAt(plus(MONDAY, 14 * DAY_24H), { plan: planOf({ actionPlans }) }));
}

const stepArb: fc.Arbitrary<Omit<PlanStep, 'id'>> = fc
  .record({
    who: fc.constantFrom(...STEP_ACTORS),
    channel: fc.constantFrom(...CHANNELS),
    after: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 20 }) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
    within: fc.nat({ max: 3 }),
    unit: fc.constantFrom('openMinutes' as const, 'days' as const, 'days' as const),
    stopOn: fc.subarray([...STOP_EVENTS]),
    everyDays: fc.option(fc.integer({ min: 4, max: 400 }), { freq: 4, nil: undefined }),
  })
  .map(({ who, channel, after, within, unit, stopOn, everyDays }) => ({
    who,
    channel: who === 'automation' && channel !== 'text' ? 'email' : channel,
    purpose: 'marketing',
    due: unit === 'days' ? { unit, after, within, at: 'opening' } : { unit, after, within: within + 1 },
    stopOn,
    ...(everyDays !== undefined && unit === 'days' && { everyDays }),
  }));

/** Plans that the rules let pass: no two steps of a channel on one day, and no calls where the clock demands a first. */
const plansArb: fc.Arbitrary<readonly ActionPlan[]> = fc.subarray([...TRIGGERS]).chain((triggers) =>
  fc.tuple(
    ...triggers.map((trigger) =>
      fc
        .uniqueArray(stepArb, {
          maxLength: 8,
          selector: ({ who, channel, due }) => `${due.after} ${channel} ${who === 'automation'}`,
        })
        .map((steps) => ({
          trigger,
          steps: steps
            .filter(({ channel }) => trigger !== 'internet' || channel !== 'call')
            .flatMap((step, i) => (trigger === 'appointmentSet' ? ofAppointment(step, i) : [withoutVisit(step)]))
            .map((step, i) => ({ ...step, id: id<'Step'>(`${trigger}-${i}`) })),
        })),
    ),
  ),
);

/** Only what an appointment begins is stopped by what becomes of it. */
function withoutVisit(step: Omit<PlanStep, 'id'>): Omit<PlanStep, 'id'> {
  return { ...step, stopOn: step.stopOn.filter((event) => event !== 'confirmed' && event !== 'shown') };
}

/** Every other step before the appointment, as far ahead as a plan may look. */
function ofAppointment({ everyDays: _, due, ...step }: Omit<PlanStep, 'id'>, i: number): Omit<PlanStep, 'id'>[] {
  if (due.after > 60) return [];
  const after = i % 2 === 0 || due.after === 0 ? due.after : -due.after;
  const within = after < 0 ? Math.min(due.within, -after) : due.within;
  return due.unit === 'days'
    ? [{ ...step, due: { unit: 'appointmentDays', after, within: after === 0 ? 0 : within, at: 'opening' } }]
    : [{ ...step, due: { unit: 'appointmentMinutes', after, within } }];
}

const assumptionsArb: fc.Arbitrary<LoadAssumptions> = fc
  .record({
    leads: fc.tuple(...TRIGGERS.map(() => fc.integer({ min: 0, max: 300 }))),
    counts: fc.tuple(...PEOPLE_CARRIERS.map(() => fc.nat({ max: 4 }))),
    days: fc.integer({ min: 18, max: 26 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ leads, counts, days, share }) => {
    const given = makeAssumptions(
      Object.fromEntries(TRIGGERS.map((trigger, i) => [trigger, leads[i]])),
      Object.fromEntries(PEOPLE_CARRIERS.map((carrier, i) => [carrier, counts[i]])),
    );
    const rates = {
      ...given.rates,
      callsThatConnect: share,
      repliesToPeople: share / 2,
      repliesToAutomation: share / 3,
    };
    return { ...given, workingDaysAMonth: days, rates };
  });

/** Lease ends and visits to the workshop go with the Internet's plan where they have none. */
function leadsOf(trigger: Trigger, plans: readonly ActionPlan[], { leadsAMonth }: LoadAssumptions): number {
  const absent = (['leaseEnd', 'service'] as const).filter((each) => plans.every((plan) => plan.trigger !== each));
  return leadsAMonth[trigger] + (trigger === 'internet' ? sum(absent.map((each) => leadsAMonth[each])) : 0);
}

function withLeads(assumptions: LoadAssumptions, change: (leads: number, i: number) => number): LoadAssumptions {
  const leadsAMonth = Object.fromEntries(
    TRIGGERS.map((trigger, i) => [trigger, change(assumptions.leadsAMonth[trigger], i)]),
  ) as Record<Trigger, number>;
  return { ...assumptions, leadsAMonth };
}

function without(plans: readonly ActionPlan[], gone: (step: PlanStep) => boolean): readonly ActionPlan[] {
  return plans.map(({ trigger, steps }) => ({ trigger, steps: steps.filter((step) => !gone(step)) }));
}

function roundsInAYear({ due, everyDays }: PlanStep): number {
  const days = due.unit === 'days' ? due.after : 0;
  return everyDays === undefined || days > LOAD_HORIZON_DAYS
    ? 1
    : 1 + Math.floor((LOAD_HORIZON_DAYS - days) / everyDays);
}

function carriersOf({ people, automation }: LoadForecast): readonly CarrierForecast[] {
  return [...Object.values(people), automation];
}

function rangesOf({ load, series, weekdays }: CarrierForecast): readonly LoadRange[] {
  return [load, ...series, ...Object.values(weekdays)];
}

function rangesOfAll(forecast: LoadForecast): readonly LoadRange[] {
  return carriersOf(forecast).flatMap(rangesOf);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
