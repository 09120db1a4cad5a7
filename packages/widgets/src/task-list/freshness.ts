import type { ServerClock, WorkPlanResult } from '@beback/client';
import { calendarDay } from '../format/time.ts';

/** How often a list is asked for anew while nothing tells of changes, in the page's own milliseconds. */
export const POLL_MILLISECONDS = 60_000;

/** How often a page that counts minutes should look again, in its own milliseconds. */
export function tickMilliseconds(clock: ServerClock | undefined): number {
  return Math.min(15_000, Math.max(1_000, 15_000 / Math.max(clock?.rate ?? 1, 0.001)));
}

/**
 * Whether time alone has made a list untrue: a task may be done by now or no longer, its time has come, or the day is
 * over. No event tells of it, and only the server's verdict counts.
 *
 * @param since - when the list was fetched; both in epoch milliseconds of the server's clock
 */
export function isOutlived({ day, zone, tasks }: WorkPlanResult['workPlan'], since: number, now: number): boolean {
  if (calendarDay(now, zone) > day) return true;
  return tasks.some(({ from, lawfulUntil, nextLawful }) =>
    [from, lawfulUntil, nextLawful].some((at) => at !== null && since < Date.parse(at) && Date.parse(at) <= now),
  );
}
