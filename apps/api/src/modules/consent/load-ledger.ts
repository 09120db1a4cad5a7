import { type Channel, type Instant, instant, type Purpose } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { fullName, openPerson } from '../customer/customer-person.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { loadShownWords, type ShownWords } from './shown-words.ts';
import { loadStandingNow, type StandingNow } from './standing-now.ts';

/** One act of the ledger, with the customer's words where they were not erased. */
export interface LedgerAct {
  readonly id: string;
  readonly act: 'given' | 'revoked';
  readonly channel: Channel | 'all';
  readonly purpose: Purpose | 'all';
  readonly how: string;
  readonly wording: string | null;
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

/** A fact that a verdict can rest on. */
export interface GroundFact {
  readonly id: string;
  readonly kind: 'consent.given' | 'consent.revoked' | 'lead.received' | 'opportunity.delivered';
  readonly at: Instant;
}

/** Whose ledger, and by which of his opportunities it is opened. */
export interface LedgerOf {
  readonly customerId: string;
  readonly opportunityId: string;
  /** The opportunity's store: its hours and its plan hold. */
  readonly storeId: string;
}

export interface Ledger extends LedgerOf {
  readonly customerName: string | null;
  /** The latest first. */
  readonly acts: readonly LedgerAct[];
  /** The customer's latest word on every channel and purpose, and what may be done now. */
  readonly standing: readonly StandingNow[];
  /** By id: what the verdicts' reasons rest on. */
  readonly grounds: ReadonlyMap<string, GroundFact>;
}

interface ActRow extends FactRow {
  readonly wordsSealed: Uint8Array | null;
}

const NAME = statement(
  'name of a customer',
  'select name_sealed as "nameSealed" from customer_person where group_id = $1 and customer_id = $2',
);
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
  group: Pick<GroupDatabase, 'groupId' | 'sql'>,
  seal: Seal,
  viewerId: string,
  of: LedgerOf,
  now: Instant,
): Promise<Ledger> {
  const { groupId } = group;
  const rows = await group.sql<ActRow>(ACTS, [groupId, viewerId, of.customerId]);
  const acts: Omit<LedgerAct, 'shown'>[] = [];
  const grounds = new Map<string, GroundFact>();
  for (const row of rows) {
    const fact = readFact(row);
    if (fact.kind === 'lead.received' || fact.kind === 'opportunity.delivered') grounds.set(fact.id, groundOf(fact));
    if (fact.kind !== 'consent.given' && fact.kind !== 'consent.revoked') continue;
    grounds.set(fact.id, groundOf(fact));
    const { channel, purpose, how, memberId = null } = fact.data;
    const given = fact.kind === 'consent.given';
    acts.push({
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
      words: row.wordsSealed === null ? null : seal.open(groupId, NOTE_FIELD, row.wordsSealed),
    });
  }
  const ticked = acts.flatMap(({ wording, at }) => (wording === null ? [] : [at]));
  const shown = await loadShownWords(group, seal, viewerId, of.customerId, ticked);
  const [person] = await group.sql<{ readonly nameSealed: Uint8Array }>(NAME, [groupId, of.customerId]);
  return {
    ...of,
    customerName: fullName(openPerson(seal, groupId, person?.nameSealed ?? null).name) ?? null,
    acts: acts.map((act) => ({ ...act, shown: act.wording === null ? undefined : shown.get(act.at) })),
    standing: await loadStandingNow(group, seal, of, now),
    grounds,
  };
}

function groundOf({ id, kind, at }: GroundFact): GroundFact {
  return { id, kind, at };
}
