import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { clearNext, decideNextTouch, type NextRows } from './decide-next-touch.ts';
import { nextTouch } from './next-touch.ts';
import type { StepColumns } from './step-columns.ts';
import type { TouchColumns } from './touch-columns.ts';
import { ASKED_ALONE, NOTHING_ASKED } from './touch-state.ts';

/** The next touch of each opportunity, at its place in the columns. */
export interface NextTouches extends NextRows {
  /** Every step of the plan: the places of {@link NextRows.step} are meant. */
  readonly steps: readonly Id<'Step'>[];
}

/**
 * The first touch that the plan asks of a person, of many opportunities at once: what `nextTouch` says of each.
 *
 * @param columns - of one store, made by `touchColumns`
 * @param into - the outcome of an earlier call with as many opportunities, to be overwritten; absent: made anew
 *
 * @example
 * const next = nextTouches(touchColumns(histories, { plan, calendar }), now);
 * const late = histories.filter((_, i) => (next.deadline[i] ?? now) < now);
 */
export function nextTouches(columns: TouchColumns, now: Instant, into?: NextTouches): NextTouches {
  const { rules, rows, count } = columns;
  const { table, byTrigger } = rules;
  const out = into ?? emptyOutcome(columns);
  for (let i = 0; i < count; i++) {
    const trigger = rows.trigger[i] as number;
    if (trigger === NOTHING_ASKED) clearNext(out, i);
    else if (trigger === ASKED_ALONE) decideAlone(columns, i, now, out);
    else decideNextTouch(rows, i, byTrigger[trigger] as StepColumns, table, now, out);
  }
  return out;
}

function decideAlone({ alone }: TouchColumns, i: number, now: Instant, out: NextTouches): void {
  const state = alone.get(i);
  const next = state && nextTouch(state, now);
  if (next === undefined) {
    clearNext(out, i);
    return;
  }
  out.from[i] = next.from;
  out.deadline[i] = next.deadline;
  out.step[i] = out.steps.indexOf(next.step);
  out.codes[i] = next.codes;
}

function emptyOutcome({ count, rules }: TouchColumns): NextTouches {
  return {
    from: new Float64Array(count),
    deadline: new Float64Array(count),
    step: new Int16Array(count),
    codes: new Uint8Array(count),
    steps: rules.byTrigger.flatMap(({ steps }) => steps.map(({ id }) => id)),
  };
}
