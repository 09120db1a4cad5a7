import type { Touch } from '../cadence/touch.ts';
import { dayOf, startOfDay } from '../calendar/wall-time.ts';
import { addDays, type Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Capacity } from './capacity.ts';
import type { PlacementKind } from './placement.ts';
import { type DayContext, isLawfulToday } from './plan-day.ts';

/** Where a touch stands since it was placed. */
export interface StandingPlace {
  readonly kind: PlacementKind;
  /** On whose list; absent: on nobody's. */
  readonly to?: Id<'Member'>;
  /** The store's day that it was placed on. */
  readonly day: Day;
}

/**
 * Whether a touch stays where it was placed on this day: nothing jumps about on people's lists while they work them.
 *
 * It is placed anew on another day, when contact law has come to forbid or to allow it, when its person is no longer
 * there or another one owns the customer, and when it has become urgent and does not stand on its owner's list. Room
 * that comes free moves nothing before the next opening.
 *
 * @param touch - as it is now
 *
 * @example
 * const anew = due.filter((touch) => !keepsPlace(touch, standingOf(touch), people, context));
 * const placements = planDay(anew, people, context);
 */
export function keepsPlace(
  touch: Touch,
  standing: StandingPlace | undefined,
  people: readonly Capacity[],
  context: DayContext,
): boolean {
  const { calendar, now, verdictOf } = context;
  const today = dayOf(calendar, now);
  if (standing?.day !== today || touch.who === 'automation') return false;
  const tomorrow = startOfDay(calendar, addDays(today, 1));
  if (touch.window.from >= tomorrow || !isLawfulToday(verdictOf(touch), context)) return false;
  const { kind, to } = standing;
  const isThere = (member: Id<'Member'> | undefined) =>
    people.some(({ memberId, present }) => memberId === member && present);
  switch (kind) {
    case 'listed':
      return isThere(to) && (touch.who !== 'owner' || to === touch.ownerId);
    case 'handedOver':
      // What is urgent goes back to its owner.
      return isThere(to) && to !== touch.ownerId && (touch.urgency === 'routine' || !isThere(touch.ownerId));
    case 'automated':
    case 'deferred':
      return touch.urgency === 'routine';
    case 'blocked':
      return false;
  }
}
