import { addOpenTime, nextOpen, openDayFrom, openDayUntil } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { AppointmentTiming } from '../plan/describe-appointment-timing.ts';
import type { PlanStep } from '../plan/follow-up-plan.ts';
import { type Instant, instant, MINUTE, plus } from '../spine/instant.ts';
import type { TouchWindow } from './touch.ts';
import { bestOn, openLeft } from './touch-window.ts';

/**
 * When a step that counts from an appointment may be done, is best done and is late. What stands before the appointment
 * ends with it.
 *
 * @returns undefined for what would have begun before the appointment was set, for what no open time is left for before
 * it, and while the calendar does not reach so far
 */
export function appointmentWindow(
  { due, who }: PlanStep,
  { since, startsAt }: { readonly since: Instant; readonly startsAt: Instant },
  calendar: StoreCalendar,
): TouchWindow | undefined {
  if (due.unit !== 'appointmentMinutes' && due.unit !== 'appointmentDays') return undefined;
  if (startsAt < calendar.from || startsAt >= calendar.until) return undefined;
  const window =
    due.unit === 'appointmentDays'
      ? daysWindow(due, startsAt, calendar)
      : minutesWindow(due, who !== 'automation', startsAt, calendar);
  if (window === undefined || window.from < since) return undefined;
  if (!isBeforeAppointment(due)) return window;
  const deadline = instant(Math.min(window.deadline, startsAt));
  const best = window.best < deadline ? window.best : window.from;
  return window.from < deadline ? { from: window.from, best, deadline } : undefined;
}

/** Whether a step is about an appointment that is still to come. */
export function isBeforeAppointment({ unit, after }: PlanStep['due']): boolean {
  return unit === 'appointmentDays' ? after <= 0 : unit === 'appointmentMinutes' && after < 0;
}

function minutesWindow(
  { after, within }: Extract<AppointmentTiming, { unit: 'appointmentMinutes' }>,
  byPeople: boolean,
  startsAt: Instant,
  calendar: StoreCalendar,
): TouchWindow | undefined {
  const begins = plus(startsAt, after * MINUTE);
  if (!byPeople) return { from: begins, best: begins, deadline: plus(begins, within * MINUTE) };
  if (begins < calendar.from || openLeft(calendar, begins) < within * MINUTE) return undefined;
  const from = nextOpen(calendar, begins);
  return { from, best: from, deadline: addOpenTime(calendar, from, within * MINUTE) };
}

function daysWindow(
  due: Extract<AppointmentTiming, { unit: 'appointmentDays' }>,
  startsAt: Instant,
  calendar: StoreCalendar,
): TouchWindow | undefined {
  const number = dayNumberOf(calendar, startsAt) + due.after;
  if (number > calendar.lastDay) return undefined;
  // A closed day's step stands on its neighbour away from the appointment.
  const first = isBeforeAppointment(due) ? openDayUntil(calendar, number) : openDayFrom(calendar, number);
  const last = first && openDayFrom(calendar, first.number + due.within);
  if (first === undefined || last === undefined) return undefined;
  return { from: first.opens, best: bestOn(first, first.opens, due.at, startsAt, calendar), deadline: last.closes };
}
