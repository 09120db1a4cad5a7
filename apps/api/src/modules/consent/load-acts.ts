import { type Channel, type Instant, instant, type Purpose } from '@beback/core';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { loadShownWords, type ShownWords, type Ticked } from './shown-words.ts';

/** One act of the ledger, with the customer's words where they were not erased. */
export interface LedgerAct {
  readonly id: string;
  readonly act: 'given' | 'revoked';
  readonly channel: Channel | 'all';
  readonly purpose: Purpose | 'all';
  readonly how: string;
  readonly wording: string | null;
  /** The store's name as it stood in the wording; null: it was not kept. */
  readonly wordingStore: string | null;
  /** What was read and ticked, where a form's submission kept it. */
  readonly shown: ShownWords | undefined;
  readonly written: boolean;
  readonly scopeChosen: boolean;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly storeId: string | null;
  /** Who wrote it down; null: the customer did it himself. */
  readonly memberId: string | null;
  readonly words: string | null;
}

interface ActRow extends FactRow {
  readonly customerId: string;
  readonly wordsSealed: Uint8Array | null;
}

/** Acts of a customer that a ledger shows. A program that writes STOP and START in turns fills no more; the file has all. */
export const MOST_ACTS = 50;

const ACTS = statement(
  'consent ledgers',
  `select c.id as "customerId", f.*
     from unnest($3::uuid[]) as c (id)
    cross join lateral (
       select ${FACT_COLUMNS},
              case when ${storeInSight('f.store_id', '$2::uuid')} then n.text_sealed end as "wordsSealed"
         from fact f
         left join note n on n.group_id = f.group_id and n.fact_id = f.id
        where f.group_id = $1 and f.customer_id = c.id and f.kind in ('consent.given', 'consent.revoked')
        order by f.at desc, f.id desc
        limit ${MOST_ACTS}) f`,
);

/** What each customer allowed and stopped, the latest first, at most {@link MOST_ACTS}; who said nothing is not in it. */
export async function loadActs(
  group: GroupReader,
  seal: Seal,
  viewerId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerAct[]>> {
  const { groupId } = group;
  const rows = await group.sql<ActRow>(ACTS, [groupId, viewerId, customerIds]);
  const ticked: Ticked[] = [];
  const told = rows.flatMap((row) => {
    const fact = readFact(row);
    if (fact.kind !== 'consent.given' && fact.kind !== 'consent.revoked') return [];
    const { channel, purpose, how, memberId = null } = fact.data;
    const given = fact.kind === 'consent.given';
    const wording = given ? (fact.data.wording ?? null) : null;
    const { storeId } = fact;
    if (wording !== null && storeId !== undefined) ticked.push({ customerId: row.customerId, storeId, at: fact.at });
    const act = {
      id: fact.id,
      act: given ? ('given' as const) : ('revoked' as const),
      channel,
      purpose,
      how,
      wording,
      wordingStore: given ? (fact.data.wordingStore ?? null) : null,
      written: given && fact.data.written,
      scopeChosen: given || (fact.data.scopeChosen ?? false),
      at: instant(fact.at),
      recordedAt: fact.recordedAt,
      storeId: storeId ?? null,
      memberId,
      words: row.wordsSealed === null ? null : seal.open(groupId, NOTE_FIELD, row.wordsSealed),
    };
    return [{ customerId: row.customerId, act }];
  });
  const shown = await loadShownWords(group, seal, viewerId, ticked);
  const acts = told.map(({ customerId, act }) => {
    const words = act.wording === null ? undefined : shown({ customerId, at: act.at });
    return { customerId, act: { ...act, shown: words } };
  });
  const byCustomer = Map.groupBy(acts, ({ customerId }) => customerId);
  return new Map([...byCustomer].map(([customerId, all]) => [customerId, all.map(({ act }) => act)]));
}
