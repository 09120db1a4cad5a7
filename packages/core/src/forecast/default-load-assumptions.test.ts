import { describe, expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt, planOf } from '../../test/support/plan-context.ts';
import { defaultPlan } from '../plan/default-plan.ts';
import { TRIGGERS } from '../plan/follow-up-plan.ts';
import { defaultLoadAssumptions } from './default-load-assumptions.ts';
import { forecastLoad } from './forecast-load.ts';

const PEOPLE = { sales: 4, internet: 1, bdc: 1, manager: 1 };

describe('S04 the plans that we ship', () => {
  it('pass their own load test, with usual leads for each person and a manager for four on the floor', () => {
    expect(forecast(PEOPLE).verdict).toEqual({ ok: true, value: 'fits' });
    const large = Object.fromEntries(Object.entries(PEOPLE).map(([carrier, count]) => [carrier, 5 * count]));
    expect(forecast(large as typeof PEOPLE).verdict.ok).toBe(true);
  });

  it('are tested with leads of every trigger', () => {
    const { leadsAMonth } = defaultLoadAssumptions(PEOPLE);
    expect(leadsAMonth).toEqual({
      internet: 70,
      phoneUp: 60,
      walkIn: 100,
      leaseEnd: 4,
      service: 16,
      appointmentSet: 65,
      sold: 40,
      lost: 60,
    });
    for (const trigger of TRIGGERS) {
      expect(leadsAMonth[trigger], trigger).toBeGreaterThan(0);
      expect(planOf().actionPlans[trigger].length, trigger).toBeGreaterThan(0);
    }
  });

  it('count what has no plan of its own with the Internet leads', () => {
    const { actionPlans } = defaultPlan();
    const plan = planOf({ actionPlans: actionPlans.filter(({ trigger }) => trigger === 'internet') });
    const assumptions = defaultLoadAssumptions(PEOPLE);
    const alone = forecastLoad(assumptions, contextAt(MONDAY, { plan })).people.internet.load.atMost.tasks;
    expect(alone).toBeCloseTo((10 * (70 + 4 + 16)) / 22, 9);
  });

  it('ask an Internet person for 31.8 tasks a day at most, of 50', () => {
    const { internet } = forecast(PEOPLE).people;
    expect(internet.load.atMost.tasks).toBe((10 * 70) / 22);
    expect(internet.load.expected.tasks).toBeLessThan(internet.load.atMost.tasks);
    expect(internet.firstDayOver).toEqual({});
  });

  it('ask people for at most ten tasks of an Internet lead, and leave texts and e-mails to automation', () => {
    const steps = planOf().actionPlans.internet;
    expect(steps.filter(({ who }) => who !== 'automation').length).toBeLessThanOrEqual(10);
    for (const { channel, who } of steps) {
      if (channel === 'text' || channel === 'email') expect(who).toBe('automation');
    }
  });

  it('are too much where one manager has eight on the floor: the second looks and visits fall to him', () => {
    const { verdict } = forecast({ ...PEOPLE, sales: 8 });
    const refusals = verdict.ok ? [] : verdict.refusals;
    expect(refusals).toContainEqual(
      expect.objectContaining({
        code: 'forecast.tooManyCalls',
        data: expect.objectContaining({ carrier: 'manager', capacity: 15 }),
      }),
    );
    expect(refusals.map(({ plan }) => plan?.step)).toContain('appointment-manager-next-day');
  });
});

// Helpers

function forecast(people: typeof PEOPLE) {
  return forecastLoad(defaultLoadAssumptions(people), contextAt(MONDAY));
}
