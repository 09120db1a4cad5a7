import { expect, it } from 'vitest';
import { id } from '../spine/id.ts';
import { instant } from '../spine/instant.ts';
import { compilePlan } from './compile-plan.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { defaultPlan } from './default-plan.ts';
import { planAt } from './plan-timeline.ts';

const [first, second] = ['v1', 'v2'].map(compiled) as [CompiledPlan, CompiledPlan];
const timeline = [
  { from: instant(1000), plan: first },
  { from: instant(2000), plan: second },
] as const;

it('gives what was in force, from the very instant on at which a version came into force', () => {
  expect([1000, 1999, 2000, 9999].map((at) => planAt(timeline, instant(at)).version)).toEqual(['v1', 'v1', 'v2', 'v2']);
});

it('gives the earliest version for what was there before any', () => {
  expect(planAt(timeline, instant(0)).version).toBe('v1');
});

function compiled(version: string): CompiledPlan {
  const plan = compilePlan({ ...defaultPlan(), version: id<'PlanVersion'>(version) });
  if (!plan.ok) throw new Error('the default plan does not compile');
  return plan.value;
}
