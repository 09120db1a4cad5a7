import {
  type Day,
  dayOf,
  type Id,
  type MeasureRow,
  measureFirstResponse,
  type OpportunityHistory,
  unmergeMeasures,
  ZERO_MEASURES,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { countResponse } from './count-outcomes.ts';
import type { StepPlace } from './count-steps.ts';
import { type LeadResponse, leadResponses } from './lead-responses.ts';

const STORED = statement(
  'responses of an opportunity',
  `select lead_fact_id as "leadFactId", member_id as "memberId", day, open_ms::float8 as "openMs",
          wall_ms::float8 as "wallMs"
     from lead_response
    where group_id = $1 and opportunity_id = $2`,
);
const SAVE = statement(
  'save response',
  `insert into lead_response (group_id, lead_fact_id, opportunity_id, store_id, department_id, member_id, day, open_ms,
                              wall_ms)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (group_id, lead_fact_id) do update set
     member_id = excluded.member_id, day = excluded.day, open_ms = excluded.open_ms, wall_ms = excluded.wall_ms`,
);
const FORGET = statement('forget response', 'delete from lead_response where group_id = $1 and lead_fact_id = $2');

/** An answered lead as the table holds it. */
interface StoredResponse extends Omit<LeadResponse, 'at'> {
  readonly day: Day;
}

/**
 * Writes how long the answered leads of an opportunity waited, as far as that changed: an answer that is noted late can
 * come before the one that counted, and a call that nothing shows counts no longer.
 *
 * @param history - with what records show of its calls
 * @returns what it changes about the measures of days
 */
export async function saveResponses(
  tx: GroupTransaction,
  history: OpportunityHistory,
  place: StepPlace & { readonly id: string },
  rules: StoreRules,
): Promise<readonly MeasureRow[]> {
  const was = await tx.sql<StoredResponse>(STORED, [tx.groupId, place.id]);
  const is = leadResponses(history, rules);
  const gone = was.filter((stored) => !is.some((response) => isSame(stored, response)));
  const come = is.filter((response) => !was.some((stored) => isSame(stored, response)));
  for (const { leadFactId } of gone) await tx.sql(FORGET, [tx.groupId, leadFactId]);
  for (const response of come) {
    await tx.sql(SAVE, [
      tx.groupId,
      response.leadFactId,
      place.id,
      place.storeId,
      place.departmentId,
      response.memberId,
      dayOf(rules.calendar, response.at),
      response.openMs,
      response.wallMs,
    ]);
  }
  return [
    ...gone.map((stored) => takenBack(stored, place)),
    ...come.map((response) => countResponse(response, place, rules)),
  ];
}

function isSame(stored: StoredResponse, { leadFactId, memberId, openMs, wallMs }: LeadResponse): boolean {
  return (
    stored.leadFactId === leadFactId &&
    stored.memberId === memberId &&
    stored.openMs === openMs &&
    stored.wallMs === wallMs
  );
}

function takenBack({ memberId, day, openMs, wallMs }: StoredResponse, place: StepPlace): MeasureRow {
  return {
    storeId: place.storeId as Id<'Store'>,
    departmentId: place.departmentId as Id<'Department'>,
    memberId,
    day,
    measures: unmergeMeasures(ZERO_MEASURES, measureFirstResponse(openMs, wallMs)),
  };
}
