import {
  dayOf,
  decideTrial,
  type FactDraft,
  type Instant,
  type Result,
  startTrial,
  type TrialActor,
  type TrialMoment,
  type Trials,
  type TrialVerdict,
} from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotAllowedError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import { schedule, scheduleAll } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { hasCapability, seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { lockKeys } from '../lock-keys.ts';
import { SEND_STEPS } from '../outgoing/send-steps.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { PLAN_DAY } from '../workday/order-day-plan.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { loadFigures } from './load-figures.ts';
import { loadTrials } from './load-trials.ts';

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
const WHY = statement(
  'why a trial was decided',
  'insert into note (group_id, fact_id, text_sealed) values ($1, $2, $3)',
);

/**
 * Begins a trial in a store: from now on the plan's texts and mails stay where they are.
 *
 * @throws NotFoundError, NotAllowedError, RefusedError while another one runs, and after the owner's word for who is not
 * the owner.
 */
export function beginTrial(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { months, ...wish }: TrialWish & { readonly months: number | undefined },
  now: Instant,
): Promise<TrialWish> {
  if (!hasCapability(viewer, 'managePlan')) throw new NotAllowedError();
  return change(group, seal, viewer, { ...wish, operation: 'startTrial', why: '' }, now, ({ trials, by, moment }) =>
    Promise.resolve(startTrial(trials, by, months, moment)),
  );
}

/**
 * The owner's word on a trial, kept with what the report said. Go opens the plan's texts and mails; what was late by then is
 * not sent any more.
 *
 * @throws NotFoundError, NotAllowedError for who is not the owner, RefusedError.
 */
export function endTrial(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { verdict, ...wish }: TrialWish & { readonly verdict: TrialVerdict; readonly why: string },
  now: Instant,
): Promise<TrialWish> {
  if (viewer.role !== 'principal') throw new NotAllowedError('The owner decides');
  return change(group, seal, viewer, { ...wish, operation: 'decideTrial' }, now, async (asked) => {
    const { tx, rules, trials, by, moment } = asked;
    const { standing } = trials;
    const figures = standing && (await loadFigures(tx, tx.groupId, rules, standing, now));
    return decideTrial(trials, verdict, by.memberId, figures, moment);
  });
}

/** What a wish about a trial is decided by. */
interface Asked {
  readonly tx: GroupTransaction;
  readonly rules: StoreRules;
  readonly trials: Trials;
  readonly by: TrialActor;
  readonly moment: TrialMoment;
}

function change(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { key, storeId, operation, why }: TrialWish & { readonly operation: string; readonly why: string },
  now: Instant,
  decide: (asked: Asked) => Promise<Result<FactDraft>>,
): Promise<TrialWish> {
  if (!seesStore(viewer, storeId)) throw new NotFoundError('Store');
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: viewer.memberId, key, operation }, now, async () => {
      await lockKeys(tx, [`trial|${storeId}`]);
      const rules = await loadStoreRules(tx, tx.groupId, storeId, now);
      if (rules === undefined) throw new NotFoundError('Store');
      const trials = await loadTrials(tx, tx.groupId, storeId);
      const by = { memberId: viewer.memberId as TrialActor['memberId'], role: viewer.role };
      const moment = { today: dayOf(rules.calendar, now), now };
      const decided = await decide({ tx, rules, trials, by, moment });
      if (!decided.ok) throw new RefusedError(decided.refusals, rules.zone);
      const fact = factOf(decided.value, storeId, now);
      await recordFacts(tx, [fact]);
      if (why !== '') await tx.sql(WHY, [tx.groupId, fact.id, seal.seal(tx.groupId, NOTE_FIELD, why)]);
      await orderAutomated(tx, storeId, now);
      return { key, storeId };
    }),
  );
}

/**
 * Whoever has something of automation's to come is looked at again, and the day is planned anew: what stands on it as
 * locked, or as sent by the server, is so no longer.
 */
async function orderAutomated(tx: GroupTransaction, storeId: string, now: Instant): Promise<void> {
  const rows = await tx.sql<{ readonly id: string }>(AUTOMATED, [tx.groupId, storeId]);
  await scheduleAll(tx, { kind: SEND_STEPS, subjects: rows.map(({ id }) => id), storeId, dueAt: now });
  await schedule(tx, { kind: PLAN_DAY, subject: storeId, storeId, dueAt: now });
}
