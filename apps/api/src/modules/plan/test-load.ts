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
  WORKING_DAYS_A_MONTH,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { measuredLeads } from './measured-leads.ts';
import type { LeadsAMonth, PlanVersionView } from './plan-view.ts';

/** The load of a version, and what it was reckoned with. */
export interface LoadTest {
  readonly forecast: LoadForecast;
  readonly leadsAMonth: LeadsAMonth;
  /** Nobody said how many leads to expect: those of the last 30 days stand for them. */
  readonly measured: boolean;
}

/**
 * What load a version would put on the people whom the store has today, if it began now.
 *
 * @param leadsAMonth - instead of what the version names
 */
export async function testLoad(
  runner: SqlRunner,
  groupId: string,
  version: Pick<PlanVersionView, 'id' | 'storeId' | 'document' | 'leadsAMonth'>,
  now: Instant,
  leadsAMonth: LeadsAMonth | null = version.leadsAMonth,
): Promise<LoadTest> {
  const rules = await loadStoreRules(runner, groupId, version.storeId, now);
  if (rules === undefined) throw new Error(`store ${version.storeId} has plans but none in force`);
  const compiled = compilePlan(version.document);
  // Checked when it was written: what does not compile now is our bug.
  if (!compiled.ok) throw new Error(`plan version ${version.id} does not compile: ${compiled.refusals[0].code}`);
  const expected = leadsAMonth ?? (await measuredLeads(runner, groupId, version.storeId, now));
  const people = await runner.sql<StaffRow>(STAFF, [groupId, version.storeId]);
  const forecast = forecastLoad(
    {
      leadsAMonth: expected,
      people: carriersOf(people),
      workingDaysAMonth: WORKING_DAYS_A_MONTH,
      rates: PUBLISHED_RATES,
    },
    { plan: compiled.value, calendar: rules.calendar, now },
  );
  return { forecast, leadsAMonth: expected, measured: leadsAMonth === null };
}

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
