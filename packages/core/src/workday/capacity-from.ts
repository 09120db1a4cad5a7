import type { DailyCapacity } from '../plan/follow-up-plan.ts';

/** What somebody got done on one day of work, as far as it can be shown. */
export interface DocumentedDay {
  /** Calls that a record documents. */
  readonly calls: number;
  /** Logged work of which no phone system keeps a record: texts, e-mails, letters. */
  readonly other: number;
}

/** Fewer days of work say nothing about a person: then the plan's figure stands. Ours. */
export const LEAST_WORK_DAYS = 5;

/** Nobody's day shrinks below this share of the plan's figure: a slow week must not talk a person down. */
const LEAST_TENTHS = 8;

/**
 * What a person really gets done in a day, from the documented work of late: the upper quartile of the days, because a
 * day with little to do shows nothing of what fits into one.
 *
 * Never below 80 % of the floor. Above it only by calls that records document: other work fills a day up to the floor
 * and no further, and a call without a record counts nowhere.
 *
 * @param days - days of work only, in any order; about the last four weeks
 * @param floor - what the plan says of the person's department
 *
 * @example
 * const ann: Capacity = { ...person, ...capacityFrom(documentedDays, defaultCapacity('sales', plan)) };
 */
export function capacityFrom(days: readonly DocumentedDay[], floor: DailyCapacity): DailyCapacity {
  if (days.length < LEAST_WORK_DAYS) return { tasks: floor.tasks, calls: floor.calls };
  const calls = Math.max(leastOf(floor.calls), upperQuartile(days.map((day) => day.calls)));
  const filled = days.map((day) => Math.max(day.calls, Math.min(day.calls + day.other, floor.tasks)));
  return { tasks: Math.max(leastOf(floor.tasks), upperQuartile(filled), calls), calls };
}

function leastOf(figure: number): number {
  return Math.ceil((figure * LEAST_TENTHS) / 10);
}

/** The least value that three quarters of the values do not exceed. */
function upperQuartile(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * 3) / 4) - 1] ?? 0;
}
