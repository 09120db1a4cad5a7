import { type Instant, instant, type MeasureRow } from '@beback/core';
import { type CountedStep, countedOf, recountStep, type StepPlace } from '../measures/count-steps.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { PlannedTouches } from './plan-touches.ts';
import type { StoredTouch } from './stored-touch.ts';

export interface TouchCounts {
  /** By touch id: what the roll-up holds of it from now on. */
  readonly counts: ReadonlyMap<string, CountedStep | null>;
  /** What that changes about days. */
  readonly rows: readonly MeasureRow[];
}

/**
 * Counts the touches that a plan writes: what passed its deadline, was done, or is asked for no longer. A touch that
 * was settled before and stays so is left alone: its count may know of proof, which is none of the plan's business.
 */
export function countTouches(
  stored: readonly StoredTouch[],
  { asked, settled }: PlannedTouches,
  place: StepPlace,
  rules: StoreRules,
  now: Instant,
): TouchCounts {
  const known = new Map(stored.map((touch) => [touch.id, touch]));
  const counts = new Map<string, CountedStep | null>();
  const rows: MeasureRow[] = [];
  const count = (id: string, channel: StoredTouch['channel'], after: CountedStep | null): void => {
    counts.set(id, after);
    rows.push(...recountStep(channel, known.get(id)?.counted ?? null, after, place));
  };
  for (const { touch, place } of asked) {
    const { channel, who } = touch;
    const memberId = place.memberId ?? null;
    const step = { channel, who, memberId, deadline: touch.window.deadline, doneAt: undefined, cancelled: false };
    count(touch.id, channel, countedOf(step, rules, now));
  }
  for (const { id, state, at } of settled) {
    const touch = known.get(id);
    if (touch === undefined) continue;
    const step = {
      ...touch,
      deadline: instant(touch.deadline.getTime()),
      doneAt: state === 'done' ? at : undefined,
      cancelled: state === 'cancelled',
    };
    count(id, touch.channel, countedOf(step, rules, now));
  }
  return { counts, rows };
}
