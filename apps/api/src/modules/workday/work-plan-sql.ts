import type { Reason, Role, StoreHours } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { dayInSight } from '../access/sight-sql.ts';
import { CONTACT_FACT } from '../contact/load-contact-histories.ts';
import { FACT_JSON, type FactJsonRow } from '../fact/fact-row.ts';
import { planInForce } from '../store/store-rules.ts';
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
  /** Why more was promised for the day than fits into it, as the manager is told; a list for each store of the person. */
  readonly overloads: readonly (readonly Reason[])[];
} & (WorkPlanTask | { readonly id: null });

/** A task with all that it takes to say what contact law allows: no other statement is needed. */
export interface WorkPlanTask extends TaskRow {
  readonly hours: StoreHours;
  /** In force in the task's store now. */
  readonly planVersionId: string;
  /** What contact law asks of the customer's past; empty for what is done. */
  readonly contactFacts: readonly FactJsonRow[];
}

/** The asked day, or today, in a zone. */
const dayIn = (zone: string): string => `coalesce($4::date, ($5::timestamptz at time zone ${zone})::date)`;
const startOf = (zone: string): string => `(${dayIn(zone)}::timestamp at time zone ${zone})`;
const endOf = (zone: string): string => `((${dayIn(zone)} + 1)::timestamp at time zone ${zone})`;

const isAhead = (zone: string): string => `${dayIn(zone)} > ($5::timestamptz at time zone ${zone})::date`;

/**
 * A person's day in one statement: what stands on the person's list, and what was done on the day. A day that is still
 * to come is not planned yet: it shows all that is due by then. Each task counts by the day of its own store. The
 * member has to be in the viewer's sight; else there is no row.
 *
 * $1 group, $2 viewer's member, $3 asked member, $4 day or null, $5 now
 */
export const WORK_PLAN = statement(
  'work plan',
  `select m.id as "memberId", m.name as "memberName", m.role as "memberRole", m.phone as "memberPhone",
          ${dayIn('home.zone')}::text as day, home.zone, over.overloads, ${TASK_COLUMNS},
          st.hours, ${planInForce('$5')} as "planVersionId", coalesce(said.facts, '[]'::json) as "contactFacts"
     from member m
     left join lateral (
       select s.zone
         from assignment a
         join store s on s.group_id = $1 and s.id = a.store_id
        where a.group_id = $1 and a.member_id = m.id
        order by s.name, s.id
        limit 1) desk on true
     cross join lateral (select coalesce(desk.zone, 'UTC') as zone) home
     cross join lateral (
       select coalesce(json_agg(v.reasons order by v.key), '[]'::json) as overloads
         from finding v
        where v.group_id = $1 and v.member_id = m.id and v.kind = 'overload' and v.state in ('open', 'acknowledged')
          and v.since = ${dayIn('home.zone')}
          and v.store_id in (select a.store_id from assignment a where a.group_id = $1 and a.member_id = m.id)) over
     left join (touch t ${TASK_JOINS})
       on t.group_id = $1 and t.member_id = m.id
      and ((t.state = 'due' and ${endOf('st.zone')} > $5
            and case when ${isAhead('st.zone')} then t.window_from < ${endOf('st.zone')}
                     else t.placement in ('listed', 'handedOver') end)
        or (t.state = 'done' and t.settled_at >= ${startOf('st.zone')} and t.settled_at < ${endOf('st.zone')}))
     ${TASK_DETAILS}
     left join lateral (
       select json_agg(${FACT_JSON}) as facts from fact f
        where f.group_id = $1 and f.customer_id = o.customer_id and ${CONTACT_FACT}) said on t.state = 'due'
    where m.group_id = $1 and m.id = $3 and m.active and ${dayInSight('m.id', '$2::uuid')}`,
);
