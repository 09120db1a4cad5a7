import { expect, it } from 'vitest';
import { planOf } from '../../test/support/plan-context.ts';
import { defaultPlan } from './default-plan.ts';
import type { Trigger } from './follow-up-plan.ts';

const WORKING_DAYS_A_MONTH = 22;
const LEADS_A_MONTH = 70;

it('is a plan that it would accept itself', () => {
  expect(() => planOf()).not.toThrow();
});

it('asks people for at most ten tasks a lead', () => {
  expect(humanSteps('internet')).toHaveLength(10);
  expect(humanSteps('phoneUp').length).toBeLessThanOrEqual(10);
  expect(humanSteps('walkIn').length).toBeLessThanOrEqual(10);
});

it('stays within the day of a person with 70 Internet leads a month', () => {
  const tasksADay = (humanSteps('internet').length * LEADS_A_MONTH) / WORKING_DAYS_A_MONTH;
  expect(tasksADay).toBeCloseTo(31.8, 1);
  expect(tasksADay).toBeLessThan(defaultPlan().capacity.internet.tasks);
});

it('has every text and e-mail sent by itself, and no call', () => {
  for (const step of planOf().steps.values()) {
    expect(step.who === 'automation', step.id).toBe(step.channel === 'text' || step.channel === 'email');
  }
});

it('lets the first call stand when the customer answers the automatic message', () => {
  expect(planOf().actionPlans.internet.find((step) => step.channel === 'call')).toMatchObject({
    due: { unit: 'openMinutes', after: 0, within: 5 },
    who: 'owner',
    stopOn: [],
  });
});

it('asks nobody for a call to a lead after two weeks', () => {
  for (const trigger of ['internet', 'phoneUp', 'walkIn'] as const) {
    const last = humanSteps(trigger).at(-1);
    expect(last?.due).toMatchObject({ unit: 'days', after: 14 });
  }
});

// Helpers

function humanSteps(trigger: Trigger) {
  return planOf().actionPlans[trigger].filter((step) => step.who !== 'automation');
}
