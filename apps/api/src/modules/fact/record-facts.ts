import type { Fact } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';

const COLUMNS = 11;
const MOST_ROWS = 400;

/** Appends facts. What they are about (opportunity, customer, member) is copied into columns to find them by. */
export async function recordFacts(tx: GroupTransaction, facts: readonly Fact[]): Promise<void> {
  for (let from = 0; from < facts.length; from += MOST_ROWS) await recordSome(tx, facts.slice(from, from + MOST_ROWS));
}

async function recordSome(tx: GroupTransaction, facts: readonly Fact[]): Promise<void> {
  const parameters = facts.flatMap((fact): SqlParameter[] => [
    tx.groupId,
    fact.id,
    fact.storeId ?? null,
    fact.kind,
    new Date(fact.at),
    new Date(fact.recordedAt),
    fact.corrects ?? null,
    about(fact, 'opportunityId'),
    about(fact, 'customerId'),
    about(fact, 'memberId'),
    json(fact.data),
  ]);
  const rows = facts.map((_, row) => `(${placeholders(row * COLUMNS)})`).join(', ');
  await tx.sql(
    statement(
      `record ${facts.length} facts`,
      `insert into fact (group_id, id, store_id, kind, at, recorded_at, corrects_id, opportunity_id, customer_id, member_id, data)
       values ${rows}`,
    ),
    parameters,
  );
}

function placeholders(before: number): string {
  return Array.from({ length: COLUMNS }, (_, i) => `$${before + i + 1}`).join(', ');
}

function about(fact: Fact, key: 'opportunityId' | 'customerId' | 'memberId'): string | null {
  const value = (fact.data as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : null;
}
