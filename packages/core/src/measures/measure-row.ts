import type { Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import { type Measures, sumMeasures } from './measures.ts';

/** What one person, or nobody in particular, did in one department of one store on one of the store's days. */
export interface MeasureRow {
  readonly storeId: Id<'Store'>;
  readonly departmentId: Id<'Department'>;
  /** Absent: of the department (a lead nobody owns yet, a message that the server sent). */
  readonly memberId?: Id<'Member'>;
  readonly day: Day;
  readonly measures: Measures;
}

/**
 * The rows summed by a key, in order of first appearance.
 *
 * @example
 * sumRowsBy(rows, (row) => row.memberId).get(memberId)?.leads;
 */
export function sumRowsBy<K>(rows: Iterable<MeasureRow>, keyOf: (row: MeasureRow) => K): ReadonlyMap<K, Measures> {
  const groups = new Map<K, Measures[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row.measures]);
    else group.push(row.measures);
  }
  return new Map([...groups].map(([key, group]) => [key, sumMeasures(group)]));
}
