import { type MeasureRow, sumRowsBy } from '@beback/core';
import { NOBODY } from './add-measures.ts';

/** The rows with one row a department, member and day, in the order of these keys. */
export function sumDays(rows: readonly MeasureRow[]): readonly MeasureRow[] {
  const first = new Map<string, MeasureRow>();
  for (const row of rows) {
    const key = dayKeyOf(row);
    if (!first.has(key)) first.set(key, row);
  }
  return [...sumRowsBy(rows, dayKeyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, measures]) => {
      const row = first.get(key);
      return row === undefined ? [] : [{ ...row, measures }];
    });
}

/** What tells two rows of the roll-up apart. */
export function dayKeyOf({ storeId, departmentId, memberId, day }: MeasureRow): string {
  return [storeId, departmentId, memberId ?? NOBODY, day].join(' ');
}
