import type { Day, Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { StoreView } from '../store/schema.ts';
import { type BoardMeasures, SUMS_OR_NONE, totalOf } from './board-measures.ts';
import { roleOpens } from './board-sight.ts';
import { countsBy, findingsBy, medianOfAll, spanOf } from './board-sql.ts';

/** How a store does. */
export interface StoreRow {
  readonly store: StoreView;
  readonly measures: BoardMeasures;
  readonly openFindings: number;
  /** Daily call compliance, 0 to 1, the oldest day first. */
  readonly trend: readonly number[];
}

export interface GroupBoard {
  readonly asOf: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly measures: BoardMeasures;
  readonly stores: readonly StoreRow[];
}

const GROUP_BOARD = statement(
  'group board',
  `with ${spanOf('')}, ${countsBy('store_id')}, ${findingsBy('store_id')}
   select span.first_day::text as "from", span.last_day::text as "to", s.id, s.name, s.zone, s.phone, ${SUMS_OR_NONE},
          m."medianOpenMs", ${medianOfAll()} as "groupMedian", coalesce(f."openFindings", 0) as "openFindings",
          coalesce(r.trend, '{}') as trend
     from span
     join store s on s.group_id = $1
     left join rolled r on r.key = s.id
     left join medians m on m.key = s.id
     left join found f on f.key = s.id
    where ${roleOpens('groupBoard', '$2')}
    order by s.name, s.id`,
);

type Row = BoardMeasures &
  StoreView &
  Omit<StoreRow, 'store' | 'measures'> & {
    readonly from: Day;
    readonly to: Day;
    readonly groupMedian: number | null;
  };

/** Every store of the group with its counted days: one statement over the roll-up. */
export async function groupBoard(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  days: number,
  now: Instant,
): Promise<GroupBoard> {
  const rows = await runner.sql<Row>(GROUP_BOARD, [groupId, viewerId, new Date(now), days]);
  const [first] = rows;
  const today = new Date(now).toISOString().slice(0, 10) as Day;
  return {
    asOf: now,
    // A group without stores has no day of its own.
    from: first?.from ?? today,
    to: first?.to ?? today,
    measures: totalOf(rows, first?.groupMedian ?? null),
    stores: rows.map((row) => ({ store: row, measures: row, openFindings: row.openFindings, trend: row.trend })),
  };
}
