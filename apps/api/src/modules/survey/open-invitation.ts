import type { Instant, Locale } from '@beback/core';
import type { Gateway, GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { hashSecret } from '../../secrets/keys.ts';

/** An invitation, once its token was shown. */
export interface Invitation {
  readonly id: string;
  readonly storeId: string;
  readonly opportunityId: string;
  readonly customerId: string;
  readonly storeName: string;
  readonly salespersonName: string | null;
  /** The plan version whose questions are asked. */
  readonly planVersionId: string;
  readonly locale: Locale;
  readonly answered: boolean;
}

export interface OpenedInvitation {
  readonly group: GroupDatabase;
  readonly invitation: Invitation;
}

const INVITATION_OF_TOKEN = statement(
  'invitation of token',
  `select group_id as "groupId", subject_id as "invitationId"
     from key_directory
    where hash = $1 and kind = 'invitation' and revoked_at is null`,
);
const INVITATION = statement(
  'open invitation',
  `select i.id, i.store_id as "storeId", i.opportunity_id as "opportunityId", i.customer_id as "customerId",
          s.name as "storeName", m.name as "salespersonName", i.questionnaire as "planVersionId", i.locale,
          exists (select 1 from survey_response r where r.group_id = i.group_id and r.invitation_id = i.id) as answered
     from invitation i
     join store s on s.group_id = i.group_id and s.id = i.store_id
     join opportunity o on o.group_id = i.group_id and o.id = i.opportunity_id
     left join member m on m.group_id = o.group_id and m.id = o.owner_id
    where i.group_id = $1 and i.id = $2 and i.expires_at > $3`,
);

/** The invitation of a link's token; undefined for an unknown one and for one that has expired, alike. */
export async function openInvitation(
  gateway: Gateway,
  token: string,
  now: Instant,
): Promise<OpenedInvitation | undefined> {
  const [entry] = await gateway.directory.sql<{ readonly groupId: string; readonly invitationId: string }>(
    INVITATION_OF_TOKEN,
    [hashSecret(token)],
  );
  if (entry === undefined) return undefined;
  const group = gateway.enterGroup(entry.groupId);
  const [invitation] = await group.sql<Invitation>(INVITATION, [entry.groupId, entry.invitationId, new Date(now)]);
  return invitation === undefined ? undefined : { group, invitation };
}
