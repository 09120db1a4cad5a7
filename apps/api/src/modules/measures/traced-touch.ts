import { type Id, type Instant, type NonEmpty, type Reason, reason, type Touch, type TouchTrace } from '@beback/core';
import type { TouchState } from '../cadence/touch-row.ts';

/** A touch of one of an opportunity's action plans, ended or running, and what became of it. */
export interface TracedTouch {
  readonly touch: Touch;
  /** Under which it arose. */
  readonly planVersionId: Id<'PlanVersion'>;
  readonly state: TouchState;
  readonly settledAt: Instant | undefined;
  /** The act that settled it. */
  readonly by: Id<'Fact'> | undefined;
  readonly reasons: NonEmpty<Reason>;
}

/**
 * What a trace says of a touch. `until`: its plan was over then, and another one began; undefined: it runs to this day.
 */
export function stateOf(
  trace: TouchTrace,
  touch: Touch,
  until: Instant | undefined,
): Omit<TracedTouch, 'touch' | 'planVersionId'> {
  const open = { settledAt: undefined, by: undefined, reasons: touch.reasons };
  const { deadline } = trace.window;
  switch (trace.kind) {
    case 'done':
      return { ...open, state: 'done', settledAt: trace.by.at, by: trace.by.fact };
    case 'missed':
      return { ...open, state: 'missed', settledAt: deadline, reasons: [trace.reason] };
    case 'stopped':
    case 'merged':
    case 'impossible':
      return { ...open, state: 'cancelled', settledAt: until, reasons: [trace.reason] };
    case 'open':
      if (until === undefined) return { ...open, state: 'due' };
      return deadline > until
        ? { ...open, state: 'cancelled', settledAt: until }
        : { ...open, state: 'missed', settledAt: until, reasons: [reason('cadence.missed', { deadline })] };
  }
}
