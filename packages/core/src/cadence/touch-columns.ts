import type { StoreCalendar } from '../calendar/store-calendar.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { type TouchRules, touchRules } from './touch-rules.ts';
import { ASKED_ALONE, type TouchState, touchState } from './touch-state.ts';

/**
 * The states of a store's opportunities as columns, for `nextTouches`: each stands at its place in all of them. Made by
 * `touchColumns`; an opportunity to which something happens is encoded again by `encodeTouches`.
 */
export interface TouchColumns {
  readonly count: number;
  readonly rules: TouchRules;
  readonly rows: TouchRows;
  /** Opportunities that no row can hold, by their place. */
  readonly alone: Map<number, TouchState>;
}

/** What of a {@link TouchState} the decision reads, a typed array for each part. */
export interface TouchRows {
  readonly trigger: Uint8Array;
  readonly flags: Uint8Array;
  /** When the store was open first, from the trigger on: instant, day of the calendar, open span. */
  readonly begin: Float64Array;
  readonly beginDay: Int32Array;
  readonly beginSpan: Int32Array;
  readonly settled: Int32Array;
  /** `stopKinds` for each opportunity; meaningless where nothing stopped any step. */
  readonly stops: Float64Array;
  readonly stopKinds: number;
}

/**
 * Encodes opportunities of one store, once for many calls of `nextTouches`: the `touchState` of each.
 *
 * @param histories - the i-th stands at place i of all columns
 * @param context - the plan that they are under, and the store's calendar, which must hold every trigger
 *
 * @example
 * const columns = touchColumns(histories, { plan, calendar });
 */
export function touchColumns(
  histories: readonly OpportunityHistory[],
  context: { readonly plan: CompiledPlan; readonly calendar: StoreCalendar },
): TouchColumns {
  const rules = touchRules(context);
  const count = histories.length;
  const stopKinds = Math.max(1, ...rules.byTrigger.map(({ stopClasses }) => stopClasses.length));
  const columns = { count, rules, rows: emptyRows(count, stopKinds), alone: new Map() };
  for (const [i, history] of histories.entries()) encodeTouches(columns, i, history);
  return columns;
}

/**
 * Encodes one opportunity anew, after something happened to it.
 *
 * @example
 * encodeTouches(columns, i, foldAll(opportunityHistory, [logged], histories[i]));
 */
export function encodeTouches({ rules, rows, alone }: TouchColumns, i: number, history: OpportunityHistory): void {
  const state = touchState(history, rules);
  if (state.trigger === ASKED_ALONE) alone.set(i, state);
  else if (alone.size > 0) alone.delete(i);
  layState(rows, i, state);
}

export function emptyRows(count: number, stopKinds: number): TouchRows {
  return {
    trigger: new Uint8Array(count),
    flags: new Uint8Array(count),
    begin: new Float64Array(count),
    beginDay: new Int32Array(count),
    beginSpan: new Int32Array(count),
    settled: new Int32Array(count),
    stops: new Float64Array(count * stopKinds),
    stopKinds,
  };
}

/** Lays a state into a row. */
export function layState(rows: TouchRows, i: number, state: TouchState): void {
  const { beginSpan, stops } = state;
  rows.trigger[i] = state.trigger;
  rows.flags[i] = state.flags;
  rows.begin[i] = (state.rules.table.spanOpens[beginSpan] as number) + state.intoSpan;
  rows.beginDay[i] = state.beginDay;
  rows.beginSpan[i] = beginSpan;
  rows.settled[i] = state.settled;
  const row = i * rows.stopKinds;
  for (let k = 0; k < stops.length; k++) rows.stops[row + k] = stops[k] as number;
}
