import type { Reason, Role, StoreHours } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { dayInSight } from '../access/sight-sql.ts';
import { contactFactSince } from '../contact/load-contact-histories.ts';
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
  /** Tasks that were done on the day. */
  readonly done: number;
} & (WorkPlanTask | { readonly id: null });

/** A task with all that it takes to say what contact law allows: no other statement is needed. */
export interface WorkPlanTask extends TaskRow {
  /** Of the task's store, on one row of each store. */
  readonly hours: StoreHours | null;
  /** In force in the task's store now; on the same row. */
  readonly planVersionId: string | null;
  /** What contact law asks of the customer's past, as far as it still counts; null: nothing. */
  readonly contactFacts: readonly FactJsonRow[] | null;
}

/** The asked day, or today, in a zone. */
const dayIn = (zone: string): string => `coalesce($4::date, ($5::timestamptz at time zone ${zone})::date)`;
const startOf = (zone: string): string => `(${dayIn(zone)}::timestamp at time zone ${zone})`;
const endOf = (zone: string): string => `((${dayIn(zone)} + 1)::timestamp at time zone ${zone})`;

const isAhead = (zone: string): string => `${dayIn(zone)} > ($5::timestamptz at time zone ${zone})::date`;

/**
 * The day and those around it, in whatever zone: the piece of the index of settled touches that is read. Not `coalesce`:
 * under row security PostgreSQL takes it for something that might leak, and enters no index by it.
 */
const ABOUT_THE_DAY = `case when $4::date is null then $5::timestamptz else $4::date::timestamp at time zone 'UTC' end`;
const near = (at: string): string =>
  `${at} >= (${ABOUT_THE_DAY}) - interval '2 days' and ${at} < (${ABOUT_THE_DAY}) + interval '3 days'`;

/** The person, once, with what is only counted. */
const PERSON = `
  select m.id, m.name, m.role, m.phone, coalesce(desk.zone, 'UTC') as zone,
         (select count(*)::int
            from touch d
            join store st on st.group_id = $1 and st.id = d.store_id
           where d.group_id = $1 and d.member_id = $3 and d.state = 'done'
             and ${near('d.settled_at')}
             and d.settled_at >= ${startOf('st.zone')} and d.settled_at < ${endOf('st.zone')}) as done,
         (select coalesce(json_agg(v.reasons order by v.key), '[]'::json)
            from finding v
           where v.group_id = $1 and v.member_id = m.id and v.kind = 'overload' and v.state in ('open', 'acknowledged')
             and v.since = ${dayIn("coalesce(desk.zone, 'UTC')")}
             and v.store_id in (select a.store_id from assignment a where a.group_id = $1 and a.member_id = m.id)) as overloads
    from member m
    left join lateral (
      select s.zone
        from assignment a
        join store s on s.group_id = $1 and s.id = a.store_id
       where a.group_id = $1 and a.member_id = m.id
       order by s.name, s.id
       limit 1) desk on true
   where m.group_id = $1 and m.id = $3 and m.active and ${dayInSight('m.id', '$2::uuid')}`;

/**
 * The person's due touches: all of them only where a day is asked for, which may be one that is not planned yet; and the
 * calls of the person's own customers that a clock has handed on.
 */
const MINE = `
  select l.*
    from touch l
   where l.group_id = $1 and l.member_id = $3 and l.state = 'due'
     and ($4::date is not null or l.placement in ('listed', 'handedOver'))
   union all
  select l.*
    from touch l
   where l.group_id = $1 and l.also_member_id = $3 and l.state = 'due' and l.placement = 'handedOver'`;

/** Those that stand on the list of the day. */
const LISTED = `
  select l.*
    from mine l
    join store st on st.group_id = $1 and st.id = l.store_id
   where ${endOf('st.zone')} > $5
     and case when ${isAhead('st.zone')} then l.window_from < ${endOf('st.zone')}
              else l.placement in ('listed', 'handedOver') end`;

/** Said once for each store, on the first of its rows. */
const onceAStore = (expression: string): string =>
  `case when row_number() over (partition by t.store_id) = 1 then ${expression} end`;

/**
 * A person's day in one statement: what stands on the person's list, and how much was done on the day. A day that is
 * still to come is not planned yet: it shows all that is due by then. Each task counts by the day of its own store. The
 * member has to be in the viewer's sight; else there is no row.
 *
 * `materialized` keeps the order of the steps: PostgreSQL takes row security for a filter that leaves next to nothing,
 * and would rather begin with all opportunities of the group.
 *
 * $1 group, $2 viewer's member, $3 asked member, $4 day or null, $5 now, $6 from when on an attempt counts
 */
export const WORK_PLAN = statement(
  'work plan',
  `with me as materialized (${PERSON}), mine as materialized (${MINE}), listed as materialized (${LISTED})
   select me.id as "memberId", me.name as "memberName", me.role as "memberRole", me.phone as "memberPhone",
          ${dayIn('me.zone')}::text as day, me.zone, me.done, me.overloads, ${TASK_COLUMNS},
          ${onceAStore('st.hours')} as hours, ${onceAStore(planInForce('$5'))} as "planVersionId", said.facts as "contactFacts"
     from me
     left join listed t on true
     ${TASK_JOINS} ${TASK_DETAILS}
     left join lateral (
       select json_agg(${FACT_JSON}) as facts from fact f
        where f.group_id = $1 and f.customer_id = o.customer_id and ${contactFactSince('$6')}) said on true`,
  // A list is read again after each call, and few of its rows are others by then.
  [
    'reasons',
    'placedReasons',
    'hours',
    'areaCodes',
    'contactFacts',
    'nameSealed',
    'phoneSealed',
    'emailSealed',
    'lastNoteSealed',
  ],
);
