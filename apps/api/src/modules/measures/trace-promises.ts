import { type OpportunityHistory, type PromiseTrace, tracePromises } from '@beback/core';
import { contextOf, type StoreRules } from '../store/store-rules.ts';
import type { TracedTouch } from './traced-touch.ts';

/** What was promised to the customer: no steps of a plan, each asked for from when it was made. */
export function tracedPromises(
  history: OpportunityHistory,
  rules: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Parameters<typeof contextOf>[2],
): readonly TracedTouch[] {
  const context = contextOf(history, rules, now);
  return tracePromises(history, context).map(
    (trace): TracedTouch => ({ touch: trace.touch, planVersionId: context.plan.version, ...stateOf(trace) }),
  );
}

function stateOf(trace: PromiseTrace): Omit<TracedTouch, 'touch' | 'planVersionId'> {
  const { reasons, window } = trace.touch;
  switch (trace.kind) {
    case 'open':
      return { state: 'due', settledAt: undefined, by: undefined, reasons };
    case 'done':
      return { state: 'done', settledAt: trace.by.at, by: trace.by.fact, reasons };
    case 'missed':
      return { state: 'missed', settledAt: window.deadline, by: undefined, reasons: [trace.reason] };
    case 'stopped':
      return { state: 'cancelled', settledAt: trace.at, by: undefined, reasons: [trace.reason] };
  }
}
