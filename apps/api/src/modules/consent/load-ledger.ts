import {
  type Channel,
  contactHistory,
  foldAll,
  type Instant,
  instant,
  type Purpose,
  type StandingConsent,
  standingConsents,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';

/** One act of the ledger, with the customer's words where they were not erased. */
export interface LedgerAct {
  readonly id: string;
  readonly act: 'given' | 'revoked';
  readonly channel: Channel | 'all';
  readonly purpose: Purpose | 'all';
  readonly how: string;
  readonly wording: string | null;
  readonly written: boolean;
  readonly scopeChosen: boolean;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly storeId: string | null;
  /** Who wrote it down; null: the customer did it himself. */
  readonly memberId: string | null;
  readonly words: string | null;
}

export interface Ledger {
  /** The latest first. */
  readonly acts: readonly LedgerAct[];
  /** The customer's latest word on every channel and purpose. */
  readonly standing: readonly StandingConsent[];
}

interface ActRow extends FactRow {
  readonly wordsSealed: Uint8Array | null;
}

const ACTS = statement(
  'consent ledger',
  `select ${FACT_COLUMNS}, case when ${storeInSight('f.store_id', '$2::uuid')} then n.text_sealed end as "wordsSealed"
     from fact f
     left join note n on n.group_id = f.group_id and n.fact_id = f.id
    where f.group_id = $1 and f.customer_id = $3
      and f.kind in ('consent.given', 'consent.revoked', 'lead.received', 'opportunity.delivered')
    order by f.at desc, f.id desc`,
);

/** What one customer said about being contacted, in all stores of the group; the words where the viewer sees the store. */
export async function loadLedger(
  runner: SqlRunner,
  seal: Seal,
  groupId: string,
  viewerId: string,
  customerId: string,
): Promise<Ledger> {
  const rows = await runner.sql<ActRow>(ACTS, [groupId, viewerId, customerId]);
  const facts = rows.map((row) => ({ fact: readFact(row), sealed: row.wordsSealed }));
  const acts = facts.flatMap(({ fact, sealed }): LedgerAct[] => {
    if (fact.kind !== 'consent.given' && fact.kind !== 'consent.revoked') return [];
    const { channel, purpose, how, memberId = null } = fact.data;
    const given = fact.kind === 'consent.given';
    return [
      {
        id: fact.id,
        act: given ? 'given' : 'revoked',
        channel,
        purpose,
        how,
        wording: given ? (fact.data.wording ?? null) : null,
        written: given && fact.data.written,
        scopeChosen: given || (fact.data.scopeChosen ?? false),
        at: instant(fact.at),
        recordedAt: fact.recordedAt,
        storeId: fact.storeId ?? null,
        memberId,
        words: sealed === null ? null : seal.open(groupId, NOTE_FIELD, sealed),
      },
    ];
  });
  const history = foldAll(
    contactHistory,
    facts.map(({ fact }) => fact),
  );
  return { acts, standing: standingConsents(history) };
}
