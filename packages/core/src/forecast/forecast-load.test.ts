import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { makeAssumptions } from '../../test/support/forecast.ts';
import {
  calendarOf,
  contextAt,
  makeStep,
  NEW_YORK_HOURS,
  planOf,
  planOfSteps,
} from '../../test/support/plan-context.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { PlanStep, Trigger } from '../plan/follow-up-plan.ts';
import { renderReason } from '../render-reason.ts';
import { day } from '../spine/day.ts';
import { HOUR, plus } from '../spine/instant.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import { defaultLoadAssumptions } from './default-load-assumptions.ts';
import { forecastLoad } from './forecast-load.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

describe('S04 the load of a plan before it goes live', () => {
  it('refuses 20 human touches for 70 leads a month: 63.6 tasks a day for 50', () => {
    const { verdict, people } = forecast(internetPlan(20), makeAssumptions({ internet: 70 }));
    expect(people.internet.load.atMost.tasks).toBe((20 * 70) / 22);
    expect(people.internet.capacity).toEqual({ tasks: 50, calls: 50 });
    if (verdict.ok) throw new Error('expected a refusal');
    const [first, ...others] = verdict.refusals;
    expect(first).toEqual({
      code: 'forecast.tooManyTasks',
      data: { carrier: 'internet', unit: 'tasks', load: 63.6, capacity: 50, people: 1, day: '2026-12-14' },
      plan: { version: 'default-1' },
      facts: [],
    });
    // 15 steps are 47.7 tasks a day: the sixteenth is the first one too many.
    const guilty = ['call-15', 'call-16', 'call-17', 'call-18', 'call-19'];
    expect(people.internet.overSteps.tasks).toEqual(guilty);
    expect(others.slice(0, 5).map(({ code, plan }) => [code, plan?.version, plan?.step])).toEqual(
      guilty.map((step) => ['forecast.overStep', 'default-1', step]),
    );
    // They are calls too, and 50 calls are all that one person makes.
    expect(others.map(({ code }) => code)).toContain('forecast.tooManyCalls');
  });

  it('lets 10 human touches pass: 31.8', () => {
    const { verdict, people } = forecast(internetPlan(10), makeAssumptions({ internet: 70 }));
    expect(people.internet.load.atMost.tasks).toBeCloseTo(31.8, 1);
    expect(people.internet.overSteps).toEqual({ tasks: [], calls: [] });
    expect(verdict).toEqual({ ok: true, value: 'fits' });
  });

  it('says it in English, Spanish and French', () => {
    const { verdict } = forecast(internetPlan(20), makeAssumptions({ internet: 70 }));
    if (verdict.ok) throw new Error('expected a refusal');
    const [first, second] = verdict.refusals;
    const told = LOCALES.map((locale) => renderReason(first, locale, 'America/New_York'));
    expect(told).toEqual([
      'Too many tasks (Internet): up to 63.6 on a working day, 50 get done (first day over: Mon, Dec 14).',
      'Demasiadas tareas (internet): hasta 63.6 por día de trabajo, se hacen 50 (primer día que se excede: lun, 14 de dic).',
      'Trop de tâches (Internet) : jusqu’à 63,6 par jour de travail pour 50 possibles (premier jour de dépassement : lun. 14 déc.).',
    ]);
    if (second === undefined) throw new Error('expected a guilty step');
    expect(renderReason(second, 'en', 'America/New_York')).toBe(
      'This step is more than fits (Internet): it brings up to 3.2 on a working day.',
    );
  });

  it('gates calls apart from tasks', () => {
    // The floor gets 25 tasks done, of them 15 calls: 20 calls a day are too many, 20 letters are not.
    const leads = makeAssumptions({ walkIn: 220 });
    const calls = forecast(walkInPlan({ id: 'a' }, { id: 'b', due: onDay(2) }), leads);
    expect(calls.people.sales.load.atMost).toEqual({ tasks: 20, calls: 20 });
    expect(calls.people.sales.overSteps).toEqual({ tasks: [], calls: ['b'] });
    expect(codesOf(calls)).toEqual(['forecast.tooManyCalls', 'forecast.overStep']);
    const letters = forecast(
      walkInPlan({ id: 'a', channel: 'letter' }, { id: 'b', channel: 'letter', due: onDay(2) }),
      leads,
    );
    expect(letters.verdict.ok).toBe(true);
  });

  it('lets a plan fill the capacity to the last task', () => {
    const plan = walkInPlan({ channel: 'letter' });
    expect(forecast(plan, makeAssumptions({ walkIn: 25 * 22 })).verdict.ok).toBe(true);
    const refused = forecast(plan, makeAssumptions({ walkIn: 25 * 22 + 0.5 }));
    // Told upwards: a load that is over must not read as one that fits.
    expect(refused.verdict).toMatchObject({ refusals: [{ data: { load: 25.1, capacity: 25 } }, {}] });
  });

  it('says that a load which comes after the series is too much in the long run', () => {
    const late = forecast(walkInPlan({ channel: 'letter', due: onDay(200) }), makeAssumptions({ walkIn: 1100 }));
    expect(late.people.sales.firstDayOver).toEqual({});
    expect(codesOf(late)).toEqual(['forecast.tooManyTasksLater', 'forecast.overStep']);
    const calls = forecast(walkInPlan({ due: onDay(200) }), makeAssumptions({ walkIn: 440 }));
    expect(codesOf(calls)).toEqual(['forecast.tooManyCallsLater', 'forecast.overStep']);
  });

  it('refuses steps of people whom the store does not have', () => {
    const none = forecast(walkInPlan({ who: 'bdc' }), makeAssumptions({ walkIn: 22 }, { bdc: 0 }));
    expect(none.people.bdc).toMatchObject({ people: 0, capacity: { tasks: 0, calls: 0 } });
    expect(none.people.bdc).not.toHaveProperty('perPerson');
    expect(codesOf(none)).toContain('forecast.tooManyTasks');
  });
});

describe('who carries', () => {
  it('gives Internet owners’ steps to the Internet department, other owners’ to the floor', () => {
    const leads = makeAssumptions({ internet: 22, walkIn: 44 });
    const both = planOf({
      actionPlans: [
        { trigger: 'internet', steps: [makeStep({ id: 'i', channel: 'letter' })] },
        { trigger: 'walkIn', steps: [makeStep({ id: 'w', channel: 'letter' })] },
      ],
    });
    const { people } = forecast(both, leads);
    expect([people.internet.load.atMost.tasks, people.sales.load.atMost.tasks]).toEqual([1, 2]);
    const alone = forecast(both, { ...leads, people: [{ carrier: 'sales', count: 2 }] });
    expect([alone.people.internet.load.atMost.tasks, alone.people.sales.load.atMost.tasks]).toEqual([0, 3]);
    expect(alone.people.sales.perPerson?.atMost.tasks).toBe(1.5);
  });

  it('shows how tasks split between people, managers and automation', () => {
    const plan = walkInPlan(
      { id: 'owner' },
      { id: 'bdc', who: 'bdc', due: onDay(2) },
      { id: 'manager', who: 'manager', due: onDay(3) },
      { id: 'mail', who: 'automation', channel: 'email' },
    );
    const { split, automation } = forecast(plan, makeAssumptions({ walkIn: 22 }));
    expect(split.atMost).toEqual({ people: 2, managers: 1, automation: 1 });
    expect(split.expected.people).toBeLessThan(2);
    expect(automation.load.atMost).toEqual({ tasks: 1, calls: 0 });
  });

  it('takes managers as people of the floor, and a capacity of one’s own where it is given', () => {
    const assumptions: LoadAssumptions = {
      ...makeAssumptions({ walkIn: 22 }),
      people: [
        { carrier: 'manager', count: 2 },
        { carrier: 'sales', count: 1 },
        { carrier: 'sales', count: 2, capacity: { tasks: 10, calls: 5 } },
      ],
    };
    const { people } = forecast(walkInPlan({}), assumptions);
    expect(people.manager.capacity).toEqual({ tasks: 50, calls: 30 });
    expect(people.sales).toMatchObject({ people: 3, capacity: { tasks: 45, calls: 25 } });
  });
});

describe('the steady state', () => {
  it('counts a step that comes round again within one year', () => {
    const step = { id: 'again', channel: 'letter', due: onDay(30), everyDays: 100 } as const;
    // Days 30, 130, 230, 330.
    const { people } = forecast(walkInPlan(step), makeAssumptions({ walkIn: 22 }));
    expect(people.sales.load.atMost.tasks).toBe(4);
    const yearly = { ...step, due: onDay(365), everyDays: 365 };
    expect(forecast(walkInPlan(yearly), makeAssumptions({ walkIn: 22 })).people.sales.load.atMost.tasks).toBe(1);
  });

  it('expects what the walk leaves of it', () => {
    const plan = walkInPlan({ id: 'a' }, { id: 'b', due: onDay(2), stopOn: ['reached'] });
    const { people } = forecast(plan, makeAssumptions({ walkIn: 22 }));
    // Of four days with 11.9 % of buyers, one has passed before day 1 and two before day 2.
    const aDay = (0.162 * 0.733) / 4;
    expect(people.sales.load.expected.tasks).toBeCloseTo(1 - aDay + (1 - 0.276) * (1 - 2 * aDay), 9);
  });
});

describe('the series', () => {
  it('moves a closed Sunday’s steps to Monday', () => {
    // Of 22 leads a month each open day brings one. Day 2 of Friday's and Saturday's leads is Monday; none is Tuesday.
    const plan = walkInPlan({ channel: 'letter', due: onDay(2) });
    const { people } = forecast(plan, makeAssumptions({ walkIn: 22 }));
    const tasks = Object.values(people.sales.weekdays).map(({ atMost }) => atMost.tasks);
    expect(tasks).toEqual([2, 0, 1, 1, 1, 1, 0].map((value) => expect.closeTo(value, 9)));
  });

  it('begins empty and fills up as the steps set in', () => {
    const plan = walkInPlan(
      { id: 'a', channel: 'letter', due: onDay(1) },
      { id: 'b', channel: 'letter', due: onDay(4) },
    );
    const { people } = forecast(plan, makeAssumptions({ walkIn: 22 }));
    expect(people.sales.series).toHaveLength(45);
    expect(
      people.sales.series.slice(0, 7).map((each) => [each.day, Math.round(each.atMost.tasks * 1e9) / 1e9]),
    ).toEqual([
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
    const { people, verdict } = forecast(plan, makeAssumptions({ walkIn: 20 * 22 }));
    expect(people.sales.load.atMost.tasks).toBe(20);
    expect(people.sales.firstDayOver).toEqual({ tasks: day('2026-12-07') });
    expect(verdict.ok).toBe(true);
  });

  it('expects less on a day than at most, by stops and by what closed hours merge', () => {
    const calls = [1, 2, 3].map((after) => ({ id: `c${after}`, due: onDay(after) }));
    const { people } = forecast(walkInPlan(...calls), {
      ...makeAssumptions({ walkIn: 22 }),
      rates: withoutBuyers(),
    });
    const monday = people.sales.weekdays[1];
    expect(monday.atMost.tasks).toBeCloseTo(5, 9);
    // Friday's day 2 and 3, Saturday's day 1 and 2, Thursday's day 3: of each lead one call is left.
    expect(monday.expected.tasks).toBeCloseTo(3, 9);
  });

  it('needs a calendar that holds it', () => {
    const calendar = calendarOf(NEW_YORK_HOURS, '2026-01-01', '2026-12-31');
    const context = contextAt(START, { plan: walkInPlan({}), calendar });
    expect(() => forecastLoad(makeAssumptions({ walkIn: 22 }), context)).toThrow(/outside the compiled days/);
  });
});

it('names the figure that cannot be', () => {
  const given = makeAssumptions({ walkIn: 22 });
  const of = (changes: Partial<LoadAssumptions>) => () => forecast(walkInPlan({}), { ...given, ...changes });
  expect(of({ leadsAMonth: { ...given.leadsAMonth, lost: -1 } })).toThrow(
    'forecastLoad: leadsAMonth.lost is -1; allowed: a number from 0 to 1000000',
  );
  expect(of({ leadsAMonth: { ...given.leadsAMonth, sold: Number.NaN } })).toThrow(/leadsAMonth.sold is NaN/);
  expect(of({ workingDaysAMonth: 0 })).toThrow(/workingDaysAMonth is 0; allowed: a number from 1 to 31/);
  expect(of({ people: [{ carrier: 'sales', count: -2 }] })).toThrow(/people\[0\].count is -2/);
  expect(of({ people: [{ carrier: 'bdc', count: 1, capacity: { tasks: 1, calls: -1 } }] })).toThrow(
    /people\[0\].capacity.calls is -1/,
  );
  expect(of({ rates: { ...given.rates, callsThatConnect: 27.6 } })).toThrow(/callsThatConnect is 27.6/);
  const walkIn = { contact: 1, appointment: 0.7, notInterested: 0.4, closing: [] };
  expect(of({ rates: { ...given.rates, byTrigger: { ...given.rates.byTrigger, walkIn } } })).toThrow(
    /byTrigger.walkIn.notInterested is 0.4/,
  );
  const closing = [
    { fromDay: 0, untilDay: 3, share: 0.6 },
    { fromDay: 4, untilDay: 7, share: 0.5 },
  ];
  const tooMany = { ...walkIn, notInterested: 0, closing };
  expect(of({ rates: { ...given.rates, byTrigger: { ...given.rates.byTrigger, walkIn: tooMany } } })).toThrow(
    /byTrigger.walkIn.closing\[1\].share is 0.5/,
  );
});

it('does not depend on who asks twice', () => {
  const context = contextAt(START);
  const assumptions = defaultLoadAssumptions({ sales: 4, internet: 1, bdc: 1, manager: 1 });
  expect(forecastLoad(assumptions, context)).toEqual(forecastLoad(assumptions, context));
});

// Helpers

/** Monday, 30 November 2026: no holiday of the test calendar comes after it. */
const START = plus(MONDAY, 14 * 24 * HOUR);

function forecast(plan: CompiledPlan, assumptions: LoadAssumptions) {
  return forecastLoad(assumptions, contextAt(START, { plan }));
}

function codesOf({ verdict }: ReturnType<typeof forecast>): readonly string[] {
  return verdict.ok ? [] : verdict.refusals.map(({ code }) => code);
}

function onDay(after: number) {
  return { unit: 'days', after, within: 0, at: 'triggerHour' } as const;
}

/** A first call within five minutes, then one a day. */
function internetPlan(touches: number): CompiledPlan {
  const first = makeStep({ id: 'call-0', due: { unit: 'openMinutes', after: 0, within: 5 } });
  const later = Array.from({ length: touches - 1 }, (_, i) => makeStep({ id: `call-${i + 1}`, due: onDay(i + 1) }));
  return planOfSteps('internet', first, ...later);
}

function walkInPlan(...changes: readonly (Partial<Omit<PlanStep, 'id'>> & { readonly id?: string })[]): CompiledPlan {
  return planOfSteps('walkIn', ...changes.map((each) => makeStep(each)));
}

function withoutBuyers() {
  const { rates } = makeAssumptions({});
  const entries = Object.entries(rates.byTrigger).map(([trigger, each]) => [trigger, { ...each, closing: [] }]);
  return { ...rates, byTrigger: Object.fromEntries(entries) as Record<Trigger, (typeof rates.byTrigger)['sold']> };
}
