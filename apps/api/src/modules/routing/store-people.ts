import {
  type Absence,
  type DailyCapacity,
  type DepartmentKind,
  type Id,
  type Instant,
  instant,
  type Role,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { FactJsonRow } from '../fact/fact-row.ts';
import { absenceFactsOf, absencesOf } from './absence-facts.ts';

/** Somebody of a store who gets tasks, and what stands on that person's day. */
export interface StorePerson {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly department: DepartmentKind;
  readonly departmentId: string | null;
  /** On the person's lists, in all stores, and done today. */
  readonly taken: DailyCapacity;
  /** Of these: of leads that came since the day was planned. */
  readonly arrived: DailyCapacity;
  /** Of these: promised to customers. */
  readonly promised: DailyCapacity;
  /** Of {@link StorePerson.taken}: done today. */
  readonly done: number;
  readonly lastLeadAt: Instant | undefined;
  /** All that are known, the earliest first. */
  readonly absences: readonly Absence[];
}

/** What of a day's load is looked at. */
export interface DayScope {
  /** The day's beginning and its end. */
  readonly from: Instant;
  readonly until: Instant;
  /** When it was planned: leads since then have arrived. */
  readonly plannedAt: Instant;
  /** What is about to be placed takes no room: what stands of this opportunity, in this store, or these touches. */
  readonly except?:
    | { readonly opportunityId: string }
    | { readonly storeId: string }
    | { readonly touchIds: readonly string[] };
}

/** How many of some touches `l` there are, and how many calls among them, as `name` and `nameCalls`. */
const countOf = (name: string, condition: string): string =>
  `count(*) filter (where ${condition})::int as "${name}",
             count(*) filter (where ${condition} and l.channel = 'call')::int as "${name}Calls"`;

const PEOPLE = statement(
  'people of a store',
  `select m.id as "memberId", m.role, coalesce(d.kind, 'sales') as department, d.id as "departmentId", day.*,
          (select max(f.at) from fact f where f.group_id = $1 and f.member_id = m.id
              and f.kind = 'opportunity.assigned') as "lastLeadAt", ${absenceFactsOf('m.id')} as "absenceFacts"
     from assignment a
     join member m on m.group_id = a.group_id and m.id = a.member_id and m.active
     left join department d on d.group_id = a.group_id and d.id = a.department_id
    cross join lateral (
      select ${countOf('taken', 'true')},
             ${countOf('arrived', 'l.since >= $5')},
             ${countOf('promised', "l.urgency = 'promise'")},
             count(*) filter (where l.state = 'done')::int as done
        from (select t.channel, t.since, t.urgency, t.state from touch t
               where t.group_id = $1 and t.member_id = m.id and t.state = 'due' and t.window_from < $4
                 and t.placement in ('listed', 'handedOver')
                 and ($6::uuid is null or t.opportunity_id <> $6) and ($7::uuid is null or t.store_id <> $7)
                 and ($8::text[] is null or t.id <> all($8))
              union all
              select t.channel, t.since, t.urgency, t.state from touch t
               where t.group_id = $1 and t.member_id = m.id and t.state = 'done' and t.settled_at >= $3) l) day
    where a.group_id = $1 and a.store_id = $2
      and m.role in ('salesperson', 'bdcAgent', 'manager', 'generalManager')
    order by m.id`,
);

interface PersonRow {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly department: DepartmentKind;
  readonly departmentId: string | null;
  readonly taken: number;
  readonly takenCalls: number;
  readonly arrived: number;
  readonly arrivedCalls: number;
  readonly promised: number;
  readonly promisedCalls: number;
  readonly done: number;
  readonly lastLeadAt: Date | null;
  readonly absenceFacts: readonly FactJsonRow[];
}

/** Everybody of the store who gets tasks, with what stands on each one's day. */
export async function loadStorePeople(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  { from, until, plannedAt, except }: DayScope,
): Promise<readonly StorePerson[]> {
  const exceptOpportunity = except !== undefined && 'opportunityId' in except ? except.opportunityId : null;
  const exceptTouches = except !== undefined && 'touchIds' in except ? except.touchIds : null;
  const exceptStore = except !== undefined && 'storeId' in except ? except.storeId : null;
  const rows = await runner.sql<PersonRow>(PEOPLE, [
    groupId,
    storeId,
    new Date(from),
    new Date(until),
    new Date(plannedAt),
    exceptOpportunity,
    exceptStore,
    exceptTouches,
  ]);
  return rows.map(({ memberId, role, department, departmentId, lastLeadAt, absenceFacts, ...counts }) => ({
    memberId,
    role,
    department,
    departmentId,
    taken: { tasks: counts.taken, calls: counts.takenCalls },
    arrived: { tasks: counts.arrived, calls: counts.arrivedCalls },
    promised: { tasks: counts.promised, calls: counts.promisedCalls },
    done: counts.done,
    absences: absencesOf(absenceFacts),
    lastLeadAt: lastLeadAt === null ? undefined : instant(lastLeadAt.getTime()),
  }));
}
