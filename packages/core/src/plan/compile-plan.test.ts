import { expect, it } from 'vitest';
import { id } from '../spine/id.ts';
import { compilePlan } from './compile-plan.ts';
import { defaultPlan } from './default-plan.ts';
import { TRIGGERS } from './follow-up-plan.ts';

it('puts the steps of a trigger in the order in which they fall due, whatever the order of the document', () => {
  const plan = defaultPlan();
  const backwards = {
    ...plan,
    actionPlans: plan.actionPlans.map((each) => ({ ...each, steps: each.steps.toReversed() })),
  };
  const steps = compiled(backwards).actionPlans.internet;
  expect(steps.slice(2, 7).map((step) => step.id)).toEqual([
    'internet-call-first',
    'internet-call-10min',
    'internet-call-30min',
    'internet-call-60min',
    'internet-email-day1',
  ]);
  expect(steps.map((step) => step.order)).toEqual(steps.map((_, order) => order));
});

it('finds every step by its id, with its trigger', () => {
  const plan = compiled(defaultPlan());
  const all = TRIGGERS.flatMap((trigger) => plan.actionPlans[trigger]);
  expect(plan.steps.size).toBe(all.length);
  for (const step of all) expect(plan.steps.get(step.id)).toBe(step);
  expect(plan.steps.get(id<'Step'>('sold-call-day3'))?.trigger).toBe('sold');
});

it('has no steps for a trigger that the document leaves out', () => {
  expect(compiled({ ...defaultPlan(), actionPlans: [] }).actionPlans.walkIn).toEqual([]);
});

it('turns the times of the contact policy into minutes', () => {
  const { contactPolicy } = defaultPlan();
  const plan = compiled({
    ...defaultPlan(),
    contactPolicy: { ...contactPolicy, calls: { from: '09:30', until: '20:15' } },
  });
  expect(plan.contactPolicy).toMatchObject({
    calls: { from: 570, until: 1215 },
    texts: { from: 480, until: 1260 },
    callAttemptsIn24Hours: 3,
  });
});

it('hands on what is wrong with a document', () => {
  const result = compilePlan({ ...defaultPlan(), name: '' });
  expect(!result.ok && result.refusals.map(({ data }) => data['path'])).toEqual(['name']);
});

// Helpers

function compiled(document: unknown) {
  const result = compilePlan(document);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}
