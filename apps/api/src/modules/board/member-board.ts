import type { Day, Instant, Role } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { dayInSight, storeInSight } from '../access/sight-sql.ts';
import type { MemberView } from '../member/schema.ts';
import type { StoreView } from '../store/schema.ts';
import { type BoardMeasures, SUMS_OR_NONE } from './board-measures.ts';
import { countsBy, spanOf } from './board-sql.ts';

/** One person in one store. */
export interface MemberBoard {
  readonly asOf: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly member: MemberView;
  readonly store: StoreView;
  readonly measures: BoardMeasures;
}

const OWN = 'and d.store_id = $5 and d.member_id = $6';

/** The member works in the store, or is counted there from before. */
const BELONGS = `(exists (select from assignment a where a.group_id = $1 and a.member_id = w.id and a.store_id = s.id)
       or exists (select from member_day d where d.group_id = $1 and d.store_id = s.id and d.member_id = w.id))`;

const MEMBER_BOARD = statement(
  'member board',
  `with ${spanOf('and s.id = $5')}, ${countsBy('member_id', OWN)}
   select span.first_day::text as "from", span.last_day::text as "to", s.name as "storeName", s.zone,
          s.phone as "storePhone", w.name, w.role, w.phone, ${SUMS_OR_NONE}, m."medianOpenMs"
     from span
     join store s on s.group_id = $1 and s.id = $5
     join member w on w.group_id = $1 and w.id = $6
     left join rolled r on r.key = w.id
     left join medians m on m.key = w.id
    where ${BELONGS} and ${storeInSight('s.id', '$2')} and ${dayInSight('w.id', '$2::uuid')}`,
);

type Row = BoardMeasures & {
  readonly from: Day;
  readonly to: Day;
  readonly storeName: string;
  readonly zone: string;
  readonly storePhone: string | null;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
};

/**
 * A person's counted days in a store: one's own, and for those who answer for the store everybody's.
 *
 * @throws NotFoundError for a person or a store out of the viewer's sight.
 */
export async function memberBoard(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  asked: { readonly memberId: string; readonly storeId: string },
  days: number,
  now: Instant,
): Promise<MemberBoard> {
  const { memberId, storeId } = asked;
  const [row] = await runner.sql<Row>(MEMBER_BOARD, [groupId, viewerId, new Date(now), days, storeId, memberId]);
  if (row === undefined) throw new NotFoundError('Member');
  const { from, to, name, role, phone, zone } = row;
  return {
    asOf: now,
    from,
    to,
    member: { id: memberId, name, role, phone },
    store: { id: storeId, name: row.storeName, zone, phone: row.storePhone },
    measures: row,
  };
}
