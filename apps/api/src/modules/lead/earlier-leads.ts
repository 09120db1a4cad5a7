import { type EarlierLead, type Id, instant, type KnownOpportunity, type OpportunityStatus } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { openPerson } from '../customer/customer-person.ts';
import type { Inquiry } from './inquiry.ts';

const EARLIER = statement(
  'earlier leads of source and id',
  `select l.source, l.external_id as "externalId", l.opportunity_id as "opportunityId", p.name_sealed as "nameSealed"
     from lead l
     left join customer_person p on p.group_id = l.group_id and p.customer_id = l.customer_id
    where l.group_id = $1 and l.source = $2 and l.external_id = $3 and l.store_id = $4 and l.opportunity_id is not null`,
);

const EPISODES = statement(
  'opportunities of a customer',
  `select id, status, opened_at as "openedAt", owner_id as "ownerId"
     from opportunity
    where group_id = $1 and customer_id = $2 and store_id = $3
    order by opened_at desc`,
);

interface EarlierRow {
  readonly source: string;
  readonly externalId: string;
  readonly opportunityId: string;
  readonly nameSealed: Uint8Array | null;
}

/** Leads of this store that came with the same source and id before. */
export async function earlierLeads(
  tx: GroupTransaction,
  seal: Seal,
  storeId: string,
  { source, externalId }: Inquiry,
): Promise<readonly EarlierLead[]> {
  if (externalId === undefined) return [];
  const rows = await tx.sql<EarlierRow>(EARLIER, [tx.groupId, source, externalId, storeId]);
  return rows.map(({ nameSealed, opportunityId, ...row }) => ({
    ...row,
    name: openPerson(seal, tx.groupId, nameSealed).name,
    opportunityId: opportunityId as Id<'Opportunity'>,
  }));
}

export interface Episode extends KnownOpportunity {
  readonly ownerId: string | null;
}

/** The customer's episodes at this store, the latest first: other stores of the group follow up for themselves. */
export async function episodesOf(
  tx: GroupTransaction,
  storeId: string,
  customerId: string,
): Promise<readonly Episode[]> {
  const rows = await tx.sql<{ id: string; status: OpportunityStatus; openedAt: Date; ownerId: string | null }>(
    EPISODES,
    [tx.groupId, customerId, storeId],
  );
  return rows.map(({ id, status, openedAt, ownerId }) => ({
    opportunityId: id as Id<'Opportunity'>,
    status,
    openedAt: instant(openedAt.getTime()),
    ownerId,
  }));
}
