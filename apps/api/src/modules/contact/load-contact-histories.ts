import { type ContactHistory, contactHistory } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';

/** Only what contact law asks for: a customer of many years has thousands of other facts. */
export const CONTACT_FACT = `f.kind in ('lead.received', 'activity.logged', 'message.sent', 'consent.given', 'consent.revoked',
                     'opportunity.delivered', 'opportunity.unwound')`;

/**
 * As {@link CONTACT_FACT}, without the attempts from before `since`. What corrects another fact stays: the corrected one
 * may count.
 */
export const contactFactSince = (since: string): string =>
  `${CONTACT_FACT}
          and (f.kind not in ('activity.logged', 'message.sent') or f.at >= ${since} or f.corrects_id is not null)`;

const CONTACT_FACTS = statement(
  'contact facts of customers',
  `select f.customer_id as "customerId", ${FACT_COLUMNS}
     from fact f
    where f.group_id = $1 and f.customer_id = any($2) and ${CONTACT_FACT}`,
);

/** What contact law asks of each customer's past, of all stores of the group. Every asked customer is in the answer. */
export async function loadContactHistories(
  runner: SqlRunner,
  groupId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, ContactHistory>> {
  const histories = new Map(customerIds.map((customerId) => [customerId, contactHistory.empty]));
  if (customerIds.length === 0) return histories;
  const rows = await runner.sql<FactRow & { readonly customerId: string }>(CONTACT_FACTS, [
    groupId,
    [...histories.keys()],
  ]);
  for (const row of rows) {
    const history = histories.get(row.customerId) ?? contactHistory.empty;
    histories.set(row.customerId, contactHistory.add(history, readFact(row)));
  }
  return histories;
}
