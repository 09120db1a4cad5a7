interface Step {
  readonly id: string;
}

interface PlanDocument {
  readonly actionPlans: readonly { readonly trigger: string; readonly steps: readonly Step[] }[];
}

/**
 * Another plan from one that is there: its Internet leads get so many touches of a person, the first call of the clock
 * and then a touch a day, and nothing else is asked of anybody.
 *
 * @param document - a follow-up plan as the server tells it
 */
export function planOf(document: unknown, touches: number): PlanDocument {
  const plan = document as PlanDocument;
  const first = plan.actionPlans.find(({ trigger }) => trigger === 'internet')?.steps[0];
  if (first === undefined) throw new Error('planOf: the plan asks nothing after an Internet lead');
  const touch = (n: number): Step => ({
    ...first,
    id: `touch-${n}`,
    ...(n > 1 && {
      channel: 'email',
      stopOn: ['reply', 'appointment'],
      due: { unit: 'days', after: n - 1, within: 0, at: 'opening' },
    }),
  });
  const steps = Array.from({ length: touches }, (_, index) => touch(index + 1));
  return {
    ...plan,
    actionPlans: plan.actionPlans.map(({ trigger }) => ({ trigger, steps: trigger === 'internet' ? steps : [] })),
  };
}
