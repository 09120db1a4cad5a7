import type { Disposition, Failure, TaskView, WorkPlanResult } from '@beback/client';
import type { Refusal } from '../staff/refusal.ts';
import type { Agreed } from './agreement.ts';

/** Something that was logged here and that the list from the server does not show yet. */
export interface Entry {
  readonly task: TaskView;
  /** The client key: the same for every try. */
  readonly key: string;
  readonly disposition: Disposition;
  readonly note: string;
  /** What was agreed with the customer by the way. */
  readonly agreed?: Agreed;
  /** When it was logged, by the server's clock: it may be sent much later. */
  readonly at: number;
  readonly state: EntryState;
}

/**
 * - `sending`: under way;
 * - `taken`: the server has it, the list is being fetched;
 * - `unsent`: the way was blocked: it can be tried again under the same key;
 * - `refused`: the server will not take it.
 */
export type EntryState =
  | { readonly kind: 'sending' | 'taken' }
  | { readonly kind: 'unsent'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** What the widget shows of a day. */
export interface DayView {
  /** The one next card. */
  readonly current: TaskView | undefined;
  /** What comes after it, in the server's order. */
  readonly next: readonly TaskView[];
  readonly done: number;
  readonly left: number;
  /** The pinned task is not to be done any more, though its card is in somebody's hands. */
  readonly settledElsewhere: boolean;
}

export interface Pin {
  readonly task: TaskView;
  /** Somebody has dialled, or begun to answer on the card: it may not be swapped under the finger. */
  readonly engaged: boolean;
}

/**
 * The day as it is to be shown: the server's list, what was logged here meanwhile taken out, the pinned card kept in
 * its place. A refused entry counts as not logged: its task is back on the list.
 */
export function viewDay(plan: WorkPlanResult['workPlan'], entries: readonly Entry[], pin: Pin | undefined): DayView {
  const logged = new Set(entries.filter((entry) => entry.state.kind !== 'refused').map((entry) => entry.task.id));
  const open = plan.tasks.filter((task) => task.state === 'due' && !logged.has(task.id));
  const ahead = plan.tasks.filter((task) => task.state === 'due' && logged.has(task.id)).length;
  const pinned = pin && open.find((task) => task.id === pin.task.id);
  const settledElsewhere = pin?.engaged === true && pinned === undefined && !logged.has(pin.task.id);
  const current = settledElsewhere ? pin.task : (pinned ?? open[0]);
  return {
    current,
    next: open.filter((task) => task !== current),
    done: plan.done + ahead,
    left: Math.max(0, plan.left - ahead),
    settledElsewhere,
  };
}

/** The entries that still matter beside a newly fetched list: what the server took and shows is settled. */
export function unsettled(plan: WorkPlanResult['workPlan'], entries: readonly Entry[]): readonly Entry[] {
  const due = new Set(plan.tasks.filter((task) => task.state === 'due').map((task) => task.id));
  return entries.filter((entry) => entry.state.kind !== 'taken' || due.has(entry.task.id));
}
