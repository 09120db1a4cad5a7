import type { Day, DepartmentKind, Instant, Role } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { MemberView } from '../member/schema.ts';
import type { DepartmentView, StoreView } from '../store/schema.ts';
import { type BoardMeasures, SUMS_OR_NONE, totalOf } from './board-measures.ts';
import { boardInSight } from './board-sight.ts';
import { countsBy, medianOfAll, spanOf } from './board-sql.ts';

/** What a person did; without one: what nobody in particular had. */
export interface MemberRow {
  readonly member: MemberView | null;
  readonly measures: BoardMeasures;
}

export interface DepartmentBoard {
  readonly asOf: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly store: StoreView;
  readonly department: DepartmentView;
  readonly measures: BoardMeasures;
  readonly members: readonly MemberRow[];
}

const OF_DEPARTMENT = 'and d.department_id = $5';

// Who works there now, and who is counted there from before; the nil UUID, for nobody, is no member's.
const DEPARTMENT_BOARD = statement(
  'department board',
  `with ${spanOf('and s.id = (select e.store_id from department e where e.group_id = $1 and e.id = $5)')},
   ${countsBy('member_id', OF_DEPARTMENT)},
   people as (
     select key as member_id from rolled
     union
     select a.member_id from assignment a where a.group_id = $1 and a.department_id = $5)
   select span.first_day::text as "from", span.last_day::text as "to", s.id as "storeId", s.name as "storeName", s.zone,
          s.phone as "storePhone", e.kind, e.name as "departmentName", w.id, w.name, w.role, w.phone,
          p.member_id is not null as counted, ${SUMS_OR_NONE}, m."medianOpenMs",
          ${medianOfAll(OF_DEPARTMENT)} as "departmentMedian"
     from span
     join department e on e.group_id = $1 and e.id = $5
     join store s on s.group_id = $1 and s.id = e.store_id
     left join people p on true
     left join member w on w.group_id = $1 and w.id = p.member_id
     left join rolled r on r.key = p.member_id
     left join medians m on m.key = p.member_id
    where ${boardInSight('s.id', '$2')}
    order by w.name nulls last, w.id`,
);

type Row = BoardMeasures & {
  readonly from: Day;
  readonly to: Day;
  readonly storeId: string;
  readonly storeName: string;
  readonly zone: string;
  readonly storePhone: string | null;
  readonly kind: DepartmentKind;
  readonly departmentName: string;
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
  /** False: a department in which nobody works and nothing was counted. */
  readonly counted: boolean;
  readonly departmentMedian: number | null;
};

/**
 * A department's people with their counted days.
 *
 * @throws NotFoundError for a department of a store that the viewer does not answer for.
 */
export async function departmentBoard(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  departmentId: string,
  days: number,
  now: Instant,
): Promise<DepartmentBoard> {
  const rows = await runner.sql<Row>(DEPARTMENT_BOARD, [groupId, viewerId, new Date(now), days, departmentId]);
  const [first] = rows;
  if (first === undefined) throw new NotFoundError('Department');
  const { from, to, storeId, storeName, zone, storePhone, kind, departmentName, departmentMedian } = first;
  return {
    asOf: now,
    from,
    to,
    store: { id: storeId, name: storeName, zone, phone: storePhone },
    department: { id: departmentId, kind, name: departmentName },
    measures: totalOf(rows, departmentMedian),
    members: rows
      .filter(({ counted }) => counted)
      .map((row) => {
        const { id, name, role, phone } = row;
        return { member: id === null ? null : { id, name, role, phone }, measures: row };
      }),
  };
}
