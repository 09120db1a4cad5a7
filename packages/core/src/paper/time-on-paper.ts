import { openingOf } from '../calendar/open-time.ts';
import { dayOf, instantAt, startOfDay } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { addDays, type Day } from '../spine/day.ts';
import { type Instant, instant, plus } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { ok, type Result } from '../spine/result.ts';
import type { PaperCode } from './reason-texts.ts';

/** How paper is keyed in. Two weeks hold a holiday of whoever does it; what comes later nobody remembers. */
export const PAPER_RULES = { keyedInWithinDays: 14 } as const;

/** What stands on a sheet of when something was done. */
export interface NotedTime {
  readonly day: Day;
  /** Minutes since midnight by the store's clock, from 0 to 1439; absent: the day alone was noted. */
  readonly minutes?: number;
}

/** When something was done, as far as paper tells. */
export interface PaperTime {
  /** The time noted; of a day alone its closing, which flatters nobody, or just before what it belonged to ended. */
  readonly at: Instant;
  /** The part of the day in which it was done, where the day alone was noted; both ends included. */
  readonly doneFrom?: Instant;
  readonly doneUntil?: Instant;
}

/** From when to when a task was asked for. */
export interface AskedFor {
  /** When it arose: its trigger. */
  readonly since: Instant;
  /** When what it belonged to ended (a sale, a loss, another lead); absent: it lasts. */
  readonly endedAt?: Instant;
}

/**
 * Reads when something was done off a day sheet, for keying it in later. What was noted with its time counts as of that
 * time; what was noted with the day alone was done some time of that day, after the task arose. Of a day on which a sale ended
 * what the task belonged to it counts as done before: nobody does a task that is asked for no longer.
 *
 * @param task - when the task arose, and when what it belonged to ended
 *
 * @example
 * const time = timeOnPaper({ day: day('2026-11-20') }, { since: touch.since }, context);
 * if (!time.ok) show(time.refusals);
 */
export function timeOnPaper(
  { day, minutes }: NotedTime,
  { since, endedAt }: AskedFor,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): Result<PaperTime, PaperCode> {
  const today = dayOf(calendar, now);
  if (day > today) return refused(reason('paper.future', { now }));
  const days = PAPER_RULES.keyedInWithinDays;
  const earliest = addDays(today, -days);
  if (day < earliest) return refused(reason('paper.tooLate', { days, earliest }));
  if (minutes !== undefined) {
    const at = instantAt(calendar, day, minutes);
    if (at > now) return refused(reason('paper.future', { now }));
    // Paper knows no seconds: a lead of 10:00:20 that was called at "10:00" was called after it came.
    if (plus(at, MINUTE_END) < since) return refused(reason('paper.beforeTask', { since }));
    return ok({ at: instant(Math.max(at, since)) });
  }
  const endOfDay = plus(startOfDay(calendar, addDays(day, 1)), -1);
  if (endOfDay < since) return refused(reason('paper.beforeTask', { since }));
  const doneFrom = instant(Math.max(startOfDay(calendar, day), since));
  const doneUntil = instant(Math.min(endOfDay, now));
  const closing = openingOf(calendar, day).at(-1)?.until ?? doneUntil;
  // What ended before that day had ended when it was done: nothing is made of it.
  const last = endedAt !== undefined && endedAt > doneFrom ? Math.min(doneUntil, endedAt - 1) : doneUntil;
  return ok({ at: instant(Math.min(Math.max(closing, doneFrom), last)), doneFrom, doneUntil });
}

const MINUTE_END = 59_999;

function refused(why: Reason<PaperCode>): Result<never, PaperCode> {
  return { ok: false, refusals: [why] };
}
