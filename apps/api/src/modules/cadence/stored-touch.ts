import type { Channel, StepActor } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { CountedStep } from '../measures/count-steps.ts';
import type { TouchState } from './touch-row.ts';

/** A touch that was asked for before, with what planning anew needs of it. */
export interface StoredTouch {
  readonly id: string;
  readonly state: TouchState;
  readonly memberId: string | null;
  readonly channel: Channel;
  readonly who: StepActor;
  readonly deadline: Date;
  readonly counted: CountedStep | null;
}

const STORED = statement(
  'touches of an opportunity',
  `select id, state, member_id as "memberId", channel, who, deadline, counted
     from touch
    where group_id = $1 and opportunity_id = $2`,
);

export function loadStoredTouches(tx: GroupTransaction, opportunityId: string): Promise<readonly StoredTouch[]> {
  return tx.sql<StoredTouch>(STORED, [tx.groupId, opportunityId]);
}
