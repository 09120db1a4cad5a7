import {
  type CarryingPeople,
  compilePlan,
  type DepartmentKind,
  forecastLoad,
  type Instant,
  type LoadForecast,
  type PeopleCarrier,
  PUBLISHED_RATES,
  type Role,
  type StoreCalendar,
  type StoreHours,
  TRIGGERS,
  WORKING_DAYS_A_MONTH,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { measuredLeads } from './measured-leads.ts';
import type { LeadsAMonth, PlanVersionView } from './plan-view.ts';

/** All that a load test needs beside the plan: who has it gets the server's answer without asking the server. */
export interface LoadBasis {
  readonly now: Instant;
  readonly leadsAMonth: LeadsAMonth;
  /** Nobody said how many leads to expect: those of the last 30 days stand for them. */
  readonly measured: boolean;
  readonly people: readonly CarryingPeople[];
  readonly calendar: StoreCalendar;
  /** What the calendar is compiled of. */
  readonly hours: StoreHours;
}

/** The load of a version, and what it was reckoned with. */
export interface LoadTest extends Pick<LoadBasis, 'leadsAMonth' | 'measured'> {
  readonly forecast: LoadForecast;
}

type Tested = Pick<PlanVersionView, 'id' | 'storeId' | 'document' | 'leadsAMonth'>;

/**
 * What load a version would put on the people whom the store has today, if it began now.
 */
export async function testLoad(runner: SqlRunner, groupId: string, version: Tested, now: Instant): Promise<LoadTest> {
  const { calendar, people, leadsAMonth, measured } = await loadBasis(runner, groupId, version, now);
  const compiled = compilePlan(version.document);
  // Checked when it was written: what does not compile now is our bug.
  if (!compiled.ok) throw new Error(`plan version ${version.id} does not compile: ${compiled.refusals[0].code}`);
  const forecast = forecastLoad(
    { leadsAMonth, people, workingDaysAMonth: WORKING_DAYS_A_MONTH, rates: PUBLISHED_RATES },
    { plan: compiled.value, calendar, now },
  );
  return { forecast, leadsAMonth, measured };
}

/** The leads, the people and the opening hours with which a version's load is reckoned now. */
export async function loadBasis(
  runner: SqlRunner,
  groupId: string,
  { storeId, leadsAMonth }: Pick<Tested, 'storeId' | 'leadsAMonth'>,
  now: Instant,
): Promise<LoadBasis> {
  const rules = await loadStoreRules(runner, groupId, storeId, now);
  if (rules === undefined) throw new Error(`store ${storeId} has plans but none in force`);
  return {
    now,
    // What was written down before there was a trigger expects none of it.
    leadsAMonth: leadsAMonth ? { ...NO_LEADS, ...leadsAMonth } : await measuredLeads(runner, groupId, storeId, now),
    measured: leadsAMonth === null,
    people: carriersOf(await runner.sql<StaffRow>(STAFF, [groupId, storeId])),
    calendar: rules.calendar,
    hours: rules.hours,
  };
}

const NO_LEADS = Object.fromEntries(TRIGGERS.map((trigger) => [trigger, 0])) as LeadsAMonth;

interface StaffRow {
  readonly role: Role;
  readonly department: DepartmentKind;
  readonly people: number;
}

const STAFF = statement(
  'staff who carry steps',
  `select m.role, coalesce(d.kind, 'sales') as department, count(*)::int as people
     from assignment a
     join member m on m.group_id = a.group_id and m.id = a.member_id and m.active
     left join department d on d.group_id = a.group_id and d.id = a.department_id
    where a.group_id = $1 and a.store_id = $2
      and m.role in ('salesperson', 'bdcAgent', 'manager', 'generalManager')
    group by 1, 2`,
);

function carriersOf(staff: readonly StaffRow[]): readonly CarryingPeople[] {
  return staff.map((row) => ({ carrier: carrierOf(row), count: row.people }));
}

/** Managers carry managers' steps wherever they work; the service department's people help on the floor. */
function carrierOf({ role, department }: StaffRow): PeopleCarrier {
  if (role === 'manager' || role === 'generalManager') return 'manager';
  if (role === 'bdcAgent') return 'bdc';
  return department === 'service' ? 'sales' : department;
}
