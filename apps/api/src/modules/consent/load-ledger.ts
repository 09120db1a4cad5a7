import type { Instant } from '@beback/core';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { fullName, openPerson } from '../customer/customer-person.ts';
import { type LedgerAct, loadActs } from './load-acts.ts';
import { type GroundFact, loadGrounds } from './load-grounds.ts';
import { loadStandingsNow, type StandingNow } from './standing-now.ts';

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

const NAMES = statement(
  'names of customers',
  `select customer_id as "customerId", name_sealed as "nameSealed"
     from customer_person where group_id = $1 and customer_id = any($2)`,
);

/**
 * What customers said about being contacted, in all stores of the group; the words where the viewer sees the store. A few
 * statements, however many customers.
 *
 * @param wanted - each customer once
 * @returns the ledgers in that order
 */
export async function loadLedgers(
  group: GroupReader,
  seal: Seal,
  viewerId: string,
  wanted: readonly LedgerOf[],
  now: Instant,
): Promise<readonly Ledger[]> {
  if (wanted.length === 0) return [];
  const { groupId } = group;
  const customerIds = wanted.map(({ customerId }) => customerId);
  const acts = await loadActs(group, seal, viewerId, customerIds);
  const standings = await loadStandingsNow(group, seal, wanted, now);
  const reasons = [...standings.values()].flat().flatMap(({ verdict }) => verdict?.reasons ?? []);
  const grounds = await loadGrounds(group, reasons);
  const people = await group.sql<{ readonly customerId: string; readonly nameSealed: Uint8Array | null }>(NAMES, [
    groupId,
    customerIds,
  ]);
  const names = new Map(people.map(({ customerId, nameSealed }) => [customerId, nameSealed]));
  return wanted.map((of) => ({
    ...of,
    customerName: fullName(openPerson(seal, groupId, names.get(of.customerId) ?? null).name) ?? null,
    acts: acts.get(of.customerId) ?? [],
    standing: standings.get(of.customerId) ?? [],
    grounds,
  }));
}
