import type { DocumentedDay } from '../workday/capacity-from.ts';
import type { Measures } from './measures.ts';

/**
 * A person's counted day as documented work. A call that no record shows counts nowhere.
 *
 * @returns undefined for a day that says nothing about what fits into one: nothing was logged on it, or records of its
 * calls have not arrived yet, or the phone system was out
 *
 * @example
 * const capacity = capacityFrom(rows.flatMap(({ measures }) => documentedDay(measures) ?? []), floor);
 */
export function documentedDay(measures: Measures): DocumentedDay | undefined {
  const { activities, claims, documented, pending, outage } = measures;
  if (activities <= 0 || pending > 0 || outage > 0) return undefined;
  return { calls: documented, other: Math.max(0, activities - claims) };
}
