import { type Channel, type Instant, mayContact, PURPOSES, type Purpose } from '@beback/core';
import type { Gateway, GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { hashSecret } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { contextAt, loadStoreRules } from '../store/store-rules.ts';

/** Channels that a customer chooses about; a video goes by e-mail, and nobody is visited. */
export const CHOICE_CHANNELS = ['call', 'text', 'email', 'letter'] as const satisfies readonly Channel[];
export type ChoiceChannel = (typeof CHOICE_CHANNELS)[number];

/** Whose page it is, once its token was shown. */
export interface PreferenceLink {
  readonly customerId: string;
  readonly storeId: string;
  readonly storeName: string;
}

export interface OpenedPreferences {
  readonly group: GroupDatabase;
  readonly link: PreferenceLink;
}

/** One box of the page. */
export interface Choice {
  readonly channel: ChoiceChannel;
  readonly purpose: Purpose;
  /** The store may: by the customer's word, or by law while he has said nothing. */
  readonly allowed: boolean;
}

const LINK_OF_TOKEN = statement(
  'preference link of token',
  `select group_id as "groupId", subject_id as "linkId"
     from key_directory
    where hash = $1 and kind = 'preferences' and revoked_at is null`,
);
const LINK = statement(
  'open preference link',
  `select p.customer_id as "customerId", p.store_id as "storeId", s.name as "storeName"
     from preference_link p
     join store s on s.group_id = p.group_id and s.id = p.store_id
    where p.group_id = $1 and p.id = $2`,
);

/** The page of a link's token; undefined for an unknown one. It never expires: a stop must always be possible. */
export async function openPreferences(gateway: Gateway, token: string): Promise<OpenedPreferences | undefined> {
  const [entry] = await gateway.directory.sql<{ readonly groupId: string; readonly linkId: string }>(LINK_OF_TOKEN, [
    hashSecret(token),
  ]);
  if (entry === undefined) return undefined;
  const group = gateway.enterGroup(entry.groupId);
  const [link] = await group.sql<PreferenceLink>(LINK, [entry.groupId, entry.linkId]);
  return link === undefined ? undefined : { group, link };
}

/** What the store may do today, box by box. */
export async function loadChoices(
  tx: GroupTransaction,
  seal: Seal,
  { customerId, storeId }: PreferenceLink,
  now: Instant,
): Promise<readonly Choice[]> {
  const rules = await loadStoreRules(tx, tx.groupId, storeId, now);
  if (rules === undefined) throw new Error(`store ${storeId} has customers but no active plan`);
  const { history, location } = await loadEvidence(tx, seal, customerId);
  const context = contextAt(rules, now);
  return CHOICE_CHANNELS.flatMap((channel) =>
    PURPOSES.map((purpose) => {
      const verdict = mayContact(history, { channel, purpose, automated: false, location }, context);
      return { channel, purpose, allowed: verdict.kind !== 'never' };
    }),
  );
}
