import type { Instant, ProofOutcome } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';
import type { StandingClaim } from './load-proof-facts.ts';
import { recordOf } from './proof-row.ts';

/** A claim whose outcome is not what it was. */
export interface ChangedProof extends StandingClaim {
  readonly outcome: ProofOutcome;
}

const COLUMNS = 10;
const MOST_ROWS = 400;

/** Writes outcomes over those that stood before. */
export async function saveProofs(
  tx: GroupTransaction,
  storeId: string,
  changed: readonly ChangedProof[],
  now: Instant,
): Promise<void> {
  for (let from = 0; from < changed.length; from += MOST_ROWS) {
    await saveSome(tx, storeId, changed.slice(from, from + MOST_ROWS), now);
  }
}

async function saveSome(
  tx: GroupTransaction,
  storeId: string,
  changed: readonly ChangedProof[],
  now: Instant,
): Promise<void> {
  const parameters = changed.flatMap(({ fact, departmentId, outcome }): SqlParameter[] => [
    tx.groupId,
    fact.id,
    storeId,
    departmentId,
    fact.data.memberId,
    new Date(fact.at),
    outcome.kind,
    recordOf(outcome),
    json(outcome.reasons),
    new Date(now),
  ]);
  const rows = changed.map((_, row) => `(${placeholders(row * COLUMNS)})`).join(', ');
  await tx.sql(
    statement(
      `save ${changed.length} proofs`,
      `insert into proof (group_id, claim_id, store_id, department_id, member_id, claimed_at, kind, record_id, reasons,
                          proved_at)
       values ${rows}
       on conflict (group_id, claim_id) do update set
         kind = excluded.kind, record_id = excluded.record_id, reasons = excluded.reasons, proved_at = excluded.proved_at`,
    ),
    parameters,
  );
}

function placeholders(before: number): string {
  return Array.from({ length: COLUMNS }, (_, i) => `$${before + i + 1}`).join(', ');
}
