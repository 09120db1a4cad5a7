import type { Fact, Id, Instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { factOf } from '../fact/fact-row.ts';

const SENT = statement(
  'invitation sent',
  `update invitation set state = 'sent', sent_at = $4
    where group_id = $1 and opportunity_id = $2 and customer_id = $3 and state = 'scheduled'
   returning id, store_id as "storeId"`,
);

/** Whom an invitation is for. */
export interface Invited {
  readonly opportunityId: string;
  readonly customerId: string;
}

/**
 * The invitation has reached the buyer: its mail was taken, or its link is used. Until then nobody was asked, and nobody
 * who does not answer counts.
 *
 * @returns the fact of it, for the caller to record; none when that is known.
 */
export async function markInvited(
  tx: GroupTransaction,
  { opportunityId, customerId }: Invited,
  now: Instant,
): Promise<readonly Fact[]> {
  const parameters = [tx.groupId, opportunityId, customerId, new Date(now)];
  const rows = await tx.sql<{ readonly id: string; readonly storeId: string }>(SENT, parameters);
  return rows.map(({ id, storeId }) => {
    const data = {
      invitationId: id as Id<'Invitation'>,
      opportunityId: opportunityId as Id<'Opportunity'>,
      customerId: customerId as Id<'Customer'>,
    };
    return factOf({ kind: 'survey.invited', at: now, data }, storeId, now);
  });
}
