import type { Touch } from '../cadence/touch.ts';
import { dayOf, startOfDay } from '../calendar/wall-time.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Context } from '../plan/context.ts';
import { compareText } from '../spine/compare-text.ts';
import { addDays } from '../spine/day.ts';
import type { Capacity } from './capacity.ts';
import { explainPlace } from './explain-place.ts';
import { placeWork } from './place-work.ts';
import type { Placement } from './placement.ts';
import { judgeWork, workColumns } from './work-columns.ts';

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
  const columns = workColumns(due, context);
  judgeWork(columns, context.verdictOf);
  const placed = placeWork(columns, people, context.now);
  const others = due.flatMap((_, i) => (placed.rank[i] === 0 ? [explainPlace(placed, i)] : []));
  return [
    ...placed.lists.flatMap((list) => list.map((i) => explainPlace(placed, i))),
    ...others.sort((a, b) => compareText(a.touch.id, b.touch.id)),
  ];
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
