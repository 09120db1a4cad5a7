import {
  type CarryingPeople,
  compilePlan,
  forecastLoad,
  type Instant,
  type LoadForecast,
  type PeopleCarrier,
  PUBLISHED_RATES,
  WORKING_DAYS_A_MONTH,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { loadStorePeople, type StorePerson } from '../routing/store-people.ts';
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
  const people = await loadStorePeople(runner, groupId, version.storeId, now);
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

function carriersOf(people: readonly StorePerson[]): readonly CarryingPeople[] {
  const counts = new Map<PeopleCarrier, number>();
  for (const person of people) {
    const carrier = carrierOf(person);
    counts.set(carrier, (counts.get(carrier) ?? 0) + 1);
  }
  return [...counts].map(([carrier, count]) => ({ carrier, count }));
}

/** Managers carry managers' steps wherever they work; the service department's people help on the floor. */
function carrierOf({ role, department }: StorePerson): PeopleCarrier {
  if (role === 'manager' || role === 'generalManager') return 'manager';
  if (role === 'bdcAgent') return 'bdc';
  return department === 'service' ? 'sales' : department;
}
