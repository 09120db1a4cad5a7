import { CHANNELS, type Channel, type Id, type Instant, instant, PURPOSES, type Purpose } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { replanCustomer } from './replan-customer.ts';
import { type ConsentDraft, tellLedger } from './tell-ledger.ts';

/** Every channel, or every purpose. */
export const ALL = 'all';
/** How a customer can say it to a person of the store. */
export const SAID_BY = ['call', 'text', 'email', 'letter', 'inPerson', 'voicemail', 'form'] as const;
export type SaidBy = (typeof SAID_BY)[number];

const WORDS_ALLOWED = 'the customer’s words, 1 to 4,000 characters';

export const actWish = z.object({
  key: clientKey,
  channel: z.enum([...CHANNELS, ALL]),
  purpose: z.enum([...PURPOSES, ALL]),
  how: z.enum(SAID_BY),
  words: z.string().trim().min(1, WORDS_ALLOWED).max(4_000, WORDS_ALLOWED),
});

export interface ActWish {
  readonly key: string;
  readonly opportunityId: string;
  readonly act: 'given' | 'revoked';
  readonly channel: Channel | typeof ALL;
  readonly purpose: Purpose | typeof ALL;
  readonly how: SaidBy;
  readonly words: string;
  /** Of a consent: on paper or on a form, clearly shown and signed or ticked. */
  readonly written: boolean;
  /** Of a revocation: the customer wants exactly this and no more stopped. */
  readonly scopeChosen: boolean;
  /** When the customer said it; undefined: now. */
  readonly at: Instant | undefined;
}

const CUSTOMER = statement(
  'customer of an opportunity',
  'select customer_id as "customerId", store_id as "storeId" from opportunity where group_id = $1 and id = $2',
);

/**
 * Writes down what a customer said about being contacted; the plan is asked anew at once.
 *
 * @returns the id of the act's fact.
 * @throws NotFoundError for an opportunity out of the viewer's sight, InputError for a time to come.
 */
export function recordAct(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: ActWish,
  now: Instant,
): Promise<string> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: `consent.${wish.act}` };
  return group.transaction((tx) => answerOnce(tx, once, now, () => record(tx, seal, viewer, wish, now)));
}

async function record(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  { opportunityId, words, ...wish }: ActWish,
  now: Instant,
): Promise<string> {
  const at = wish.at ?? now;
  const [found] = await tx.sql<{ customerId: string; storeId: string }>(CUSTOMER, [tx.groupId, opportunityId]);
  // What is not in the viewer's sight is answered like what does not exist.
  if (found === undefined || !seesStore(viewer, found.storeId)) throw new NotFoundError('Opportunity');
  if (at > now || at < instant(0)) throw new InputError('at', 'a time that is not in the future');
  const [fact] = await tellLedger(tx, seal, { ...found, acts: [draftOf(wish, viewer)], words, at }, now);
  if (fact === undefined) throw new Error('recordAct: the ledger took nothing');
  await replanCustomer(tx, seal, found.customerId, now);
  return fact.id;
}

function draftOf(
  { act, channel, purpose, how, written, scopeChosen }: Omit<ActWish, 'key' | 'opportunityId' | 'words' | 'at'>,
  viewer: Viewer,
): ConsentDraft {
  const data = { channel, purpose, how, memberId: viewer.memberId as Id<'Member'> };
  return act === 'given'
    ? { kind: 'consent.given', data: { ...data, written } }
    : { kind: 'consent.revoked', data: { ...data, ...(scopeChosen && { scopeChosen }) } };
}
