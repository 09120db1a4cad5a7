import type { AppointmentOutcome, AppointmentWish, Id, Instant } from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { InputError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { decided } from './agreed-facts.ts';
import { assertBookable } from './assert-bookable.ts';
import { openOpportunity } from './open-opportunity.ts';

export const confirmAppointmentWish = z.object({ key: clientKey });

export interface ConfirmWish {
  readonly key: string;
  readonly opportunityId: string;
  readonly outcome: AppointmentOutcome;
  /** The new time of a moved one. */
  readonly startsAt: Instant | undefined;
}

/** Id of the opportunity whose appointment it is. */
export interface ChangedAppointment {
  readonly opportunityId: string;
}

/**
 * Records what became of the standing appointment, by whom: confirmed, moved, called off, or kept. The plan is asked
 * anew in the same transaction.
 *
 * @throws NotFoundError, NotAllowedError, InputError, RefusedError where there is no such appointment.
 */
export function confirmAppointment(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: ConfirmWish,
  now: Instant,
): Promise<ChangedAppointment> {
  const once = { actorId: viewer.memberId, key: wish.key, operation: 'confirmAppointment' };
  return group.transaction((tx) => answerOnce(tx, once, now, () => change(tx, seal, viewer, wish, now)));
}

async function change(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  { opportunityId, outcome, startsAt }: ConfirmWish,
  now: Instant,
): Promise<ChangedAppointment> {
  const { opportunity, rules } = await openOpportunity(tx, viewer, opportunityId, now);
  const said = { at: now, memberId: viewer.memberId as Id<'Member'> };
  if ((outcome === 'moved') !== (startsAt !== undefined)) {
    throw new InputError('startsAt', 'the new time with the outcome moved, else none');
  }
  if (startsAt !== undefined) assertBookable('startsAt', startsAt, now, rules);
  const wish: AppointmentWish =
    outcome === 'moved' && startsAt !== undefined
      ? { kind: 'moved', ...said, startsAt }
      : { kind: outcome as Exclude<AppointmentOutcome, 'moved'>, ...said };
  const facts = decided(opportunity.history, wish, rules).map((draft) => factOf(draft, opportunity.storeId, now));
  if (facts.length > 0) await advance(tx, seal, rules, opportunity, facts, now);
  return { opportunityId };
}
