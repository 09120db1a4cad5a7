import type { Id, Instant, Reason, Touch } from '@beback/core';
import { json, type SqlParameter } from '../../database/statement.ts';
import type { CountedStep } from '../measures/count-steps.ts';
import type { TouchPlace } from '../workday/touch-place.ts';
import type { TouchState } from './touch-row.ts';

/** A row's values by column name, without the group. */
export type ColumnValues = Readonly<Record<string, SqlParameter>>;

/** All that the table holds of a touch. */
export interface WholeTouch {
  readonly touch: Touch;
  readonly place: TouchPlace;
  readonly storeId: string;
  readonly departmentId: string;
  /** Under which it arose. */
  readonly planVersionId: Id<'PlanVersion'>;
  readonly state: TouchState;
  readonly reasons: readonly Reason[];
  readonly settledAt: Instant | undefined;
  /** The act that settled it. */
  readonly settledBy: Id<'Fact'> | undefined;
  /** What the roll-up holds of it. */
  readonly counted: CountedStep | null;
}

/** A touch's row. */
export function touchColumns({ touch, place, counted, ...whole }: WholeTouch): ColumnValues {
  return {
    id: touch.id,
    opportunity_id: touch.opportunityId,
    store_id: whole.storeId,
    department_id: whole.departmentId,
    plan_version_id: whole.planVersionId,
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
    state: whole.state,
    reasons: json(whole.reasons),
    settled_at: whole.settledAt === undefined ? null : new Date(whole.settledAt),
    settled_by_fact_id: whole.settledBy ?? null,
    counted: counted === null ? null : json(counted),
    ...placeColumns(place),
  };
}

/** What of it a plan of the day decides. */
export function placeColumns({ verdict, ...place }: TouchPlace): ColumnValues {
  return {
    member_id: place.memberId ?? null,
    also_member_id: place.alsoMemberId ?? null,
    placement: place.kind,
    placed_on: place.placedOn ?? null,
    deferred_to: place.deferredTo ?? null,
    expected_value: place.expectedValue ?? null,
    placed_reasons: json(place.reasons),
    lawful_until: verdict?.kind === 'allowed' ? new Date(verdict.until) : null,
    next_lawful: verdict?.kind === 'notNow' ? new Date(verdict.next) : null,
  };
}
