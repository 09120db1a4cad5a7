import type { ActionPlan, FollowUpPlan, Id, PlanStep, Trigger } from '@beback/core';
import { checkPlan, faultsBelow } from './plan-check.ts';
import { blankOf, nodeOf } from './schema-node.ts';

/** Where a step stands. */
export interface StepPlace {
  readonly trigger: Trigger;
  /** Among the steps of its trigger, from 0. */
  readonly at: number;
}

const TIMING = nodeOf('actionPlans', 'steps', 'due');

/** What can begin an action plan, in the order of the plan's schema. */
export const PLAN_TRIGGERS = (nodeOf('actionPlans', 'trigger').enum ?? []) as readonly Trigger[];

export function stepsAfter(plan: FollowUpPlan, trigger: Trigger): readonly PlanStep[] {
  return plan.actionPlans.find((each) => each.trigger === trigger)?.steps ?? [];
}

export function placeOf(plan: FollowUpPlan, stepId: string): StepPlace | undefined {
  for (const { trigger, steps } of plan.actionPlans) {
    const at = steps.findIndex(({ id }) => id === stepId);
    if (at !== -1) return { trigger, at };
  }
  return undefined;
}

/** @returns the plan with one step more at the end of its trigger's, like the one before it, and that step's id */
export function withStepAdded(plan: FollowUpPlan, trigger: Trigger): readonly [FollowUpPlan, string] {
  const steps = stepsAfter(plan, trigger);
  const before = steps.at(-1);
  if (before === undefined) return withFirstStep(plan, trigger);
  const step = named(plan, trigger, later(before));
  return [withSteps(plan, trigger, [...steps, step]), step.id];
}

/** @returns the plan with a copy of a step behind it, and the copy's id */
export function withStepCopied(plan: FollowUpPlan, { trigger, at }: StepPlace): readonly [FollowUpPlan, string] {
  const steps = stepsAfter(plan, trigger);
  const original = steps[at];
  if (original === undefined) throw new Error(`withStepCopied: ${trigger} has no step ${at}`);
  const copy = named(plan, trigger, later(original));
  return [withSteps(plan, trigger, steps.toSpliced(at + 1, 0, copy)), copy.id];
}

export function withStepRemoved(plan: FollowUpPlan, { trigger, at }: StepPlace): FollowUpPlan {
  return withSteps(plan, trigger, stepsAfter(plan, trigger).toSpliced(at, 1));
}

/** @param by - -1: one place forward; 1: one back */
export function withStepMoved(plan: FollowUpPlan, { trigger, at }: StepPlace, by: -1 | 1): FollowUpPlan {
  const steps = stepsAfter(plan, trigger);
  const [step, other] = [steps[at], steps[at + by]];
  if (step === undefined || other === undefined) return plan;
  return withSteps(plan, trigger, steps.with(at, other).with(at + by, step));
}

function withSteps(plan: FollowUpPlan, trigger: Trigger, steps: readonly PlanStep[]): FollowUpPlan {
  const has = plan.actionPlans.some((each) => each.trigger === trigger);
  const actionPlans: readonly ActionPlan[] = has ? plan.actionPlans : [...plan.actionPlans, { trigger, steps: [] }];
  return { ...plan, actionPlans: actionPlans.map((each) => (each.trigger === trigger ? { trigger, steps } : each)) };
}

/** A day later where steps are counted in days: two alike on one day would be one. */
function later(step: PlanStep): PlanStep {
  return step.due.unit === 'days' || step.due.unit === 'appointmentDays'
    ? { ...step, due: { ...step.due, after: step.due.after + 1 } }
    : step;
}

/** A trigger's first step: of the ways to count its time, days before minutes, the first one that the plan's rules take. */
function withFirstStep(plan: FollowUpPlan, trigger: Trigger): readonly [FollowUpPlan, string] {
  const blank = blankOf(nodeOf('actionPlans', 'steps').items ?? {}) as PlanStep;
  const kinds = (TIMING.oneOf ?? []).map((kind) => blankOf(kind) as PlanStep['due']);
  const tries = [...kinds.filter((due) => 'at' in due), ...kinds].map((due) => {
    const step = named(plan, trigger, { ...blank, due });
    return [withSteps(plan, trigger, [step]), step.id] as const;
  });
  const fitting = tries.find(([text]) => {
    const at = text.actionPlans.findIndex((each) => each.trigger === trigger);
    return faultsBelow(checkPlan(text), `actionPlans[${at}].steps[0]`).length === 0;
  });
  const [first] = tries;
  if (first === undefined) throw new Error('withFirstStep: the schema knows no way to count time');
  return fitting ?? first;
}

/** A step's id stays its own over all versions: one that was used before would bring its history along. */
function named(plan: FollowUpPlan, trigger: Trigger, step: PlanStep): PlanStep {
  const taken = new Set(plan.actionPlans.flatMap(({ steps }) => steps.map(({ id }): string => id)));
  let id: string;
  do id = `${trigger}-${step.channel}-${newName()}`;
  while (taken.has(id));
  return { ...step, id: id as Id<'Step'> };
}

/** Six letters and digits. */
export function newName(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36).padStart(6, '0').slice(-6);
}
