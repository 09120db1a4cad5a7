import type { Day, DepartmentKind, Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { DepartmentView, StoreView } from '../store/schema.ts';
import { type BoardMeasures, SUMS_OR_NONE, totalOf } from './board-measures.ts';
import { boardInSight } from './board-sight.ts';
import { countsBy, findingsBy, medianOfAll, spanOf } from './board-sql.ts';

/** How a department does. */
export interface DepartmentRow {
  readonly department: DepartmentView;
  readonly measures: BoardMeasures;
  readonly openFindings: number;
  readonly trend: readonly number[];
}

export interface StoreBoard {
  readonly asOf: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly store: StoreView;
  readonly measures: BoardMeasures;
  readonly departments: readonly DepartmentRow[];
}

const OF_STORE = 'and d.store_id = $5';

const STORE_BOARD = statement(
  'store board',
  `with ${spanOf('and s.id = $5')}, ${countsBy('department_id', OF_STORE)},
   ${findingsBy('department_id', 'and f.store_id = $5')}
   select span.first_day::text as "from", span.last_day::text as "to", s.name as "storeName", s.zone, s.phone,
          e.id, e.kind, e.name, ${SUMS_OR_NONE}, m."medianOpenMs",
          ${medianOfAll(OF_STORE)} as "storeMedian", coalesce(f."openFindings", 0) as "openFindings",
          coalesce(r.trend, '{}') as trend
     from span
     join store s on s.group_id = $1 and s.id = $5
     left join department e on e.group_id = $1 and e.store_id = s.id
     left join rolled r on r.key = e.id
     left join medians m on m.key = e.id
     left join found f on f.key = e.id
    where ${boardInSight('s.id', '$2')}
    order by e.kind`,
);

type Row = BoardMeasures &
  Omit<DepartmentRow, 'department' | 'measures'> & {
    readonly from: Day;
    readonly to: Day;
    readonly storeName: string;
    readonly zone: string;
    readonly phone: string | null;
    /** Null: a store without departments. */
    readonly id: string | null;
    readonly kind: DepartmentKind;
    readonly name: string;
    readonly storeMedian: number | null;
  };

/**
 * A store's departments with their counted days.
 *
 * @throws NotFoundError for a store that the viewer does not answer for.
 */
export async function storeBoard(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  storeId: string,
  days: number,
  now: Instant,
): Promise<StoreBoard> {
  const rows = await runner.sql<Row>(STORE_BOARD, [groupId, viewerId, new Date(now), days, storeId]);
  const [first] = rows;
  if (first === undefined) throw new NotFoundError('Store');
  const { from, to, storeName: name, zone, phone, storeMedian } = first;
  return {
    asOf: now,
    from,
    to,
    store: { id: storeId, name, zone, phone },
    measures: totalOf(rows, storeMedian),
    departments: rows.flatMap((row) =>
      row.id === null
        ? []
        : [
            {
              department: { id: row.id, kind: row.kind, name: row.name },
              measures: row,
              openFindings: row.openFindings,
              trend: row.trend,
            },
          ],
    ),
  };
}
