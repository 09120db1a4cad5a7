import type { Reason, Role, StoreHours } from '@beback/core';
import { type Statement, statement } from '../../database/statement.ts';
import { dayInSight } from '../access/sight-sql.ts';
import { contactFactSince } from '../contact/load-contact-histories.ts';
import { FACT_JSON, type FactJsonRow } from '../fact/fact-row.ts';
import { planInForce } from '../store/store-rules.ts';
import { DAY_PARTS, type DayParts, WHOLE_DAY } from './day-parts.ts';
import { TASK_JOINS, type TaskRow, taskColumns, taskDetails } from './task-row.ts';

/** A member's day, a row a task; without tasks one row with the member alone. What was not asked for is empty. */
export type WorkPlanRow = (WorkPlanPerson | { readonly personId: null }) & (WorkPlanTask | { readonly id: null });

/** The person, on the first row. */
export interface WorkPlanPerson {
  readonly personId: string;
  readonly personName: string;
  readonly personRole: Role;
  readonly personPhone: string | null;
  /** The day in the member's own store, `YYYY-MM-DD`. */
  readonly day: string;
  readonly zone: string;
  /** Why more was promised for the day than fits into it, as the manager is told; a list for each store of the person. */
  readonly overloads: readonly (readonly Reason[])[];
  /** Tasks that were done on the day. */
  readonly done: number;
}

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

/** When the day begins and ends in each store, and whether it is still to come there. */
const BOUNDS = `
  select st.id, ${dayIn('st.zone')}::timestamp at time zone st.zone as starts,
         (${dayIn('st.zone')} + 1)::timestamp at time zone st.zone as ends,
         ${dayIn('st.zone')} > ($5::timestamptz at time zone st.zone)::date as ahead
    from store st
   where st.group_id = $1`;

/** What the person did about that time, in whatever zone; each counts by the day of its own store. */
const SETTLED = `
  select d.store_id, d.settled_at
    from touch d
   where d.group_id = $1 and d.member_id = $3 and d.state = 'done'
     and d.settled_at >= (select min(b.starts) from bounds b) and d.settled_at < (select max(b.ends) from bounds b)`;

const DONE = `(select count(*)::int
            from settled d
            join bounds b on b.id = d.store_id
           where d.settled_at >= b.starts and d.settled_at < b.ends)`;

const OVERLOADS = `(select coalesce(json_agg(v.reasons order by v.key), '[]'::json)
            from finding v
           where v.group_id = $1 and v.member_id = m.id and v.kind = 'overload' and v.state in ('open', 'acknowledged')
             and v.since = ${dayIn("coalesce(desk.zone, 'UTC')")}
             and v.store_id in (select a.store_id from assignment a where a.group_id = $1 and a.member_id = m.id))`;

/** The person, once, with what is only counted. */
const person = (parts: DayParts): string => `
  select m.id, m.name, m.role, m.phone, coalesce(desk.zone, 'UTC') as zone,
         ${parts.has('done') ? DONE : '0'} as done, ${parts.has('overload') ? OVERLOADS : `'[]'::json`} as overloads
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
    join bounds b on b.id = l.store_id
   where b.ends > $5
     and case when b.ahead then l.window_from < b.ends else l.placement in ('listed', 'handedOver') end`;

/** Said once, on the first row. */
const once = (expression: string): string => `case when row_number() over () = 1 then ${expression} end`;

/** Said once for each store, on the first of its rows. */
const onceAStore = (expression: string): string =>
  `case when row_number() over (partition by t.store_id) = 1 then ${expression} end`;

const SAID = `
     left join lateral (
       select json_agg(${FACT_JSON}) as facts from fact f
        where f.group_id = $1 and f.customer_id = o.customer_id and ${contactFactSince('$6')}) said on true`;

/** A list is read again after each call, and few of its rows are others by then. */
const KEPT = [
  'overloads',
  'reasons',
  'placedReasons',
  'hours',
  'areaCodes',
  'contactFacts',
  'nameSealed',
  'phoneSealed',
  'emailSealed',
  'lastNoteSealed',
];

/** `materialized` as below. */
const steps = (parts: DayParts): string =>
  Object.entries({
    bounds: BOUNDS,
    ...(parts.has('done') && { settled: SETTLED }),
    me: person(parts),
    mine: MINE,
    listed: LISTED,
  })
    .map(([name, text]) => `${name} as materialized (${text})`)
    .join(', ');

const made = new Map<string, Statement>();
const madeOf = new WeakMap<DayParts, Statement>();

/**
 * A person's day in one statement: what stands on the person's list, and how much was done on the day. A day that is
 * still to come is not planned yet: it shows all that is due by then. Each task counts by the day of its own store. The
 * member has to be in the viewer's sight; else there is no row.
 *
 * `materialized` keeps the order of the steps: PostgreSQL takes row security for a filter that leaves next to nothing,
 * and would rather begin with all opportunities of the group. It also makes plain columns of what is computed from a
 * zone: under row security nothing else enters an index.
 *
 * $1 group, $2 viewer's member, $3 asked member, $4 day or null, $5 now; for law: $6 from when on an attempt counts
 *
 * @param parts - what is asked for; the rest costs nothing, and is empty
 */
export function workPlanStatement(parts: DayParts = WHOLE_DAY): Statement {
  const known = madeOf.get(parts) ?? statementOf(parts);
  madeOf.set(parts, known);
  return known;
}

function statementOf(parts: DayParts): Statement {
  const key = DAY_PARTS.filter((part) => parts.has(part)).join();
  const known = made.get(key);
  if (known !== undefined) return known;
  const law = parts.has('law');
  const text = `with ${steps(parts)}
   select ${once('me.id')} as "personId", ${once('me.name')} as "personName", ${once('me.role')} as "personRole",
          ${once('me.phone')} as "personPhone", ${once(`${dayIn('me.zone')}::text`)} as day, ${once('me.zone')} as zone,
          ${once('me.done')} as done, ${once('me.overloads')} as overloads, ${taskColumns(parts)},
          ${onceAStore('st.hours')} as hours, ${onceAStore(planInForce('$5'))} as "planVersionId",
          ${law ? 'said.facts' : 'null::json'} as "contactFacts"
     from me
     left join listed t on true
     ${TASK_JOINS} ${taskDetails(parts)}${law ? SAID : ''}`;
  // A name of its own for the whole: a connection prepares no more than some of the others.
  const fresh = statement(parts.size === DAY_PARTS.length ? 'work plan' : 'work plan in part', text, KEPT);
  made.set(key, fresh);
  return fresh;
}
