import { MEASURES, type Measure, type MeasureRow } from '@beback/core';
import { NOBODY } from './add-measures.ts';

/** The rows with one row a department, member and day, in the order of these keys. Thousands of rows come in at once. */
export function sumDays(rows: readonly MeasureRow[]): readonly MeasureRow[] {
  const sums = new Map<string, { readonly row: MeasureRow; readonly measures: Record<Measure, number> }>();
  for (const row of rows) {
    const key = dayKeyOf(row);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { row, measures: { ...row.measures } });
    else for (const measure of MEASURES) sum.measures[measure] += row.measures[measure];
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, measures }]) => ({ ...row, measures }))
    .filter(({ measures }) => MEASURES.some((measure) => measures[measure] !== 0));
}

/** What tells two rows of the roll-up apart. */
export function dayKeyOf({ storeId, departmentId, memberId, day }: MeasureRow): string {
  return `${storeId} ${departmentId} ${memberId ?? NOBODY} ${day}`;
}
