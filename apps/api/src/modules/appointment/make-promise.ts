import { type Channel, type Id, type Instant, promiseTouches } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { contextOf } from '../store/store-rules.ts';
import { assertBookable } from './assert-bookable.ts';
import { openOpportunity } from './open-opportunity.ts';

export const makePromiseWish = z.object({ key: clientKey });

export interface PromiseWish {
  readonly key: string;
  readonly opportunityId: string;
  readonly dueAt: Instant;
  readonly channel: Channel;
}

/** Ids of what came of it. */
export interface MadePromise {
  readonly opportunityId: string;
  readonly touchId: string;
}

/**
 * Records what a customer was promised outside of any task: from then on it is the owner's touch of class promise.
 *
 * @throws NotFoundError, NotAllowedError, InputError for a time that cannot be kept.
 */
export function makePromise(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: PromiseWish,
  now: Instant,
): Promise<MadePromise> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'makePromise' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => promise(tx, seal, viewer, wish, now)));
}

async function promise(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  { opportunityId, dueAt, channel }: PromiseWish,
  now: Instant,
): Promise<MadePromise> {
  const { opportunity, rules } = await openOpportunity(tx, viewer, opportunityId, now);
  assertBookable('dueAt', dueAt, now, rules);
  const data = {
    opportunityId: opportunityId as Id<'Opportunity'>,
    customerId: opportunity.customerId as Id<'Customer'>,
    memberId: viewer.memberId as Id<'Member'>,
    channel,
    dueAt,
  };
  const fact = factOf({ kind: 'promise.made', at: now, data }, opportunity.storeId, now);
  const { history } = await advance(tx, seal, rules, opportunity, [fact], now);
  const made = promiseTouches(history, contextOf(history, rules, now)).find(({ id }) => id.endsWith(fact.id));
  if (made === undefined) throw new Error(`makePromise: fact ${fact.id} became no touch`);
  return { opportunityId, touchId: made.id };
}
