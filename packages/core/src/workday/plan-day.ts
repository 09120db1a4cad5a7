import type { Touch } from '../cadence/touch.ts';
import { addOpenDays } from '../calendar/open-time.ts';
import { dayOf, startOfDay } from '../calendar/wall-time.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import { addDays } from '../spine/day.ts';
import type { Capacity } from './capacity.ts';
import { giveToPeople } from './give-to-people.ts';
import { type HumanTask, humanTask, touchReason } from './human-task.ts';
import type { Placement } from './placement.ts';

/** What a day is planned in: the verdict of contact law on each touch cannot be forgotten. */
export interface DayContext extends Context {
  readonly verdictOf: (touch: Touch) => ContactVerdict;
}

/**
 * Places every touch on the store's day of `now`, each exactly once.
 *
 * Clocks and promises come first, then the best chance to close, which age decides. A list ends at what its person gets
 * done in a day. What is over goes to agents of the BDC who have room beside their own work; what is urgent or fresh
 * and finds none there, to a manager who has; the rest to the next open day. Promises are not bounded: the person who
 * gave them keeps them, also when they alone fill more than the day. What contact law forbids today is blocked; what
 * it allows later today stays on the list.
 *
 * The answer depends on the arguments only, not on their order: people's lists come person by person (by id) in rank,
 * then all other placements by touch id.
 *
 * @param due - touches of any number of opportunities, each once
 * @param people - of one store, with the part of their day that is still to plan
 *
 * @example
 * const placements = planDay(dueToday, people, { plan, calendar, now, verdictOf });
 */
export function planDay(due: readonly Touch[], people: readonly Capacity[], context: DayContext): readonly Placement[] {
  const { calendar, now, verdictOf } = context;
  const today = dayOf(calendar, now);
  const tomorrow = startOfDay(calendar, addDays(today, 1));
  const others: Placement[] = [];
  const tasks: HumanTask[] = [];

  for (const touch of due) {
    const verdict = verdictOf(touch);
    if (touch.window.from >= tomorrow) {
      const to = dayOf(calendar, touch.window.from);
      others.push({
        kind: 'deferred',
        touch,
        to,
        reasons: [touchReason('workday.notYet', touch, context, { day: to })],
      });
    } else if (verdict.kind === 'never' || (verdict.kind === 'notNow' && verdict.next >= tomorrow)) {
      others.push({ kind: 'blocked', touch, verdict, reasons: verdict.reasons });
    } else if (touch.who === 'automation') {
      others.push({ kind: 'automated', touch, reasons: [touchReason('workday.automated', touch, context)] });
    } else if (verdict.kind === 'notNow') {
      const wait = [touchReason('workday.lawfulFrom', touch, context, { from: verdict.next }), ...verdict.reasons];
      tasks.push(humanTask(touch, wait, context));
    } else {
      tasks.push(humanTask(touch, [], context));
    }
  }

  const { lists, left } = giveToPeople(tasks, people, context);
  if (left.length > 0) {
    const to = addOpenDays(calendar, today, 1);
    for (const { touch } of left) {
      others.push({
        kind: 'deferred',
        touch,
        to,
        reasons: [touchReason('workday.noRoom', touch, context, { day: to })],
      });
    }
  }
  return [...lists, ...others.sort((a, b) => compareText(a.touch.id, b.touch.id))];
}
