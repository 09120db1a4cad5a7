import type { Trigger } from '@beback/client';
import type { PlanLoad, PlanVersion } from './plan-queries.ts';

/** A sentence of the plan with its place, by which people name it. */
export interface Step {
  readonly id: string;
  readonly trigger: Trigger;
  /** Counts from 1 after each trigger. */
  readonly number: number;
  readonly text: string;
}

/** The sentences by their trigger, in the plan's order. */
export function stepsByTrigger(sentences: PlanVersion['sentences']): ReadonlyMap<Trigger, readonly Step[]> {
  const groups = new Map<Trigger, Step[]>();
  for (const { stepId, trigger, text } of sentences) {
    const group = groups.get(trigger) ?? [];
    group.push({ id: stepId, trigger, number: group.length + 1, text });
    groups.set(trigger, group);
  }
  return groups;
}

/** The steps that are too many, each with the server's words about it. */
export function guiltySteps(load: PlanLoad | null): ReadonlyMap<string, string> {
  const words = new Map((load?.refusals ?? []).map(({ stepId, text }) => [stepId, text]));
  const ids = (load?.people ?? []).flatMap(({ overSteps }) => overSteps);
  return new Map(ids.map((id) => [id, words.get(id) ?? '']));
}

/** Where a step's sentence stands in the element. */
export function stepSelector(stepId: string): string {
  return `#${CSS.escape(`step-${stepId}`)}`;
}
