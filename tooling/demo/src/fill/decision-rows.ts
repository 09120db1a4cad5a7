import { derivedRows, deriveStore, type StoreFacts } from '@beback/api';
import {
  addDays,
  type Capacity,
  compilePlan,
  compileStoreCalendar,
  contactHistory,
  type Day,
  type DepartmentKind,
  defaultCapacity,
  type FollowUpPlan,
  foldAll,
  type Instant,
} from '@beback/core';
import type { SimulatedEpisode, SimulatedStore } from '@beback/simulator';

/** The rows of a store's decisions, by table. */
export type DecisionRows = ReturnType<typeof derivedRows>;

/** Days around the history that calendars are compiled for: the longest step of a plan lies within. */
const DAYS_BEFORE = 400;
const DAYS_AFTER = 800;

/**
 * The rows of a store's decisions (touches, proofs, measures, findings) at the end of its history: not made up, but
 * derived from its facts as the server derives them.
 */
export function decisionRows(
  store: SimulatedStore,
  episodes: readonly SimulatedEpisode[],
  rules: StoreFacts['rules'],
  now: Instant,
  idOf: (label: string) => string,
): DecisionRows {
  const evidence = new Map(
    episodes.map(({ start, facts }) => [
      start.opportunityId as string,
      {
        history: foldAll(contactHistory, facts),
        location: { areaCodes: [store.place.areaCode], region: store.place.state, postalCode: store.place.zip },
      },
    ]),
  );
  const facts: StoreFacts = {
    rules,
    episodes: new Map(
      episodes.map(({ start, facts }) => [start.opportunityId, { departmentId: start.departmentId, facts }]),
    ),
    calls: episodes.flatMap(({ callRecords }) => callRecords),
    watermarks: [{ source: 'twilio', until: now }],
    people: peopleOf(store, rules.plan),
    evidenceOf: (opportunityId) => {
      const found = evidence.get(opportunityId);
      if (found === undefined) throw new Error(`decisionRows: no opportunity ${opportunityId}`);
      return found;
    },
    now,
  };
  return derivedRows(deriveStore(facts), facts, idOf);
}

/** The store as core sees it at the end of its history. */
export function rulesOf(store: SimulatedStore, document: FollowUpPlan, now: Instant): StoreFacts['rules'] {
  const today = new Date(now).toISOString().slice(0, 10) as Day;
  const range = { from: addDays(today, -DAYS_BEFORE), to: addDays(today, DAYS_AFTER) };
  const [plan, calendar] = [compilePlan(document), compileStoreCalendar(store.hours, range)];
  if (!plan.ok || !calendar.ok) throw new Error(`${store.name}: the plan or the opening hours do not compile`);
  return {
    storeId: store.id,
    plan: plan.value,
    plans: [{ from: now, plan: plan.value }],
    calendar: calendar.value,
  };
}

function peopleOf(store: SimulatedStore, plan: StoreFacts['rules']['plan']): readonly Capacity[] {
  return store.members.map(({ id, role, departmentId }) => {
    const department: DepartmentKind = store.departments.find((one) => one.id === departmentId)?.kind ?? 'sales';
    return { memberId: id, role, department, present: true, ...defaultCapacity(department, plan) };
  });
}
