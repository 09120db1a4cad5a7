import { type Day, type Id, MEASURES, type MeasureRow, measuresOf } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { columnOf, NOBODY } from './add-measures.ts';

/** Every counter for a select list, under core's name; the table goes by the alias `d`. */
export const MEASURE_COLUMNS = MEASURES.map((measure) => `d.${columnOf(measure)} as "${measure}"`).join(', ');

const MEMBER_DAYS = statement(
  'counted days of a store',
  `select d.department_id as "departmentId", d.member_id as "memberId", d.day, ${MEASURE_COLUMNS}
     from member_day d
    where d.group_id = $1 and d.store_id = $2 and d.day >= $3 and d.day <= $4`,
);

type Row = Readonly<Record<(typeof MEASURES)[number], number>> & {
  readonly departmentId: Id<'Department'>;
  readonly memberId: Id<'Member'>;
  readonly day: Day;
};

/** A store's counted days, both ends included, in no order. */
export async function loadMemberDays(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  days: { readonly from: Day; readonly until: Day },
): Promise<readonly MeasureRow[]> {
  const rows = await runner.sql<Row>(MEMBER_DAYS, [groupId, storeId, days.from, days.until]);
  return rows.map(({ departmentId, memberId, day, ...measures }) => ({
    storeId: storeId as Id<'Store'>,
    departmentId,
    ...(memberId !== NOBODY && { memberId }),
    day,
    measures: measuresOf(measures),
  }));
}
