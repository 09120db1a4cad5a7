import { describe, expect, it } from 'vitest';
import { forecastFrom, makeAssumptions, onDay, START, walkInPlan } from '../../test/support/forecast.ts';
import { contextAt, makeStep, planOf, planOfSteps } from '../../test/support/plan-context.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { renderReason } from '../render-reason.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import { defaultLoadAssumptions } from './default-load-assumptions.ts';
import { forecastLoad } from './forecast-load.ts';
import type { LoadAssumptions } from './load-assumptions.ts';
import type { LoadForecast } from './load-forecast.ts';
import { renderForecastReason } from './render-forecast-reason.ts';

describe('S04 the load of a plan before it goes live', () => {
  it('refuses 20 human touches for 70 leads a month: 63.6 tasks a day for 50', () => {
    const { verdict, people } = forecastFrom(internetPlan(20), makeAssumptions({ internet: 70 }));
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
    const { verdict, people } = forecastFrom(internetPlan(10), makeAssumptions({ internet: 70 }));
    expect(people.internet.load.atMost.tasks).toBeCloseTo(31.8, 1);
    expect(people.internet.overSteps).toEqual({ tasks: [], calls: [] });
    expect(verdict).toEqual({ ok: true, value: 'fits' });
  });

  it('says it in English, Spanish and French', () => {
    const { verdict } = forecastFrom(internetPlan(20), makeAssumptions({ internet: 70 }));
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

  it('says it alike where only forecasts are told', () => {
    const { verdict } = forecastFrom(internetPlan(20), makeAssumptions({ internet: 70 }));
    if (verdict.ok) throw new Error('expected a refusal');
    for (const locale of LOCALES) {
      for (const why of verdict.refusals) {
        expect(renderForecastReason(why, locale, 'America/New_York')).toBe(
          renderReason(why, locale, 'America/New_York'),
        );
      }
    }
  });

  it('gates calls apart from tasks', () => {
    // The floor gets 25 tasks done, of them 15 calls: 20 calls a day are too many, 20 letters are not.
    const leads = makeAssumptions({ walkIn: 220 });
    const calls = forecastFrom(walkInPlan({ id: 'a' }, { id: 'b', due: onDay(2) }), leads);
    expect(calls.people.sales.load.atMost).toEqual({ tasks: 20, calls: 20 });
    expect(calls.people.sales.overSteps).toEqual({ tasks: [], calls: ['b'] });
    expect(codesOf(calls)).toEqual(['forecast.tooManyCalls', 'forecast.overStep']);
    const letters = forecastFrom(
      walkInPlan({ id: 'a', channel: 'letter' }, { id: 'b', channel: 'letter', due: onDay(2) }),
      leads,
    );
    expect(letters.verdict.ok).toBe(true);
    const both = forecastFrom(walkInPlan({ id: 'a' }, { id: 'b', channel: 'letter', due: onDay(2) }), {
      ...leads,
      people: [{ carrier: 'sales', count: 1, capacity: { tasks: 25, calls: 5 } }],
    });
    expect(both.people.sales.overSteps).toEqual({ tasks: [], calls: ['a'] });
  });

  it('lets a plan fill the capacity to the last task', () => {
    const plan = walkInPlan({ channel: 'letter' });
    expect(forecastFrom(plan, makeAssumptions({ walkIn: 25 * 22 })).verdict.ok).toBe(true);
    // A sum of fractions that comes out a little above the whole is no overload.
    const full = { ...makeAssumptions({ walkIn: FULL * 22 }), people: [ofSales(FULL)] };
    expect(forecastFrom(plan, full).people.sales.series[1]?.atMost.tasks).toBeGreaterThan(FULL);
    expect(forecastFrom(plan, full).people.sales.firstDayOver).toEqual({});
    const refused = forecastFrom(plan, makeAssumptions({ walkIn: 25 * 22 + 0.5 }));
    // Told upwards: a load that is over must not read as one that fits.
    expect(refused.verdict).toMatchObject({ refusals: [{ data: { load: 25.1, capacity: 25 } }, {}] });
  });

  it('says that a load which comes after the series is too much in the long run', () => {
    const late = forecastFrom(walkInPlan({ channel: 'letter', due: onDay(200) }), makeAssumptions({ walkIn: 1100 }));
    expect(late.people.sales.firstDayOver).toEqual({});
    expect(codesOf(late)).toEqual(['forecast.tooManyTasksLater', 'forecast.overStep']);
    const calls = forecastFrom(walkInPlan({ due: onDay(200) }), makeAssumptions({ walkIn: 440 }));
    expect(codesOf(calls)).toEqual(['forecast.tooManyCallsLater', 'forecast.overStep']);
  });

  it('refuses steps of people whom the store does not have', () => {
    const none = forecastFrom(walkInPlan({ who: 'bdc' }), makeAssumptions({ walkIn: 22 }, { bdc: 0 }));
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
    const { people } = forecastFrom(both, leads);
    expect([people.internet.load.atMost.tasks, people.sales.load.atMost.tasks]).toEqual([1, 2]);
    const alone = forecastFrom(both, { ...leads, people: [{ carrier: 'sales', count: 2 }] });
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
    const { split, automation } = forecastFrom(plan, makeAssumptions({ walkIn: 22 }));
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
    const { people } = forecastFrom(walkInPlan({}), assumptions);
    expect(people.manager.capacity).toEqual({ tasks: 50, calls: 30 });
    expect(people.sales).toMatchObject({ people: 3, capacity: { tasks: 45, calls: 25 } });
  });
});

describe('the steady state', () => {
  it('expects the calls after an appointment of who does not come, and those before it of everybody', () => {
    const plan = planOfSteps(
      'appointmentSet',
      makeStep({
        id: 'confirm',
        due: { unit: 'appointmentDays', after: -1, within: 0, at: 'opening' },
        stopOn: ['shown'],
      }),
      makeStep({ id: 'missed', due: { unit: 'appointmentMinutes', after: 30, within: 30 }, stopOn: ['shown'] }),
    );
    const { load } = forecastFrom(plan, makeAssumptions({ appointmentSet: 22 })).people.sales;
    expect(load.atMost.tasks).toBeCloseTo(2, 9);
    // The lowest of the published shares comes: half of them.
    expect(load.expected.tasks).toBeCloseTo(1.5, 9);
  });

  it('asks nobody again for a word who has confirmed, of those spoken with', () => {
    const calls = [-3, -2, -1].map((after) =>
      makeStep({
        id: `confirm${after}`,
        due: { unit: 'appointmentDays', after, within: 0, at: 'opening' },
        stopOn: ['confirmed'],
      }),
    );
    const given = makeAssumptions({ appointmentSet: 22 });
    const appointmentSet = { contact: 1, appointment: 0, notInterested: 0, confirmed: 0.2, closing: [] };
    const rates = { ...given.rates, callsThatConnect: 0.5, byTrigger: { ...given.rates.byTrigger, appointmentSet } };
    const { load } = forecastFrom(planOfSteps('appointmentSet', ...calls), { ...given, rates }).people.sales;
    // Half is spoken with at each call for the first time, and a fifth of them confirms: 1, 0.9 and 0.85.
    expect(load.expected.tasks).toBeCloseTo(2.75, 9);
  });

  it('counts a step that comes round again within one year', () => {
    const step = { id: 'again', channel: 'letter', due: onDay(30), everyDays: 100 } as const;
    // Days 30, 130, 230, 330.
    const { people } = forecastFrom(walkInPlan(step), makeAssumptions({ walkIn: 22 }));
    expect(people.sales.load.atMost.tasks).toBe(4);
    const yearly = { ...step, due: onDay(365), everyDays: 365 };
    expect(forecastFrom(walkInPlan(yearly), makeAssumptions({ walkIn: 22 })).people.sales.load.atMost.tasks).toBe(1);
  });

  it('expects what the walk leaves of it', () => {
    const plan = walkInPlan({ id: 'a' }, { id: 'b', due: onDay(2), stopOn: ['reached'] });
    const { people } = forecastFrom(plan, makeAssumptions({ walkIn: 22 }));
    // Of four days with 11.9 % of buyers, one has passed before day 1 and two before day 2.
    const aDay = (0.162 * 0.733) / 4;
    expect(people.sales.load.expected.tasks).toBeCloseTo(1 - aDay + (1 - 0.276) * (1 - 2 * aDay), 9);
  });
});

it('does not depend on who asks twice', () => {
  const context = contextAt(START);
  const assumptions = defaultLoadAssumptions({ sales: 4, internet: 1, bdc: 1, manager: 1 });
  expect(forecastLoad(assumptions, context)).toEqual(forecastLoad(assumptions, context));
});

// Helpers

/** A twelfth of it, added up twelve times, is a little more. */
const FULL = 13;

function ofSales(tasks: number) {
  return { carrier: 'sales', count: 1, capacity: { tasks, calls: 0 } } as const;
}

function codesOf({ verdict }: LoadForecast): readonly string[] {
  return verdict.ok ? [] : verdict.refusals.map(({ code }) => code);
}

/** A first call within five minutes, then one a day. */
function internetPlan(touches: number): CompiledPlan {
  const first = makeStep({ id: 'call-0', due: { unit: 'openMinutes', after: 0, within: 5 } });
  const later = Array.from({ length: touches - 1 }, (_, i) => makeStep({ id: `call-${i + 1}`, due: onDay(i + 1) }));
  return planOfSteps('internet', first, ...later);
}
