import { dayOf, type Finding, type Instant, MEASURES } from '@beback/core';
import { json } from '../../database/statement.ts';
import { type ColumnValues, touchColumns } from '../cadence/touch-columns.ts';
import { recordOf } from '../proof/proof-row.ts';
import type { PlannedPerson } from '../workday/day-plan-row.ts';
import { columnOf, NOBODY } from './add-measures.ts';
import type { DerivedProof, DerivedResponse, DerivedStore, StoreFacts } from './derive-store.ts';

/** The rows of a derived store, by table. */
export interface DerivedRows {
  readonly touch: readonly ColumnValues[];
  readonly proof: readonly ColumnValues[];
  readonly lead_response: readonly ColumnValues[];
  readonly member_day: readonly ColumnValues[];
  readonly finding: readonly ColumnValues[];
  readonly day_plan: readonly ColumnValues[];
}

/**
 * What {@link deriveStore} found as rows to insert; opportunities and facts must be there already.
 *
 * @param idOf - an id for a row that no fact gives one to, made of a label that is unique in the group
 */
export function derivedRows(
  { touches, proofs, responses, memberDays, findings }: DerivedStore,
  { rules, now, people, evidenceOf }: Pick<StoreFacts, 'rules' | 'now' | 'people' | 'evidenceOf'>,
  idOf: (label: string) => string,
): DerivedRows {
  const { storeId } = rules;
  return {
    touch: touches.map((derived) => touchColumns({ ...derived, storeId, settledBy: derived.by })),
    proof: proofs.map((proof) => proofColumns(proof, storeId, now)),
    lead_response: responses.map((response) => responseColumns(response, storeId, rules)),
    member_day: memberDays.map(({ departmentId, memberId, day, measures }) => ({
      store_id: storeId,
      department_id: departmentId,
      member_id: memberId ?? NOBODY,
      day,
      ...Object.fromEntries(MEASURES.map((measure) => [columnOf(measure), measures[measure]])),
    })),
    finding: findings.map((finding) => findingColumns(finding, now, idOf)),
    // Without contact law nothing was placed: then no day was planned either.
    day_plan: evidenceOf === undefined ? [] : [dayPlanColumns(people, rules, now)],
  };
}

function proofColumns({ claim, departmentId, outcome }: DerivedProof, storeId: string, now: Instant): ColumnValues {
  return {
    claim_id: claim.id,
    store_id: storeId,
    department_id: departmentId,
    member_id: claim.data.memberId,
    claimed_at: new Date(claim.at),
    kind: outcome.kind,
    record_id: recordOf(outcome),
    reasons: json(outcome.reasons),
    proved_at: new Date(now),
  };
}

function responseColumns(response: DerivedResponse, storeId: string, { calendar }: StoreFacts['rules']): ColumnValues {
  return {
    lead_fact_id: response.leadFactId,
    opportunity_id: response.opportunityId,
    store_id: storeId,
    department_id: response.departmentId,
    member_id: response.memberId,
    day: dayOf(calendar, response.at),
    open_ms: response.openMs,
    wall_ms: response.wallMs,
  };
}

function dayPlanColumns(
  people: StoreFacts['people'],
  { storeId, calendar }: StoreFacts['rules'],
  now: Instant,
): ColumnValues {
  const planned = people.map(
    ({ memberId, tasks, calls, kept = { tasks: 0, calls: 0 }, accomplishes }): PlannedPerson => {
      return { memberId, tasks, calls, kept, ...(accomplishes !== undefined && { accomplishes }) };
    },
  );
  return { store_id: storeId, day: dayOf(calendar, now), planned_at: new Date(now), people: json(planned) };
}

function findingColumns(finding: Finding, now: Instant, idOf: (label: string) => string): ColumnValues {
  return {
    id: idOf(`finding ${finding.key}`),
    key: finding.key,
    kind: finding.kind,
    store_id: finding.storeId,
    department_id: finding.departmentId ?? null,
    member_id: finding.memberId ?? null,
    opportunity_id: finding.opportunityId ?? null,
    since: finding.since,
    evidence: json(finding.evidence),
    reasons: json(finding.reasons),
    state: 'open',
    opened_at: new Date(now),
    acknowledged_at: null,
    acknowledged_by_id: null,
    cleared_at: null,
  };
}
