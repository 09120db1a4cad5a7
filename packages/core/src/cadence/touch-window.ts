import { addOpenTime, nextOpen, type OpenDay, openDayFrom, openMillisecondsBetween } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf, localMinutes, wallInstant } from '../calendar/wall-time.ts';
import { BEFORE_CLOSING } from '../contact/callable-spans.ts';
import type { PlanStep, StepTiming } from '../plan/follow-up-plan.ts';
import { type Instant, MINUTE, plus } from '../spine/instant.ts';
import type { TouchWindow } from './touch.ts';

/**
 * When the `round`-th coming round of a step (0: the first) may be done, is best done and is late, as far as plan and
 * opening hours say; `withBestTimes` adds what the customer and the law do.
 *
 * @param since - the trigger; the calendar must hold it
 * @returns undefined while the calendar does not reach so far
 */
export function touchWindow(
  step: PlanStep,
  round: number,
  since: Instant,
  calendar: StoreCalendar,
): TouchWindow | undefined {
  const { due } = step;
  switch (due.unit) {
    case 'minutes': {
      const from = plus(since, due.after * MINUTE);
      return { from, best: from, deadline: plus(from, due.within * MINUTE) };
    }
    case 'openMinutes': {
      const until = (due.after + due.within) * MINUTE;
      if (openLeft(calendar, since) < until) return undefined;
      const from = nextOpen(calendar, addOpenTime(calendar, since, due.after * MINUTE));
      return { from, best: from, deadline: addOpenTime(calendar, since, until) };
    }
    case 'days':
      return dayWindow(due, round * (step.everyDays ?? 0), since, calendar);
    // What counts from an appointment has its window by `appointmentWindow`.
    case 'appointmentMinutes':
    case 'appointmentDays':
      return undefined;
  }
}

type DayTiming = Extract<StepTiming, { unit: 'days' }>;

function dayWindow(
  due: DayTiming,
  laterDays: number,
  since: Instant,
  calendar: StoreCalendar,
): TouchWindow | undefined {
  if (openLeft(calendar, since) === 0) return undefined;
  // What comes in at night or on a closed day begins when the store next opens, so that day 1 follows day 0.
  const begin = nextOpen(calendar, since);
  const first = openDayFrom(calendar, dayNumberOf(calendar, begin) + due.after + laterDays);
  const last = first && openDayFrom(calendar, first.number + due.within);
  if (first === undefined || last === undefined) return undefined;
  const from = Math.max(first.opens, begin) as Instant;
  return { from, best: bestOn(first, from, due.at, since, calendar), deadline: last.closes };
}

/** When on a day something is best done that counts from `since`. */
export function bestOn(
  day: OpenDay,
  from: Instant,
  at: DayTiming['at'],
  since: Instant,
  calendar: StoreCalendar,
): Instant {
  if (at === 'opening') return from;
  const sameHour = wallInstant(calendar, day.number, localMinutes(calendar, since));
  const latest = day.closes - BEFORE_CLOSING;
  // A break of the store may hold that hour: then its end serves.
  return nextOpen(calendar, Math.max(from, Math.min(sameHour, latest)) as Instant);
}

/** Open milliseconds that the calendar knows from an instant on. */
export function openLeft(calendar: StoreCalendar, from: Instant): number {
  return from < calendar.until ? openMillisecondsBetween(calendar, from, calendar.until) : 0;
}
