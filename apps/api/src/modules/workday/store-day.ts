import {
  absentOn,
  addDays,
  type Capacity,
  type DailyCapacity,
  type Day,
  dayOf,
  defaultCapacity,
  type Id,
  type Instant,
  type PromisedLoad,
  startOfDay,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { type DayScope, loadStorePeople, type StorePerson } from '../routing/store-people.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { type DayPlan, loadDayPlan, type PlannedPerson } from './day-plan-row.ts';

/** A store's people on the day of an instant. */
export interface StoreDay {
  readonly today: Day;
  /** The latest plan of a day; today's once the store has opened. */
  readonly plan: DayPlan | undefined;
  readonly people: readonly StorePerson[];
  /** The same people for core, in the same order. */
  readonly capacities: readonly Capacity[];
}

/**
 * Who works in a store today and how full each day is.
 *
 * @param except - what is about to be placed, which takes no room yet
 */
export async function loadStoreDay(
  runner: SqlRunner,
  groupId: string,
  rules: StoreRules,
  now: Instant,
  except?: DayScope['except'],
): Promise<StoreDay> {
  const { calendar, storeId } = rules;
  const today = dayOf(calendar, now);
  const plan = await loadDayPlan(runner, groupId, storeId);
  const from = startOfDay(calendar, today);
  const scope = {
    from,
    until: startOfDay(calendar, addDays(today, 1)),
    plannedAt: plan?.day === today ? plan.plannedAt : from,
    ...(except !== undefined && { except }),
  };
  const people = await loadStorePeople(runner, groupId, storeId, scope);
  return { today, plan, people, capacities: capacitiesOf(people, plan, today, rules) };
}

/** Whole days and what is gone of them, by the plan of the day where there is one. Whoever is absent is not there. */
export function capacitiesOf(
  people: readonly StorePerson[],
  dayPlan: DayPlan | undefined,
  today: Day,
  { plan }: Pick<StoreRules, 'plan'>,
): readonly Capacity[] {
  const planned = new Map((dayPlan?.people ?? []).map((person) => [person.memberId, person]));
  return people.map(({ memberId, role, department, taken, arrived, absences }): Capacity => {
    const known = planned.get(memberId);
    const { tasks, calls } = known ?? defaultCapacity(department, plan);
    const { accomplishes } = known ?? {};
    return {
      memberId,
      role,
      department,
      present: absentOn(absences, today) === undefined,
      tasks,
      calls,
      taken,
      ...(known !== undefined && dayPlan?.day === today && { kept: keptFor(known, arrived) }),
      ...(accomplishes !== undefined && { accomplishes }),
    };
  });
}

/** What was promised for today, beside what each gets done. */
export function promisedLoads({ people, capacities }: StoreDay, { departments }: StoreRules): readonly PromisedLoad[] {
  return people.flatMap(({ memberId, departmentId, promised }, i) => {
    const capacity = capacities[i];
    const department = departmentId ?? departments[0]?.id;
    if (capacity === undefined || department === undefined) return [];
    return [{ memberId, departmentId: department as Id<'Department'>, capacity, promised }];
  });
}

/** Leads that have come need no room kept for them any more. */
function keptFor({ kept }: PlannedPerson, arrived: DailyCapacity): DailyCapacity {
  return { tasks: Math.max(0, kept.tasks - arrived.tasks), calls: Math.max(0, kept.calls - arrived.calls) };
}
