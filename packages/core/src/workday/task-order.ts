import { type Touch, URGENCIES } from '../cadence/touch.ts';
import { compareText } from '../spine/compare-text.ts';

/** What decides where a task stands on its person's list. */
export interface RankedTask {
  readonly touch: Pick<Touch, 'id' | 'urgency' | 'window'>;
  readonly expectedValue: number;
}

/**
 * The order of a person's list: a waiting lead before all else, then promises, then the best expected value; earlier
 * deadline, earlier best time, and ids last, so that the order is never left open. `planDay` ranks by it.
 *
 * @example
 * const list = placements.filter(({ kind }) => kind === 'listed').toSorted(compareTasks);
 */
export function compareTasks(a: RankedTask, b: RankedTask): number {
  return (
    URGENCIES.indexOf(a.touch.urgency) - URGENCIES.indexOf(b.touch.urgency) ||
    b.expectedValue - a.expectedValue ||
    a.touch.window.deadline - b.touch.window.deadline ||
    a.touch.window.best - b.touch.window.best ||
    compareText(a.touch.id, b.touch.id)
  );
}
