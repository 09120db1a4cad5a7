import type { Touch } from '../cadence/touch.ts';
import { addOpenDays } from '../calendar/open-time.ts';
import { dayOf, startOfDay } from '../calendar/wall-time.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import { addDays } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
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
 * Promises and running clocks stand on their owner's list whatever room there is. Whoever is away is covered, what is
 * urgent first: by the least loaded of the same department who has room, by the BDC, by a manager; what is urgent at the
 * last by the least loaded of all. A call that is best made while the floor is busy is an agent's of the BDC, as far as they
 * have room. Then each list fills with its person's own touches by the best chance to close, up to what
 * that person gets done in a day, with room kept for the leads that are still expected. What is over goes to agents of
 * the BDC who have room beside their own work; what is fresh and finds none there, to a manager who has; an older one is
 * left to a message of the server to the same customer where one is to come; the rest waits for the next open day. What contact
 * law forbids today is blocked; what it allows later today stays on the list.
 *
 * The answer depends on the arguments only, not on their order: people's lists come person by person (by id) in rank,
 * then all other placements by touch id.
 *
 * @param due - touches of any number of opportunities, each once; those of coming days tell what automation is to come
 * @param people - of one store
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
  const serving = new Map<Id<'Opportunity'>, Touch>();

  for (const touch of due) {
    const verdict = verdictOf(touch);
    if (touch.who === 'automation' && verdict.kind !== 'never' && touch.window.deadline > now)
      keepEarliest(serving, touch);
    if (touch.window.from >= tomorrow) {
      const to = dayOf(calendar, touch.window.from);
      others.push({
        kind: 'deferred',
        touch,
        to,
        reasons: [touchReason('workday.notYet', touch, context, { day: to })],
      });
    } else if (!isLawfulToday(verdict, context)) {
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

  const { lists, automated, left } = giveToPeople(tasks, people, serving, context);
  others.push(...automated);
  if (left.length > 0) {
    const to = addOpenDays(calendar, today, 1);
    for (const [{ touch }, code] of left) {
      others.push({ kind: 'deferred', touch, to, reasons: [touchReason(code, touch, context, { day: to })] });
    }
  }
  return [...lists, ...others.sort((a, b) => compareText(a.touch.id, b.touch.id))];
}

/**
 * Whether contact law lets something be done on the day of `now`, at once or later.
 *
 * @example
 * const blocked = touches.filter((touch) => !isLawfulToday(verdictOf(touch), context));
 */
export function isLawfulToday(verdict: ContactVerdict, { calendar, now }: Pick<Context, 'calendar' | 'now'>): boolean {
  if (verdict.kind !== 'notNow') return verdict.kind === 'allowed';
  return verdict.next < startOfDay(calendar, addDays(dayOf(calendar, now), 1));
}

function keepEarliest(serving: Map<Id<'Opportunity'>, Touch>, touch: Touch): void {
  const known = serving.get(touch.opportunityId);
  const difference = known === undefined ? -1 : touch.window.from - known.window.from;
  if (known === undefined || difference < 0 || (difference === 0 && touch.id < known.id)) {
    serving.set(touch.opportunityId, touch);
  }
}
