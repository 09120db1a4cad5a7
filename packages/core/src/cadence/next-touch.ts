import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { type OpportunityHistory, opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { dueTouches, touchOf } from './due-touches.ts';
import { episodeOf } from './episode.ts';
import { NEXT_TOUCH_CODES, type NextTouches, nextTouches } from './next-touches.ts';
import { touchId } from './planned-touch.ts';
import type { Touch } from './touch.ts';
import { ASKED_ALONE, encodeTouches, type TouchColumns, touchColumns } from './touch-columns.ts';
import { touchWindow } from './touch-window.ts';

/**
 * The first touch that the plan asks of a person: overdue, due or yet to come. For many opportunities at once there is
 * `nextTouches`.
 *
 * @example
 * const next = nextTouch(foldAll(opportunityHistory, [logged], history), context);
 */
export function nextTouch(history: OpportunityHistory, context: Context): Touch | undefined {
  const { columns, outcome } = deskOf(context);
  encodeTouches(columns, 0, history);
  if (columns.trigger[0] === ASKED_ALONE) {
    columns.alone.clear();
    return dueTouches(history, context).find((touch) => touch.who !== 'automation');
  }
  const { step: places, codes, steps } = nextTouches(columns, context.now, outcome);
  const { plan, calendar } = context;
  const name = steps[places[0] as number];
  const step = name && plan.steps.get(name);
  const episode = episodeOf(history, plan);
  const { opportunityId, ownerId } = history;
  if (step === undefined || episode === undefined || opportunityId === undefined) return undefined;
  const window = touchWindow(step, 0, episode.since, calendar);
  if (window === undefined) throw new Error(`nextTouch: step ${step.id} has no window`);
  const id = touchId(opportunityId, step.id, episode.since.toString(36), 0);
  const runs = ((codes[0] as number) & NEXT_TOUCH_CODES.clockRunning) !== 0;
  return touchOf({ id, round: 0, window }, step, runs, episode, opportunityId, ownerId, context);
}

/** Columns of one row, to decide about one opportunity after the other. */
interface Desk {
  readonly columns: TouchColumns;
  readonly outcome: NextTouches;
}

const DESKS = new WeakMap<CompiledPlan, WeakMap<StoreCalendar, Desk>>();

function deskOf({ plan, calendar }: Context): Desk {
  const ofPlan = DESKS.get(plan) ?? new WeakMap<StoreCalendar, Desk>();
  const known = ofPlan.get(calendar);
  if (known !== undefined) return known;
  const columns = touchColumns([opportunityHistory.empty], { plan, calendar });
  const desk = { columns, outcome: nextTouches(columns, calendar.from) };
  DESKS.set(plan, ofPlan.set(calendar, desk));
  return desk;
}
