import type { DailyCapacity, Day, Id, Instant } from '@beback/core';
import { instant } from '@beback/core';
import type { GroupTransaction, SqlRunner } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';

/** What one person's day was planned with. */
export interface PlannedPerson extends DailyCapacity {
  readonly memberId: Id<'Member'>;
  /** Room for the leads that were expected. */
  readonly kept: DailyCapacity;
  /** Documented share of the calls noted of late; absent: too few to tell. */
  readonly accomplishes?: number;
}

/** How a store's day was planned at its opening. */
export interface DayPlan {
  readonly day: Day;
  readonly plannedAt: Instant;
  readonly people: readonly PlannedPerson[];
}

const LATEST = statement(
  'latest day plan',
  `select day, planned_at as "plannedAt", people
     from day_plan
    where group_id = $1 and store_id = $2
    order by day desc
    limit 1`,
);
const SAVE = statement(
  'save day plan',
  `insert into day_plan (group_id, store_id, day, planned_at, people)
   values ($1, $2, $3, $4, $5)
   on conflict (group_id, store_id, day) do update set planned_at = excluded.planned_at, people = excluded.people`,
);

/** The store's latest plan of a day: today's once the store has opened. Undefined: no day was planned yet. */
export async function loadDayPlan(runner: SqlRunner, groupId: string, storeId: string): Promise<DayPlan | undefined> {
  const [row] = await runner.sql<Omit<DayPlan, 'plannedAt'> & { readonly plannedAt: Date }>(LATEST, [groupId, storeId]);
  return row === undefined ? undefined : { ...row, plannedAt: instant(row.plannedAt.getTime()) };
}

export async function saveDayPlan(tx: GroupTransaction, storeId: string, plan: DayPlan): Promise<void> {
  await tx.sql(SAVE, [tx.groupId, storeId, plan.day, new Date(plan.plannedAt), json(plan.people)]);
}
