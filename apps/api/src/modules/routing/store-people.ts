import {
  type Candidate,
  type Capacity,
  type DepartmentKind,
  defaultCapacity,
  type Id,
  instant,
  type Role,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { StoreRules } from '../store/store-rules.ts';

/** Somebody of a store who gets tasks, and what is on that person's desk. */
export interface StorePerson {
  readonly memberId: string;
  readonly role: Role;
  readonly department: DepartmentKind;
  /** Touches that are due to this person by the asked instant. */
  readonly tasks: number;
  readonly calls: number;
  readonly lastLeadAt: Date | null;
}

const PEOPLE = statement(
  'people of a store',
  `select m.id as "memberId", m.role, coalesce(d.kind, 'sales') as department,
          (select count(*)::int from touch t where t.group_id = $1 and t.member_id = m.id and t.state = 'due'
              and t.window_from < $3) as tasks,
          (select count(*)::int from touch t where t.group_id = $1 and t.member_id = m.id and t.state = 'due'
              and t.window_from < $3 and t.channel = 'call') as calls,
          (select max(f.at) from fact f where f.group_id = $1 and f.member_id = m.id
              and f.kind = 'opportunity.assigned') as "lastLeadAt"
     from assignment a
     join member m on m.group_id = a.group_id and m.id = a.member_id and m.active
     left join department d on d.group_id = a.group_id and d.id = a.department_id
    where a.group_id = $1 and a.store_id = $2
      and m.role in ('salesperson', 'bdcAgent', 'manager', 'generalManager')
    order by m.id`,
);

/** Everybody of the store who gets tasks, with the touches due to each until `until`. */
export function loadStorePeople(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  until: number,
): Promise<readonly StorePerson[]> {
  return runner.sql<StorePerson>(PEOPLE, [groupId, storeId, new Date(until)]);
}

/** For {@link planDay}: the part of each day that is still to plan. Nobody's absence is known yet: all are at work. */
export function capacitiesOf(people: readonly StorePerson[], { plan }: StoreRules): readonly Capacity[] {
  return people.map(({ memberId, role, department, tasks, calls }) => {
    const whole = defaultCapacity(department, plan);
    const left = { tasks: Math.max(0, whole.tasks - tasks), calls: Math.max(0, whole.calls - calls) };
    return { memberId: memberId as Id<'Member'>, role, department, present: true, ...left };
  });
}

/** For {@link routeLead}: the people of a department who take leads. */
export function candidatesOf(
  people: readonly StorePerson[],
  department: DepartmentKind,
  ownerId: string | undefined,
  { plan }: StoreRules,
): readonly Candidate[] {
  const takesLeads = (person: StorePerson) => person.role === 'salesperson' || person.role === 'bdcAgent';
  const own = people.filter((person) => takesLeads(person) && person.department === department);
  // A department without people leaves its leads to whoever takes leads in the store.
  const asked = own.length > 0 ? own : people.filter(takesLeads);
  const withOwner = [...asked, ...people.filter((person) => person.memberId === ownerId && !asked.includes(person))];
  return withOwner.map(({ memberId, tasks, lastLeadAt, ...person }) => ({
    memberId: memberId as Id<'Member'>,
    knowsCustomer: memberId === ownerId,
    present: true,
    tasks,
    capacity: defaultCapacity(person.department, plan).tasks,
    ...(lastLeadAt !== null && { lastLeadAt: instant(lastLeadAt.getTime()) }),
  }));
}
