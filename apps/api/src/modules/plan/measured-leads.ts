import { DAY_24H, type Instant, type Origin, TRIGGER_OF_ORIGIN, TRIGGERS } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { LeadsAMonth } from './plan-view.ts';

/** Long enough for every weekday four times, short enough to be about the store as it is now. */
const MEASURED_DAYS = 30;
/** A year's twelfth. */
const DAYS_A_MONTH = 365.25 / 12;

const COUNTS = statement(
  'triggers of late',
  `select case f.kind when 'opportunity.delivered' then 'sold' when 'opportunity.lost' then 'lost'
               when 'appointment.set' then 'appointmentSet' when 'appointment.moved' then 'appointmentSet'
               else f.data ->> 'origin' end as trigger,
          count(*)::int as count
     from fact f
    where f.group_id = $1 and f.store_id = $2 and f.at > $3 and f.at <= $4
      and f.kind in ('opportunity.opened', 'appointment.set', 'appointment.moved', 'opportunity.delivered',
                     'opportunity.lost')
    group by 1`,
);

/** Triggers in the midst of an episode. A moved appointment is prepared anew. */
type NoOrigin = 'appointmentSet' | 'sold' | 'lost';

function isNoOrigin(trigger: Origin | NoOrigin): trigger is NoOrigin {
  return trigger === 'appointmentSet' || trigger === 'sold' || trigger === 'lost';
}

/** How many of each trigger a month brings, by the last 30 days. Of a store that just began it is less than true. */
export async function measuredLeads(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  now: Instant,
): Promise<LeadsAMonth> {
  const from = new Date(now - MEASURED_DAYS * DAY_24H);
  const rows = await runner.sql<{ readonly trigger: Origin | NoOrigin; readonly count: number }>(COUNTS, [
    groupId,
    storeId,
    from,
    new Date(now),
  ]);
  const month = Object.fromEntries(TRIGGERS.map((trigger) => [trigger, 0])) as Record<keyof LeadsAMonth, number>;
  for (const { trigger, count } of rows) {
    const of = isNoOrigin(trigger) ? trigger : TRIGGER_OF_ORIGIN[trigger];
    month[of] += (count * DAYS_A_MONTH) / MEASURED_DAYS;
  }
  return month;
}
