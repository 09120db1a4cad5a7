import {
  addDays,
  addOpenDays,
  capacityFrom,
  type Day,
  dayOf,
  defaultCapacity,
  documentedDay,
  type Id,
  type Instant,
  isOpenDay,
  LEAST_JUDGED_CLAIMS,
  type MeasureRow,
  type Origin,
  roomForArrivals,
  startOfDay,
  sumMeasures,
  TRIGGER_OF_ORIGIN,
  type Trigger,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { loadMemberDays } from '../measures/load-member-days.ts';
import type { StorePerson } from '../routing/store-people.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { PlannedPerson } from './day-plan-row.ts';

/** Four weeks of a store that closes on Sundays, less a few days: long enough to tell, short enough to be of late. */
const DAYS_OF_LATE = 20;

const FIRST_LEAD = statement(
  'first opportunity of a store',
  'select min(opened_at) as at from opportunity where group_id = $1 and store_id = $2',
);
const LEADS = statement(
  'leads of late by owner',
  `select o.owner_id as "memberId", f.data ->> 'origin' as origin,
          count(*) filter (where f.at < $4)::int as before, count(*) filter (where f.at >= $4)::int as today
     from fact f
     join opportunity o on o.group_id = $1 and o.id = f.opportunity_id
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'lead.received' and f.at >= $3 and f.at <= $5
      and o.owner_id is not null
    group by 1, 2`,
);

interface LeadsRow {
  readonly memberId: Id<'Member'>;
  readonly origin: Origin;
  readonly before: number;
  readonly today: number;
}

/**
 * What each person's day is planned with, by the last {@link DAYS_OF_LATE} open days: what the person gets done as far
 * as it is documented, what of it can be shown, and the room that the leads of an average day ask.
 */
export async function workOfLate(
  runner: SqlRunner,
  groupId: string,
  rules: StoreRules,
  people: readonly StorePerson[],
  now: Instant,
): Promise<readonly PlannedPerson[]> {
  const { storeId, calendar, plan } = rules;
  const today = dayOf(calendar, now);
  const from = addOpenDays(calendar, today, -DAYS_OF_LATE);
  const days = await loadMemberDays(runner, groupId, storeId, { from, until: addDays(today, -1) });
  const byMember = Map.groupBy(days, ({ memberId }) => memberId);
  const leads = await leadsToCome(runner, groupId, rules, from, today, now);
  return people.map(({ memberId, department }) => {
    const mine = byMember.get(memberId) ?? [];
    const worked = [...Map.groupBy(mine, ({ day }) => day).values()].flatMap(
      (rows) => documentedDay(sumMeasures(rows.map(({ measures }) => measures))) ?? [],
    );
    const share = documentedShare(mine);
    return {
      memberId,
      ...capacityFrom(worked, defaultCapacity(department, plan)),
      kept: roomForArrivals(leads.get(memberId) ?? {}, plan),
      ...(share !== undefined && { accomplishes: share }),
    };
  });
}

function documentedShare(rows: readonly MeasureRow[]): number | undefined {
  const { documented, notDocumented } = sumMeasures(rows.map(({ measures }) => measures));
  const of = documented + notDocumented;
  return of >= LEAST_JUDGED_CLAIMS ? documented / of : undefined;
}

/** The leads that each person is still to get on an average day like today, by trigger. */
async function leadsToCome(
  runner: SqlRunner,
  groupId: string,
  { storeId, calendar, plan }: StoreRules,
  from: Day,
  today: Day,
  now: Instant,
): Promise<ReadonlyMap<Id<'Member'>, Partial<Record<Trigger, number>>>> {
  const [first] = await runner.sql<{ readonly at: Date | null }>(FIRST_LEAD, [groupId, storeId]);
  const begun = first?.at == null ? today : dayOf(calendar, first.at.getTime() as Instant);
  const since = begun > from ? begun : from;
  let openDays = 0;
  for (let day = since; day < today; day = addDays(day, 1)) if (isOpenDay(calendar, day)) openDays++;
  const expected = new Map<Id<'Member'>, Partial<Record<Trigger, number>>>();
  if (openDays === 0) return expected;
  const begins = (day: Day) => new Date(startOfDay(calendar, day));
  const rows = await runner.sql<LeadsRow>(LEADS, [groupId, storeId, begins(since), begins(today), new Date(now)]);
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  for (const [memberId, mine] of byMember) {
    const left: Partial<Record<Trigger, number>> = {};
    for (const [trigger, same] of Map.groupBy(mine, ({ origin }) => plan.followedBy[TRIGGER_OF_ORIGIN[origin]])) {
      const sum = (of: 'before' | 'today') => same.reduce((total, row) => total + row[of], 0);
      left[trigger] = Math.max(0, sum('before') / openDays - sum('today'));
    }
    expected.set(memberId, left);
  }
  return expected;
}
