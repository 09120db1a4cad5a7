import {
  dayOf,
  type Instant,
  type MeasureRow,
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

const SAVE = statement(
  'save response',
  `insert into lead_response (group_id, lead_fact_id, opportunity_id, store_id, department_id, member_id, day, open_ms,
                              wall_ms)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (group_id, lead_fact_id) do update set
     member_id = excluded.member_id, day = excluded.day, open_ms = excluded.open_ms, wall_ms = excluded.wall_ms`,
);
const FORGET = statement('forget response', 'delete from lead_response where group_id = $1 and lead_fact_id = $2');

/**
 * Writes how long the answered leads of an opportunity waited, as far as that changed: an answer that is noted late can
 * come before the one that counted.
 *
 * @returns what it changes about the measures of days
 */
export async function saveResponses(
  tx: GroupTransaction,
  before: OpportunityHistory,
  after: OpportunityHistory,
  place: StepPlace & { readonly id: string },
  rules: StoreRules,
  now: Instant,
): Promise<readonly MeasureRow[]> {
  if (before === after) return [];
  const [was, is] = [leadResponses(before, rules, now), leadResponses(after, rules, now)];
  const gone = was.filter((response) => !is.some((other) => sameResponse(response, other)));
  const come = is.filter((response) => !was.some((other) => sameResponse(response, other)));
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
    ...gone.map((response) => {
      const row = countResponse(response, place, rules);
      return { ...row, measures: unmergeMeasures(ZERO_MEASURES, row.measures) };
    }),
    ...come.map((response) => countResponse(response, place, rules)),
  ];
}

function sameResponse(a: LeadResponse, b: LeadResponse): boolean {
  return a.leadFactId === b.leadFactId && a.at === b.at && a.memberId === b.memberId;
}
