interface PlanDocument {
  readonly clock: object;
  readonly actionPlans: readonly {
    readonly trigger: string;
    readonly steps: readonly { readonly id: string; readonly due: object }[];
  }[];
}

/**
 * The same plan with a first call within so many minutes: by its clock and by the step that asks for it.
 *
 * @param document - a follow-up plan as the server tells it
 */
export function withFirstCall(document: unknown, minutes: number): PlanDocument {
  const plan = document as PlanDocument;
  return {
    ...plan,
    clock: { ...plan.clock, callWithinOpenMinutes: minutes },
    actionPlans: plan.actionPlans.map((each) => ({
      ...each,
      steps: each.steps.map((step) =>
        step.id === 'internet-call-first' ? { ...step, due: { ...step.due, within: minutes } } : step,
      ),
    })),
  };
}
