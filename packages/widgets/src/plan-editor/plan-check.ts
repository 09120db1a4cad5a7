import { type FollowUpPlan, type PlanRefusal, parsePlan, type Reason } from '@beback/core';

/** What is wrong with a text while it is written. */
export interface PlanCheck {
  /** The text as it can be saved; undefined while something has to be mended. */
  readonly plan: FollowUpPlan | undefined;
  /** The first fault of each field, by its path. */
  readonly faults: ReadonlyMap<string, Reason<PlanRefusal>>;
}

export function checkPlan(document: unknown): PlanCheck {
  const parsed = parsePlan(document);
  if (parsed.ok) return { plan: parsed.value, faults: new Map() };
  const faults = new Map<string, Reason<PlanRefusal>>();
  for (const refusal of parsed.refusals) {
    const path = String(refusal.data['path']);
    if (!faults.has(path)) faults.set(path, refusal);
  }
  return { plan: undefined, faults };
}

/** The paths of faults at or below a path. */
export function faultsBelow({ faults }: PlanCheck, path: string): readonly string[] {
  return [...faults.keys()].filter(
    (fault) => fault === path || fault.startsWith(`${path}.`) || fault.startsWith(`${path}[`),
  );
}

/** Whether what stands there can be put in a sentence: its fields are right, whatever they say about each other. */
export function readsAsSentence(check: PlanCheck, path: string): boolean {
  return faultsBelow(check, path).every((fault) =>
    ['plan.inconsistent', 'plan.duplicate'].includes(check.faults.get(fault)?.code ?? ''),
  );
}
