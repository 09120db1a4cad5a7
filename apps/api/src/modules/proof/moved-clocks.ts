import {
  type CallRecorded,
  type CallShown,
  callShown,
  type Id,
  type Instant,
  isBelieved,
  isHumanAnswer,
  type ProofOutcome,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { scheduleAll } from '../../jobs/schedule.ts';
import { RESPONSE_STAGE } from '../first-response/order-stage.ts';
import type { StandingClaim } from './load-proof-facts.ts';

type Records = ReadonlyMap<Id<'Fact'>, CallRecorded>;

/** Whether this outcome makes a claim stop the clock of its lead, or a step of the plan, where it did not, or no longer. */
export function movesClock({ fact, proof }: StandingClaim, outcome: ProofOutcome, records: Records): boolean {
  const { channel, disposition, memberId } = fact.data;
  const standing = (shown: CallShown): string => {
    const attempt = { fact: fact.id, at: fact.at, channel, disposition, memberId, shown };
    return `${isHumanAnswer(attempt)} ${isBelieved(attempt)}`;
  };
  return standing(shownBy(proof, records)) !== standing(shownBy(outcome, records));
}

function shownBy(outcome: ProofOutcome | undefined, records: Records): CallShown {
  if (outcome === undefined) return 'awaited';
  const record = 'record' in outcome ? records.get(outcome.record) : undefined;
  // A record that has gone to another claim since, and is out of reach here: the look that follows reads it.
  if ('record' in outcome && record === undefined) return 'nothing';
  return callShown(outcome.kind, record);
}

/**
 * Orders a look at the clocks of these opportunities: by the tick, for whoever holds a store's claims may not lock
 * opportunities any more.
 */
export async function lookAgain(
  tx: GroupTransaction,
  storeId: string,
  opportunityIds: ReadonlySet<string>,
  now: Instant,
): Promise<void> {
  await scheduleAll(tx, { kind: RESPONSE_STAGE, subjects: [...opportunityIds], storeId, dueAt: now });
}
