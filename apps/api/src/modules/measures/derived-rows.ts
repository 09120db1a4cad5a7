import { dayOf, type Finding, type Instant, MEASURES } from '@beback/core';
import { json, type SqlParameter } from '../../database/statement.ts';
import { recordOf } from '../proof/proof-row.ts';
import { columnOf, NOBODY } from './add-measures.ts';
import type { DerivedProof, DerivedResponse, DerivedStore, DerivedTouch, StoreFacts } from './derive-store.ts';

/** A row's values by column name, without the group. */
export type ColumnValues = Readonly<Record<string, SqlParameter>>;

/** The rows of a derived store, by table. */
export interface DerivedRows {
  readonly touch: readonly ColumnValues[];
  readonly proof: readonly ColumnValues[];
  readonly lead_response: readonly ColumnValues[];
  readonly member_day: readonly ColumnValues[];
  readonly finding: readonly ColumnValues[];
}

/**
 * What {@link deriveStore} found as rows to insert; opportunities and facts must be there already.
 *
 * @param idOf - an id for a row that no fact gives one to, made of a label that is unique in the group
 */
export function derivedRows(
  { touches, proofs, responses, memberDays, findings }: DerivedStore,
  { rules, now }: Pick<StoreFacts, 'rules' | 'now'>,
  idOf: (label: string) => string,
): DerivedRows {
  const { storeId } = rules;
  return {
    touch: touches.map((touch) => touchColumns(touch, storeId)),
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
  };
}

function touchColumns(derived: DerivedTouch, storeId: string): ColumnValues {
  const { touch, verdict, counted } = derived;
  return {
    id: touch.id,
    opportunity_id: touch.opportunityId,
    store_id: storeId,
    department_id: derived.departmentId,
    member_id: derived.memberId,
    plan_version_id: derived.planVersionId,
    step: touch.step,
    channel: touch.channel,
    purpose: touch.purpose,
    who: touch.who,
    urgency: touch.urgency,
    trigger: touch.trigger,
    since: new Date(touch.since),
    window_from: new Date(touch.window.from),
    best: new Date(touch.window.best),
    deadline: new Date(touch.window.deadline),
    state: derived.state,
    placement: derived.placement,
    rank: derived.rank ?? null,
    lawful_until: verdict?.kind === 'allowed' ? new Date(verdict.until) : null,
    next_lawful: verdict?.kind === 'notNow' ? new Date(verdict.next) : null,
    reasons: json(derived.reasons),
    settled_at: derived.settledAt === undefined ? null : new Date(derived.settledAt),
    settled_by_fact_id: derived.by ?? null,
    counted: counted === null ? null : json(counted),
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

function findingColumns(finding: Finding, now: Instant, idOf: (label: string) => string): ColumnValues {
  return {
    id: idOf(`finding ${finding.key}`),
    key: finding.key,
    kind: finding.kind,
    store_id: finding.storeId,
    department_id: finding.departmentId,
    member_id: null,
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
