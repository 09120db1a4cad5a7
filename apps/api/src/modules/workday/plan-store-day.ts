import { addDays, type Day, dayOf, type Instant, instant, startOfDay } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadStorePeople } from '../routing/store-people.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { saveDayPlan } from './day-plan-row.ts';
import { decidePlaces, type OpportunityOfDay } from './decide-places.ts';
import { openingOn } from './order-day-plan.ts';
import { savePlaces } from './save-places.ts';
import { capacitiesOf } from './store-day.ts';
import { workOfLate } from './work-of-late.ts';

// Whoever moves one of them meanwhile waits and finds the day planned; in the order of ids, and nothing else is held yet.
const OPPORTUNITIES = statement(
  'opportunities of a day, for planning',
  `select o.id, o.customer_id as "customerId", o.history
     from opportunity o
    where o.group_id = $1 and o.store_id = $2
      and exists (select from touch t
                   where t.group_id = $1 and t.opportunity_id = o.id and t.state = 'due' and t.window_from < $3)
    order by o.id
      for update`,
);

/**
 * Plans the whole day of a store: all that is due to anybody until its end, at once, against what each person gets done
 * in a day. Before the opening it is planned as of the opening; later, as of now, with what has been done already.
 *
 * @returns the day that was planned
 */
export async function planStoreDay(tx: GroupTransaction, seal: Seal, rules: StoreRules, now: Instant): Promise<Day> {
  const { calendar, storeId } = rules;
  const at = instant(Math.max(now, openingOn(rules, now) ?? now));
  const today = dayOf(calendar, at);
  const tomorrow = startOfDay(calendar, addDays(today, 1));
  const opportunities = await tx.sql<OpportunityOfDay>(OPPORTUNITIES, [tx.groupId, storeId, new Date(tomorrow)]);
  const scope = { from: startOfDay(calendar, today), until: tomorrow, plannedAt: at, except: { storeId } };
  const people = await loadStorePeople(tx, tx.groupId, storeId, scope);
  const plan = { day: today, plannedAt: at, people: await workOfLate(tx, tx.groupId, rules, people, at) };
  const places = await decidePlaces(tx, seal, rules, opportunities, capacitiesOf(people, plan, today, rules), at);
  await saveDayPlan(tx, storeId, plan);
  await savePlaces(tx, rules, places, tomorrow);
  return today;
}
