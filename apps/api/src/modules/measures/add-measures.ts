import { MEASURES, type Measure, type MeasureRow, type Measures, mergeMeasures, ZERO_MEASURES } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { type SqlParameter, statement } from '../../database/statement.ts';

/** Stands for nobody in a key, which knows no null. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

const KEYS = ['group_id', 'store_id', 'department_id', 'member_id', 'day'] as const;
const COLUMNS: readonly string[] = MEASURES.map(columnOf);
const WIDTH = KEYS.length + COLUMNS.length;

/**
 * Adds counts to the days that they belong to, in the transaction of the facts that they come from. Rows are written
 * in the order of their keys, so that two transactions never wait for each other.
 */
export async function addMeasures(tx: GroupTransaction, rows: readonly MeasureRow[]): Promise<void> {
  const days = [...merged(rows)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (days.length === 0) return;
  const values = days.map((_, row) => `(${placeholders(row * WIDTH)})`).join(', ');
  const parameters = days.flatMap((row): SqlParameter[] => [
    tx.groupId,
    row.storeId,
    row.departmentId,
    row.memberId ?? NOBODY,
    row.day,
    ...MEASURES.map((measure) => row.measures[measure]),
  ]);
  await tx.sql(
    statement(
      `add measures of ${days.length} days`,
      `insert into member_day as d (${[...KEYS, ...COLUMNS].join(', ')})
       values ${values}
       on conflict (group_id, store_id, department_id, member_id, day) do update set
         ${COLUMNS.map((column) => `${column} = d.${column} + excluded.${column}`).join(', ')}`,
    ),
    parameters,
  );
}

/** One row a key, without those that add nothing. */
function merged(rows: readonly MeasureRow[]): ReadonlyMap<string, MeasureRow> {
  const days = new Map<string, MeasureRow>();
  for (const row of rows) {
    const key = [row.storeId, row.departmentId, row.memberId ?? NOBODY, row.day].join(' ');
    const known = days.get(key);
    days.set(key, known === undefined ? row : { ...row, measures: mergeMeasures(known.measures, row.measures) });
  }
  for (const [key, row] of days) if (addsNothing(row.measures)) days.delete(key);
  return days;
}

function addsNothing(measures: Measures): boolean {
  return MEASURES.every((measure) => measures[measure] === ZERO_MEASURES[measure]);
}

/** The column of a counter: `call_steps_due` of `callStepsDue`. */
export function columnOf(measure: Measure): string {
  return measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function placeholders(before: number): string {
  return Array.from({ length: WIDTH }, (_, i) => `$${before + i + 1}`).join(', ');
}
