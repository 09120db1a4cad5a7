import type { Instant } from '@beback/core';
import type { Seal } from '../../secrets/seal.ts';
import { lockKeys } from '../lock-keys.ts';
import { type Choice, loadChoices, type OpenedPreferences } from './open-preferences.ts';
import { replanCustomer } from './replan-customer.ts';
import { type ConsentDraft, tellLedger } from './tell-ledger.ts';

/** The version of the words beside the boxes: the fact that somebody ticked one names it. */
export const PREFERENCES_WORDING = 'preferences-1';

export interface PreferencesWish {
  /** Nothing more by any channel, for any purpose. */
  readonly stopEverything: boolean;
  /** Boxes that the customer changed. */
  readonly changes: readonly Choice[];
  /** The language in which the boxes were shown. */
  readonly locale: string;
}

const STOP_EVERYTHING: ConsentDraft = {
  kind: 'consent.revoked',
  data: { channel: 'all', purpose: 'all', how: 'preferences page' },
};

/** One click of a mail program: no more marketing by any channel, no more surveys and no automatic replies by mail. */
export const ONE_CLICK: readonly ConsentDraft[] = [
  { kind: 'consent.revoked', data: { channel: 'all', purpose: 'marketing', how: 'one-click unsubscribe' } },
  { kind: 'consent.revoked', data: { channel: 'email', purpose: 'survey', how: 'one-click unsubscribe' } },
  { kind: 'consent.revoked', data: { channel: 'email', purpose: 'replyToInquiry', how: 'one-click unsubscribe' } },
];

/**
 * Takes over what a customer chose. A box that stands already as wished makes no act, so that the same wish again changes
 * nothing.
 *
 * @returns what the store may do from now on.
 */
export function savePreferences(
  { group, link }: OpenedPreferences,
  seal: Seal,
  wish: PreferencesWish,
  now: Instant,
): Promise<readonly Choice[]> {
  return tell({ group, link }, seal, (before) => actsOf(wish, before, link.storeName), now);
}

/** Does what the one click of a mail program asks for. */
export async function unsubscribe(opened: OpenedPreferences, seal: Seal, now: Instant): Promise<void> {
  await tell(opened, seal, (before) => (before.some(endedByOneClick) ? ONE_CLICK : []), now);
}

function endedByOneClick({ channel, purpose, allowed }: Choice): boolean {
  if (!allowed) return false;
  return purpose === 'marketing' || (channel === 'email' && (purpose === 'survey' || purpose === 'replyToInquiry'));
}

function tell(
  { group, link }: OpenedPreferences,
  seal: Seal,
  actsFor: (before: readonly Choice[]) => readonly ConsentDraft[],
  now: Instant,
): Promise<readonly Choice[]> {
  const { customerId, storeId } = link;
  return group.transaction(async (tx) => {
    await lockKeys(tx, [`preferences|${customerId}`]);
    const before = await loadChoices(tx, seal, link, now);
    const acts = actsFor(before);
    if (acts.length === 0) return before;
    await tellLedger(tx, seal, { customerId, storeId, acts, at: now }, now);
    await replanCustomer(tx, seal, customerId, now);
    return loadChoices(tx, seal, link, now);
  });
}

function actsOf(
  { stopEverything, changes, locale }: PreferencesWish,
  before: readonly Choice[],
  storeName: string,
): readonly ConsentDraft[] {
  if (stopEverything) return before.some(({ allowed }) => allowed) ? [STOP_EVERYTHING] : [];
  const standing = new Map(before.map(({ channel, purpose, allowed }) => [`${channel} ${purpose}`, allowed]));
  const wished = new Map(changes.map((change) => [`${change.channel} ${change.purpose}`, change]));
  return [...wished.values()].flatMap(({ channel, purpose, allowed }): ConsentDraft[] => {
    if (standing.get(`${channel} ${purpose}`) === allowed) return [];
    const data = { channel, purpose, how: 'preferences page' };
    if (!allowed) return [{ kind: 'consent.revoked', data: { ...data, scopeChosen: true } }];
    const read = { wording: `${PREFERENCES_WORDING}.${locale}`, wordingStore: storeName };
    return [{ kind: 'consent.given', data: { ...data, ...read, written: true } }];
  });
}
