import {
  dayOf,
  decideTrial,
  type FactDraft,
  type Id,
  type Instant,
  type Result,
  startTrial,
  type Trial,
  type TrialVerdict,
} from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotAllowedError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { scheduleAll } from '../../jobs/schedule.ts';
import { hasCapability, seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { lockKeys } from '../lock-keys.ts';
import { SEND_STEPS } from '../outgoing/send-steps.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { loadTrial } from './load-trial.ts';

export interface TrialWish {
  readonly key: string;
  readonly storeId: string;
}

// What is open of automation's own: it goes out from now on, when its time has come.
const AUTOMATED = statement(
  'open steps of automation',
  `select distinct opportunity_id as id from touch
    where group_id = $1 and store_id = $2 and who = 'automation' and state = 'due'`,
);

/**
 * Begins a trial in a store: from now on the plan's texts and mails stay where they are.
 *
 * @throws NotFoundError, NotAllowedError, RefusedError while another one runs.
 */
export function beginTrial(
  group: GroupDatabase,
  viewer: Viewer,
  { months, ...wish }: TrialWish & { readonly months: number | undefined },
  now: Instant,
): Promise<TrialWish> {
  if (!hasCapability(viewer, 'managePlan')) throw new NotAllowedError();
  return change(group, viewer, wish, 'startTrial', now, (trial, byId, moment) =>
    startTrial(trial, byId, months, moment),
  );
}

/**
 * The owner's word on a trial. Go opens the plan's texts and mails; what was late by then is not sent any more.
 *
 * @throws NotFoundError, NotAllowedError for who is not the owner, RefusedError.
 */
export function endTrial(
  group: GroupDatabase,
  viewer: Viewer,
  { verdict, ...wish }: TrialWish & { readonly verdict: TrialVerdict },
  now: Instant,
): Promise<TrialWish> {
  if (viewer.role !== 'principal') throw new NotAllowedError('The owner decides');
  return change(group, viewer, wish, 'decideTrial', now, (trial, byId, moment) =>
    decideTrial(trial, verdict, byId, moment),
  );
}

type Decide = (
  trial: Trial | undefined,
  byId: Id<'Member'>,
  moment: Parameters<typeof startTrial>[3],
) => Result<FactDraft>;

function change(
  group: GroupDatabase,
  viewer: Viewer,
  { key, storeId }: TrialWish,
  operation: string,
  now: Instant,
  decide: Decide,
): Promise<TrialWish> {
  if (!seesStore(viewer, storeId)) throw new NotFoundError('Store');
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: viewer.memberId, key, operation }, now, async () => {
      await lockKeys(tx, [`trial|${storeId}`]);
      const rules = await loadStoreRules(tx, tx.groupId, storeId, now);
      if (rules === undefined) throw new NotFoundError('Store');
      const trial = await loadTrial(tx, tx.groupId, storeId);
      const today = dayOf(rules.calendar, now);
      const decided = decide(trial, viewer.memberId as Id<'Member'>, { today, now });
      if (!decided.ok) throw new RefusedError(decided.refusals, rules.zone);
      await recordFacts(tx, [factOf(decided.value, storeId, now)]);
      await orderAutomated(tx, storeId, now);
      return { key, storeId };
    }),
  );
}

/** Whoever has something of automation's to come is looked at again. */
async function orderAutomated(tx: GroupTransaction, storeId: string, now: Instant): Promise<void> {
  const rows = await tx.sql<{ readonly id: string }>(AUTOMATED, [tx.groupId, storeId]);
  await scheduleAll(tx, { kind: SEND_STEPS, subjects: rows.map(({ id }) => id), storeId, dueAt: now });
}
