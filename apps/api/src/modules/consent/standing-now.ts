import {
  CHANNELS,
  type Channel,
  type ContactVerdict,
  type Instant,
  mayContact,
  PURPOSES,
  type Purpose,
  standingConsents,
} from '@beback/core';
import type { Seal } from '../../secrets/seal.ts';
import { type GroupReader, loadEvidences } from '../contact/load-evidence.ts';
import { contextAt, loadStoreRules } from '../store/store-rules.ts';

/** Where one channel and purpose stand: the customer's latest word, and what contact law makes of it now. */
export interface StandingNow {
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** Null: the customer said nothing. */
  readonly state: 'given' | 'revoked' | null;
  /** Of a contact that a person of the store makes now; undefined for a store without a plan. */
  readonly verdict: ContactVerdict | undefined;
  /** The store's zone: its people are told times in it. */
  readonly zone: string;
}

/** Every channel and purpose of a customer, as a store's people may use it at this moment. */
export async function loadStandingNow(
  group: GroupReader,
  seal: Seal,
  { customerId, storeId }: { readonly customerId: string; readonly storeId: string },
  now: Instant,
): Promise<readonly StandingNow[]> {
  const evidence = (await loadEvidences(group, seal, [customerId])).get(customerId);
  if (evidence === undefined) throw new Error(`loadStandingNow: nothing of customer ${customerId}`);
  const rules = await loadStoreRules(group, group.groupId, storeId, now);
  const { history, location } = evidence;
  const said = new Map(
    standingConsents(history).map(({ channel, purpose, state }) => [`${channel} ${purpose}`, state.kind]),
  );
  return CHANNELS.flatMap((channel) =>
    PURPOSES.map((purpose): StandingNow => {
      const kind = said.get(`${channel} ${purpose}`) ?? 'none';
      const attempt = { channel, purpose, automated: false, location };
      const verdict = rules && mayContact(history, attempt, contextAt(rules, now));
      return { channel, purpose, state: kind === 'none' ? null : kind, verdict, zone: rules?.zone ?? 'UTC' };
    }),
  );
}
