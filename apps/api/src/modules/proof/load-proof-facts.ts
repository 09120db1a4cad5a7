import { type ActivityLogged, type CallRecorded, instant, plus, RECORD_WINDOW, type Watermarks } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import type { ClaimRange } from './claim-ranges.ts';
import { type ProofRow, readProof } from './proof-row.ts';

/** A claimed call, where it counts, and how it stands. */
export interface StandingClaim {
  readonly fact: ActivityLogged;
  readonly departmentId: string;
  /** Undefined: it was never held against records. */
  readonly proof: ReturnType<typeof readProof> | undefined;
}

// A claim with its day alone may be of any record of that day: it is taken along from a day and some more around.
const CLAIMS = statement(
  'claimed calls of a store',
  `select ${FACT_COLUMNS}, o.department_id as "departmentId", p.kind as "proofKind", p.record_id as "recordId",
          p.reasons as "proofReasons"
     from fact f
     join opportunity o on o.group_id = $1 and o.id = f.opportunity_id
     left join proof p on p.group_id = $1 and p.claim_id = f.id
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'activity.logged'
      and f.at >= $3::timestamptz - interval '27 hours' and f.at <= $4::timestamptz + interval '27 hours'
      and (f.at >= $3 and f.at <= $4 or f.data -> 'doneFrom' is not null)
      and f.data ->> 'channel' = 'call'`,
);

const RECORDS = statement(
  'call records of a store',
  `select ${FACT_COLUMNS}
     from fact f
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'call.recorded' and f.at >= $3 and f.at <= $4`,
);

// A source that people of the store are mapped to is expected, whether or not it has sent anything yet.
const FEEDS = statement(
  'feeds of a store',
  `select source, max(complete_until) as "completeUntil"
     from (select source, complete_until from feed where group_id = $1 and store_id = $2
           union all
           select source, null from phone_user where group_id = $1 and store_id = $2) as sources
    group by source
    order by source`,
);

interface ClaimRow extends FactRow {
  readonly departmentId: string;
  readonly proofKind: ProofRow['kind'] | null;
  readonly recordId: string | null;
  readonly proofReasons: ProofRow['reasons'] | null;
}

export async function loadClaims(
  tx: GroupTransaction,
  storeId: string,
  { from, until }: ClaimRange,
): Promise<readonly StandingClaim[]> {
  const rows = await tx.sql<ClaimRow>(CLAIMS, [tx.groupId, storeId, new Date(from), new Date(until)]);
  return rows.map(({ departmentId, proofKind, recordId, proofReasons, ...row }) => ({
    fact: readFact(row) as ActivityLogged,
    departmentId,
    proof:
      proofKind === null
        ? undefined
        : readProof({ claimId: row.id, kind: proofKind, recordId, reasons: proofReasons ?? [] }),
  }));
}

/** The records that may be of claims in the range. */
export async function loadRecords(
  tx: GroupTransaction,
  storeId: string,
  { from, until }: ClaimRange,
): Promise<readonly CallRecorded[]> {
  const [earliest, latest] = [plus(from, -RECORD_WINDOW.before), plus(until, RECORD_WINDOW.after)];
  const rows = await tx.sql<FactRow>(RECORDS, [tx.groupId, storeId, new Date(earliest), new Date(latest)]);
  return rows.map((row) => readFact(row) as CallRecorded);
}

/** How far each phone system of the store has come. */
export async function loadWatermarks(tx: GroupTransaction, storeId: string): Promise<Watermarks> {
  const rows = await tx.sql<{ source: string; completeUntil: Date | null }>(FEEDS, [tx.groupId, storeId]);
  return rows.map(({ source, completeUntil }) => ({
    source,
    ...(completeUntil !== null && { until: instant(completeUntil.getTime()) }),
  }));
}
