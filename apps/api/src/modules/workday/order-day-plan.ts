import { addOpenDays, dayOf, type Instant, instant, isOpenDay, openingOf, SECOND } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { schedule } from '../../jobs/schedule.ts';
import type { StoreRules } from '../store/store-rules.ts';
import type { DayPlan } from './day-plan-row.ts';

/** Due work at each opening of a store: its whole day is planned. */
export const PLAN_DAY = 'workday.plan';

/** The day is planned before the first step of it falls due, which is at the opening itself. */
const BEFORE_OPENING = SECOND;

const STANDING = statement(
  'standing day plan',
  `select due_at as "dueAt"
     from due_work
    where group_id = $1 and kind = $2 and subject = $3 and done_at is null and dead_at is null`,
);

/** The opening of the day of an instant; undefined on a closed day. */
export function openingOn({ calendar }: Pick<StoreRules, 'calendar'>, at: Instant): Instant | undefined {
  const today = dayOf(calendar, at);
  return isOpenDay(calendar, today) ? openingOf(calendar, today)[0]?.from : undefined;
}

/** The opening of the day that is to be planned at an instant; undefined before it and on a closed day. */
export function openingToPlan(rules: Pick<StoreRules, 'calendar'>, now: Instant): Instant | undefined {
  const opening = openingOn(rules, now);
  return opening !== undefined && now >= opening - BEFORE_OPENING ? opening : undefined;
}

/** When a day is planned next: at the first opening after an instant. */
export function nextDayPlan(rules: Pick<StoreRules, 'calendar'>, after: Instant): Instant {
  const { calendar } = rules;
  const today = openingOn(rules, after);
  const opening =
    today !== undefined && today > after
      ? today
      : openingOf(calendar, addOpenDays(calendar, dayOf(calendar, after), 1))[0]?.from;
  if (opening === undefined) throw new Error('nextDayPlan: an open day without an opening');
  return instant(opening - BEFORE_OPENING);
}

/**
 * Sees to it that the store's days are planned: a store that never was, or whose plan of today is missing, is planned
 * now when it has opened today, else at its next opening. Nothing is written while an order stands.
 *
 * @param latest - the store's latest plan of a day
 */
export async function orderDayPlan(
  tx: GroupTransaction,
  rules: StoreRules,
  latest: DayPlan | undefined,
  now: Instant,
): Promise<void> {
  const today = dayOf(rules.calendar, now);
  const opening = openingOn(rules, now);
  const isMissed = opening !== undefined && opening <= now && (latest === undefined || latest.day < today);
  if (latest !== undefined && !isMissed) return;
  const dueAt = isMissed ? now : nextDayPlan(rules, now);
  const [standing] = await tx.sql<{ readonly dueAt: Date }>(STANDING, [tx.groupId, PLAN_DAY, rules.storeId]);
  if (standing !== undefined && standing.dueAt.getTime() <= dueAt) return;
  await schedule(tx, { kind: PLAN_DAY, subject: rules.storeId, storeId: rules.storeId, dueAt });
}
