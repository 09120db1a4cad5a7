import {
  type CallRecorded,
  type CallShown,
  callShown,
  type Id,
  type OpportunityHistory,
  withCallsShown,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_JSON, type FactJsonRow, readFactJson } from '../fact/fact-row.ts';
import type { ProofRow } from './proof-row.ts';

/** What records show of a claimed call; undefined: it was not held against them yet. */
export type CallsShown = (claim: Id<'Fact'>) => CallShown | undefined;

const PROOFS = statement(
  'calls of opportunities with their records',
  `select p.claim_id as "claimId", p.kind,
          (select ${FACT_JSON} from fact f where f.group_id = $1 and f.id = p.record_id) as record
     from fact c
     join proof p on p.group_id = $1 and p.claim_id = c.id
    where c.group_id = $1 and c.opportunity_id = any($2) and c.kind = 'activity.logged'`,
);

interface Row extends Pick<ProofRow, 'claimId' | 'kind'> {
  readonly record: FactJsonRow | null;
}

/** What records show of the calls that were claimed about these opportunities. */
export async function loadCallsShown(
  runner: SqlRunner,
  groupId: string,
  opportunityIds: readonly string[],
): Promise<CallsShown> {
  const rows = opportunityIds.length === 0 ? [] : await runner.sql<Row>(PROOFS, [groupId, opportunityIds]);
  const shown = new Map(rows.map(({ claimId, kind, record }) => [claimId, callShown(kind, recordOf(record))]));
  return (claim) => shown.get(claim);
}

/** An opportunity's history as the records leave it; nothing is read where no call was claimed. */
export async function judgedHistory(
  runner: SqlRunner,
  groupId: string,
  { id, history }: { readonly id: string; readonly history: OpportunityHistory },
): Promise<OpportunityHistory> {
  if (history.attempts.every(({ channel }) => channel !== 'call')) return history;
  return withCallsShown(history, await loadCallsShown(runner, groupId, [id]));
}

function recordOf(row: FactJsonRow | null): CallRecorded | undefined {
  return row === null ? undefined : (readFactJson(row) as CallRecorded);
}
