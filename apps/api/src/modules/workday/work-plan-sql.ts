import type { DepartmentKind, Role } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { dayInSight } from '../access/sight-sql.ts';
import { TASK_COLUMNS, TASK_DETAILS, TASK_JOINS, type TaskRow } from './task-row.ts';

/** A member's day, a row a task; without tasks one row with the member alone. */
export type WorkPlanRow = {
  readonly memberId: string;
  readonly memberName: string;
  readonly memberRole: Role;
  readonly memberPhone: string | null;
  /** The day in the member's own store, `YYYY-MM-DD`. */
  readonly day: string;
  readonly zone: string;
  /** Where the member works in the first place: how much fits into a day hangs on it. */
  readonly department: DepartmentKind;
} & (TaskRow | { readonly id: null });

/** The asked day, or today, in a zone. */
const dayIn = (zone: string): string => `coalesce($4::date, ($5::timestamptz at time zone ${zone})::date)`;
const startOf = (zone: string): string => `(${dayIn(zone)}::timestamp at time zone ${zone})`;
const endOf = (zone: string): string => `((${dayIn(zone)} + 1)::timestamp at time zone ${zone})`;

/**
 * A person's day in one statement: what is due until its end, and what was done on it. Each task counts by the day of
 * its own store. The member has to be in the viewer's sight; else there is no row.
 *
 * $1 group, $2 viewer's member, $3 asked member, $4 day or null, $5 now
 */
export const WORK_PLAN = statement(
  'work plan',
  `select m.id as "memberId", m.name as "memberName", m.role as "memberRole", m.phone as "memberPhone",
          ${dayIn('home.zone')}::text as day, home.zone, home.department, ${TASK_COLUMNS}
     from member m
     left join lateral (
       select s.zone, d.kind
         from assignment a
         join store s on s.group_id = $1 and s.id = a.store_id
         left join department d on d.group_id = $1 and d.id = a.department_id
        where a.group_id = $1 and a.member_id = m.id
        order by s.name, s.id
        limit 1) desk on true
     cross join lateral (
       select coalesce(desk.zone, 'UTC') as zone, coalesce(desk.kind, 'sales') as department) home
     left join (touch t ${TASK_JOINS})
       on t.group_id = $1 and t.member_id = m.id
      and ((t.state = 'due' and t.window_from < ${endOf('st.zone')} and ${endOf('st.zone')} > $5)
        or (t.state = 'done' and t.settled_at >= ${startOf('st.zone')} and t.settled_at < ${endOf('st.zone')}))
     ${TASK_DETAILS}
    where m.group_id = $1 and m.id = $3 and m.active and ${dayInSight('m.id', '$2::uuid')}`,
);
