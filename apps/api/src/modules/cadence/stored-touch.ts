import type { Channel, Day, Id, PlacementKind, Reason, StepActor, Urgency } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { CountedStep } from '../measures/count-steps.ts';
import type { TouchPlace } from '../workday/touch-place.ts';
import type { TouchState } from './touch-row.ts';

/** A touch that was asked for before, with what planning anew needs of it. */
export interface StoredTouch {
  readonly id: string;
  readonly state: TouchState;
  readonly memberId: string | null;
  readonly alsoMemberId: string | null;
  readonly channel: Channel;
  readonly who: StepActor;
  readonly urgency: Urgency;
  readonly deadline: Date;
  readonly counted: CountedStep | null;
  readonly placement: PlacementKind;
  readonly placedOn: Day | null;
  readonly deferredTo: Day | null;
  readonly expectedValue: number | null;
  readonly placedReasons: readonly Reason[];
}

const STORED = statement(
  'touches of an opportunity',
  `select id, state, member_id as "memberId", also_member_id as "alsoMemberId", channel, who, urgency, deadline, counted, placement, placed_on as "placedOn",
          deferred_to as "deferredTo", expected_value as "expectedValue", placed_reasons as "placedReasons"
     from touch
    where group_id = $1 and opportunity_id = $2`,
);

export function loadStoredTouches(tx: GroupTransaction, opportunityId: string): Promise<readonly StoredTouch[]> {
  return tx.sql<StoredTouch>(STORED, [tx.groupId, opportunityId]);
}

/** Where a stored touch stands; its verdict has to be asked for again. */
export function storedPlace(stored: StoredTouch): TouchPlace {
  return {
    kind: stored.placement,
    memberId: (stored.memberId ?? undefined) as Id<'Member'> | undefined,
    alsoMemberId: (stored.alsoMemberId ?? undefined) as Id<'Member'> | undefined,
    expectedValue: stored.expectedValue ?? undefined,
    deferredTo: stored.deferredTo ?? undefined,
    placedOn: stored.placedOn ?? undefined,
    reasons: stored.placedReasons,
    verdict: undefined,
  };
}
