import type { CallRecordFile, CallRecordProblem } from '@beback/call-records';
import { type Instant, instant } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import type { MatchKeys } from '../../secrets/keys.ts';
import { assertStoreInSight } from '../access/store-in-sight.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { orderFindingCheck } from '../finding/order-check.ts';
import { addMeasures } from '../measures/add-measures.ts';
import { lockProofs, proveClaims } from '../proof/prove-claims.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { advanceFeed } from './advance-feed.ts';
import { CALL_RECORD_READERS, type CallRecordFormat } from './formats.ts';
import { type CallSource, recordNewCalls } from './new-calls.ts';
import { ownNumbers } from './own-numbers.ts';
import { replanAnswered } from './replan-answered.ts';

/**
 * Characters of a file: a month of a store, which is some 16,000 of Twilio's rows of 250 characters (640 on each of 25
 * working days). `BODY_LIMITS.upload` leaves room for what JSON adds to them.
 */
export const MOST_CONTENT = 4_000_000;
/** Calls of a file: so many are recorded and held against a month of claims in half the time of a transaction. */
export const MOST_CALLS = 16_000;
/** Problems that an answer names. */
export const MOST_PROBLEMS = 100;
const IN_PARTS = 'upload a longer file in parts, the last with its end';
const SOURCE = 'the phone system’s name at the store: 1 to 40 letters, digits, dots, dashes';

export const uploadWish = z.object({
  key: clientKey,
  source: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, SOURCE),
  content: z.string().max(MOST_CONTENT, `at most ${MOST_CONTENT.toLocaleString('en')} characters: ${IN_PARTS}`),
});

export interface UploadWish extends z.output<typeof uploadWish> {
  readonly storeId: string;
  readonly format: CallRecordFormat;
  /** The uploader's word: the file holds every call of the source up to here. */
  readonly completeUntil: Instant;
}

/** Plain JSON: a repetition is answered with it. */
export interface UploadAnswer {
  /** Calls that the file tells of. */
  readonly read: number;
  readonly new: number;
  readonly alreadyKnown: number;
  /** The first {@link MOST_PROBLEMS}. */
  readonly problems: readonly RowProblem[];
  /** All of them. */
  readonly problemCount: number;
  /** How far the feed has come, by this or an earlier file. */
  readonly completeUntil: Instant;
}

export interface RowProblem {
  /** 1 is the header. */
  readonly row: number;
  readonly field: string;
  readonly allowed: string;
}

/**
 * Takes in a phone system's export: calls that are new are recorded, the feed moves on, claims are held against the
 * records, the measures of their days move; one transaction. A file that comes twice, late or in another order ends in
 * the same state.
 *
 * @throws NotFoundError for a store out of sight, InputError for a file that cannot be read at all, or that claims to
 * know the future.
 */
export async function uploadCallRecords(
  group: GroupDatabase,
  matchKeys: MatchKeys,
  viewer: Viewer,
  wish: UploadWish,
  now: Instant,
): Promise<UploadAnswer> {
  if (wish.completeUntil > now) throw new InputError('completeUntil', 'a time that is not in the future');
  await assertStoreInSight(group, group.groupId, viewer.memberId, wish.storeId);
  const rules = await loadStoreRules(group, group.groupId, wish.storeId, now);
  if (rules === undefined) throw new NotFoundError('Store');
  const numbers = await ownNumbers(group, group.groupId, rules);
  const options = { country: rules.country, ownNumbers: numbers, now };
  const file = CALL_RECORD_READERS[wish.format].read(wish.content, options);
  assertReadable(file);
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'uploadCallRecords' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => takeIn(tx, matchKeys, rules, wish, file, now)));
}

async function takeIn(
  tx: GroupTransaction,
  matchKeys: MatchKeys,
  rules: StoreRules,
  { source, completeUntil }: UploadWish,
  file: CallRecordFile,
  now: Instant,
): Promise<UploadAnswer> {
  await lockProofs(tx, rules.storeId);
  const from: CallSource = { storeId: rules.storeId, source };
  const calls = await recordNewCalls(tx, matchKeys, from, file.records, now);
  const feed = await advanceFeed(tx, from, completeUntil, now);
  const moments = [...calls.map(({ at }) => at), ...feed.moments];
  await addMeasures(tx, await proveClaims(tx, rules, moments, now));
  await orderFindingCheck(tx, rules.storeId, now);
  await replanAnswered(tx, rules.storeId, calls, now);
  return {
    read: file.records.length,
    new: calls.length,
    alreadyKnown: file.records.length - calls.length,
    problems: file.problems.slice(0, MOST_PROBLEMS).map(problemOf),
    problemCount: file.problems.length,
    completeUntil: instant(feed.completeUntil),
  };
}

function problemOf({ row, field, allowed }: CallRecordProblem): RowProblem {
  return { row: row ?? 1, field: field ?? 'file', allowed };
}

/** Who passes over a file that could not be read would say of every claim that nothing shows it. */
function assertReadable({ problems, records }: CallRecordFile): void {
  const broken = problems.find(({ code }) => code.startsWith('file.'));
  if (broken !== undefined) throw new InputError('content', broken.allowed);
  if (records.length > MOST_CALLS)
    throw new InputError('content', `at most ${MOST_CALLS.toLocaleString('en')} calls: ${IN_PARTS}`);
}
