import fc from 'fast-check';
import { expect, it } from 'vitest';
import { id } from '../spine/id.ts';
import { defaultPlan } from './default-plan.ts';
import { describePlan } from './describe-plan.ts';
import { diffPlans } from './diff-plans.ts';
import type { ActionPlan, FollowUpPlan, PlanStep } from './follow-up-plan.ts';

const plan = defaultPlan();

it('finds nothing between a plan and itself under another version, whatever the order of its parts', () => {
  const turned: FollowUpPlan = {
    ...plan,
    version: id('other'),
    actionPlans: plan.actionPlans.toReversed().map(({ steps, trigger }) => ({ steps: steps.toReversed(), trigger })),
  };
  expect(diffPlans(plan, turned, 'en')).toEqual([]);
});

it('tells a step that came, one that went and one that changed, in the words of both versions', () => {
  const [first, second, ...rest] = stepsOf(plan);
  if (first === undefined || second === undefined) throw new Error('the default plan has steps');
  const later: PlanStep = { ...first, due: { unit: 'openMinutes', after: 0, within: 10 } };
  const added: PlanStep = { ...second, id: id('internet-video-day4'), channel: 'video', who: 'owner' };
  const changes = diffPlans(plan, withSteps([later, ...rest, added]), 'en');
  expect(changes).toEqual([
    {
      path: `steps.${first.id}`,
      kind: 'changed',
      before: expect.stringMatching(/^Within 5 minutes/),
      after: expect.stringMatching(/^Within 10 minutes/),
    },
    { path: 'steps.internet-video-day4', kind: 'added', after: expect.stringMatching(/sends the customer a video/) },
    { path: `steps.${second.id}`, kind: 'removed', before: expect.stringMatching(/texts the customer/) },
  ]);
});

it('tells a rule that changed, and a new name', () => {
  const later = { ...plan, name: 'Faster', clock: { ...plan.clock, callWithinOpenMinutes: 3 } };
  expect(diffPlans(plan, later, 'en').map(({ path, kind }) => [path, kind])).toEqual([
    ['name', 'changed'],
    ['clock', 'changed'],
  ]);
  expect(diffPlans(plan, later, 'fr')[1]).toMatchObject({ after: expect.stringMatching(/^Un client est appelé/) });
});

it('is its own mirror: what the later one added, the earlier one lacks', () => {
  const subset = fc.subarray(stepsOf(plan).slice());
  fc.assert(
    fc.property(subset, subset, (some, others) => {
      const [a, b] = [withSteps(some), withSteps(others)];
      const forth = diffPlans(a, b, 'en');
      const back = diffPlans(b, a, 'en');
      const paths = (changes: typeof forth, kind: string) =>
        changes
          .filter((change) => change.kind === kind)
          .map(({ path }) => path)
          .sort();
      expect(paths(forth, 'added')).toEqual(paths(back, 'removed'));
      expect(paths(forth, 'removed')).toEqual(paths(back, 'added'));
      expect(forth.length).toBe(symmetricDifference(some, others));
    }),
  );
});

it('says of a step what the plan itself says of it', () => {
  const said = new Map(describePlan(plan, 'es').map(({ step, text }) => [`steps.${step}`, text]));
  for (const change of diffPlans(withSteps([]), plan, 'es')) {
    if (change.path.startsWith('steps.internet')) expect(change).toMatchObject({ after: said.get(change.path) });
  }
});

function stepsOf({ actionPlans }: FollowUpPlan): readonly PlanStep[] {
  return actionPlans.find(({ trigger }) => trigger === 'internet')?.steps ?? [];
}

function withSteps(steps: readonly PlanStep[]): FollowUpPlan {
  const changed = (each: ActionPlan): ActionPlan => (each.trigger === 'internet' ? { ...each, steps } : each);
  return { ...plan, actionPlans: plan.actionPlans.map(changed) };
}

function symmetricDifference(a: readonly PlanStep[], b: readonly PlanStep[]): number {
  const [ids, others] = [new Set(a.map((step) => step.id)), new Set(b.map((step) => step.id))];
  return [...ids].filter((each) => !others.has(each)).length + [...others].filter((each) => !ids.has(each)).length;
}
