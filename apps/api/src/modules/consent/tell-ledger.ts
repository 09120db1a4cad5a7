import type { ConsentGiven, ConsentRevoked, Fact, FactDraft, Id, Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';

type WithoutCustomer<D> = Omit<D, 'customerId'>;

/** One act of a customer, before it is written. */
export type ConsentDraft =
  | { readonly kind: 'consent.given'; readonly data: WithoutCustomer<ConsentGiven['data']> }
  | { readonly kind: 'consent.revoked'; readonly data: WithoutCustomer<ConsentRevoked['data']> };

/** What a customer said, and to whom. */
export interface Said {
  readonly customerId: string;
  /** The store that heard it; what it binds is the whole group. */
  readonly storeId: string;
  readonly acts: readonly ConsentDraft[];
  /** The customer's own words: sealed, erasable. */
  readonly words?: string | undefined;
  readonly at: Instant;
}

const WORDS = statement(
  "keep the customer's words",
  'insert into note (group_id, fact_id, text_sealed) values ($1, $2, $3)',
);

/**
 * Appends a customer's acts to the consent ledger. Plan the customer anew afterwards: `replanCustomer`.
 *
 * @returns the facts, in the order of the acts.
 */
export async function tellLedger(
  tx: GroupTransaction,
  seal: Seal,
  { customerId, storeId, acts, words = '', at }: Said,
  now: Instant,
): Promise<readonly Fact[]> {
  const facts = acts.map(({ kind, data }) => {
    const whole = { ...data, customerId: customerId as Id<'Customer'> };
    // An act's kind and data belong together; the spread of a union loses that.
    return factOf({ kind, at, data: whole } as FactDraft<ConsentGiven | ConsentRevoked>, storeId, now);
  });
  await recordFacts(tx, facts);
  if (words.trim() !== '') {
    for (const { id } of facts) await tx.sql(WORDS, [tx.groupId, id, seal.seal(tx.groupId, NOTE_FIELD, words.trim())]);
  }
  return facts;
}
