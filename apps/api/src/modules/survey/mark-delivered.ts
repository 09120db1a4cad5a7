import { type Id, type Instant, instant, invitationDue, transition } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { InputError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { schedule } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity } from '../opportunity/opportunity-row.ts';
import { contextAt, contextOf, loadStoreRules, type StoreRules } from '../store/store-rules.ts';

/** Due work that invites the buyer of a delivered deal to the survey. */
export const INVITE = 'survey.invite';

export const markDeliveredWish = z.object({ key: clientKey });

export interface DeliveryWish {
  readonly key: string;
  readonly opportunityId: string;
  /** When the car was handed over; undefined: now. */
  readonly at: Instant | undefined;
}

export interface DeliveryAnswer {
  readonly opportunityId: string;
  /** When the buyer will be asked; null: not at all (no address, say). */
  readonly surveyDueAt: number | null;
}

/**
 * Records that the car was handed over: the plan for buyers begins, and the survey is ordered for its day.
 *
 * @throws NotFoundError, InputError, RefusedError for a deal that is delivered already.
 */
export function markDelivered(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: DeliveryWish,
  now: Instant,
): Promise<DeliveryAnswer> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'markDelivered' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => deliver(tx, seal, viewer, wish, now)));
}

async function deliver(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  wish: DeliveryWish,
  now: Instant,
): Promise<DeliveryAnswer> {
  const opportunity = await lockOpportunity(tx, wish.opportunityId);
  // What is not in the viewer's sight is answered like what does not exist.
  if (opportunity === undefined || !seesStore(viewer, opportunity.storeId)) throw new NotFoundError('Opportunity');
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  if (rules === undefined) throw new Error(`store ${opportunity.storeId} has deals but no active plan`);
  const at = wish.at ?? now;
  if (at > now || at < (opportunity.history.openedAt ?? instant(0))) {
    throw new InputError('at', 'a time since the opportunity was opened, not in the future');
  }
  const wished = transition(opportunity.history, { kind: 'deliver', at }, contextAt(rules, now));
  if (!wished.ok) throw new RefusedError(wished.refusals, rules.zone);
  const facts = wished.value.map((draft) => factOf(draft, opportunity.storeId, now));
  const after = await advance(tx, seal, rules, opportunity, facts, now);
  const surveyDueAt = await orderInvitation(tx, after.id as Id<'Opportunity'>, after.history, rules, now);
  return { opportunityId: after.id, surveyDueAt };
}

/** Orders the invitation for its time; null when there is to be none. */
async function orderInvitation(
  tx: GroupTransaction,
  opportunityId: Id<'Opportunity'>,
  history: Parameters<typeof invitationDue>[0],
  rules: StoreRules,
  now: Instant,
): Promise<Instant | null> {
  const verdict = invitationDue(history, contextOf(history, rules, now));
  if (verdict.kind === 'none') return null;
  const dueAt = verdict.kind === 'due' ? now : verdict.at;
  await schedule(tx, { kind: INVITE, subject: opportunityId, storeId: rules.storeId, dueAt });
  return dueAt;
}
