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
import type { ContactEvidence } from '../contact/verdict-of.ts';
import { contextAt, loadStoreRules, type StoreRules } from '../store/store-rules.ts';

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

/** Every channel and purpose of customers, as a store's people may use it at this moment: each by the rules of one store. */
export async function loadStandingsNow(
  group: GroupReader,
  seal: Seal,
  wanted: readonly { readonly customerId: string; readonly storeId: string }[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly StandingNow[]>> {
  const customerIds = wanted.map(({ customerId }) => customerId);
  const evidences = await loadEvidences(group, seal, customerIds);
  const rules = new Map<string, StoreRules | undefined>();
  for (const storeId of new Set(wanted.map((of) => of.storeId))) {
    rules.set(storeId, await loadStoreRules(group, group.groupId, storeId, now));
  }
  return new Map(
    wanted.map(({ customerId, storeId }) => {
      const evidence = evidences.get(customerId);
      if (evidence === undefined) throw new Error(`loadStandingsNow: nothing of customer ${customerId}`);
      return [customerId, standingsOf(evidence, rules.get(storeId), now)];
    }),
  );
}

function standingsOf(
  { history, location }: ContactEvidence,
  rules: StoreRules | undefined,
  now: Instant,
): readonly StandingNow[] {
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
