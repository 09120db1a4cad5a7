import {
  type Channel,
  DISPOSITIONS_OF_CHANNEL,
  type Disposition,
  firstResponse,
  type Id,
  type Instant,
  instant,
  nextTouchOf,
  type PaperTime,
  type Purpose,
  type ResponseStage,
  reason,
} from '@beback/core';
import { z } from 'zod';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { InputError, NotAllowedError, NotFoundError, RefusedError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { seesStore, type Viewer } from '../access/viewer.ts';
import { answerOnce, clientKey } from '../answer-once.ts';
import { type Agreed, agreedFacts } from '../appointment/agreed-facts.ts';
import type { TouchState } from '../cadence/touch-row.ts';
import { hearNote } from '../consent/hear-note.ts';
import { replanCustomer } from '../consent/replan-customer.ts';
import { keepVerdict } from '../contact/keep-verdict.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { phoneKeysOf } from '../customer/phone-keys.ts';
import { factOf } from '../fact/fact-row.ts';
import { episodeEnd } from '../measures/episode-end.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity, type OpportunityRow } from '../opportunity/opportunity-row.ts';
import { assertNotKeyedIn } from '../paper/keyed-in.ts';
import { assertMayKeyIn, type OnPaper, type PaperNote, readPaper } from '../paper/read-paper.ts';
import { judgedHistory } from '../proof/load-calls-shown.ts';
import { contextOf, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';

const MOST_NOTE = 4_000;

export const logActivityWish = z.object({
  key: clientKey,
  note: z.string().max(MOST_NOTE, `at most ${MOST_NOTE} characters`).nullish(),
});

export interface ActivityWish {
  readonly key: string;
  readonly touchId: string;
  readonly disposition: Disposition;
  readonly note: string | undefined;
  /** What was sent is a template as it stands. */
  readonly unchangedTemplate?: boolean | undefined;
  /** When it was done, by the person's account; undefined: now. */
  readonly at: Instant | undefined;
  /** What was agreed with the customer by the way. */
  readonly agreed: Agreed;
  /** It was noted on paper, by whom and when, and is keyed in by the viewer; then `at` and `agreed` come from it. */
  readonly paper?: PaperNote | undefined;
}

/** Ids of what came of it. */
export interface LoggedActivity {
  readonly activityId: string;
  readonly touchId: string;
  /** The next thing that the plan asks the same person to do about this opportunity. */
  readonly nextTouchId: string | null;
}

interface AskedRow {
  readonly opportunityId: string;
  readonly memberId: string | null;
  readonly alsoMemberId: string | null;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly state: TouchState;
  /** When it arose: its trigger. */
  readonly since: Date;
}

const TOUCH = statement(
  'touch to settle',
  `select opportunity_id as "opportunityId", member_id as "memberId", also_member_id as "alsoMemberId", channel, purpose,
          state, since
     from touch
    where group_id = $1 and id = $2`,
);
const NOTE = statement('keep note', 'insert into note (group_id, fact_id, text_sealed) values ($1, $2, $3)');

/**
 * Logs what a member did about a task: a claim, until a record documents it. The touch is settled, the plan asked
 * anew, the measures of the day move, and everybody's screens hear of it, in one transaction.
 *
 * @throws NotFoundError, NotAllowedError for somebody else's task, RefusedError for a task that is settled already,
 * InputError.
 */
export function logActivity(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: ActivityWish,
  now: Instant,
): Promise<LoggedActivity> {
  const operation = wish.paper === undefined ? 'logActivity' : 'keyInResult';
  const once = { actorId: viewer.memberId, key: wish.key, operation };
  return group.transaction((tx) => answerOnce(tx, once, now, () => settle(tx, seal, viewer, wish, now)));
}

async function settle(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  wish: ActivityWish,
  now: Instant,
): Promise<LoggedActivity> {
  const { opportunity, touch } = await lockTouch(tx, wish.touchId);
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  if (rules === undefined) throw new Error(`store ${opportunity.storeId} has tasks but no active plan`);
  if (wish.paper === undefined) await assertMayLog(tx, seal, viewer, touch, opportunity, rules, now);
  else assertMayKeyIn(viewer, touch, opportunity, wish.paper);
  const { memberId, agreed: said, onPaper, time } = doneOf(viewer, wish, touch, opportunity, rules, now);
  const isAsked = touch.state === 'due';
  if (wish.paper !== undefined) {
    await assertNotKeyedIn(tx, { opportunityId: opportunity.id, touchId: wish.touchId, isAsked, time }, rules);
  }
  // What was done before it was given up, or stopped, was done: paper tells late.
  const isOpen = isAsked || (wish.paper !== undefined && touch.state !== 'done');
  if (!isOpen) throw new RefusedError([reason('activity.taskSettled')], rules.zone);
  const allowed: readonly Disposition[] = DISPOSITIONS_OF_CHANNEL[touch.channel];
  if (!allowed.includes(wish.disposition)) throw new InputError('disposition', allowed.join(', '));
  const unchanged = wish.unchangedTemplate === true;
  if (unchanged && wish.disposition !== 'sent') throw new InputError('unchangedTemplate', 'true only of what was sent');
  const { at } = time;
  const openedAt = opportunity.history.openedAt ?? instant(0);
  if (at > now || at < openedAt)
    throw new InputError('at', 'a time since the opportunity was opened, not in the future');

  const agreed = agreedFacts(said, wish.disposition, opportunity, { at, memberId }, rules);
  const fact = factOf(
    {
      kind: 'activity.logged',
      at,
      data: {
        opportunityId: opportunity.id as Id<'Opportunity'>,
        customerId: opportunity.customerId as Id<'Customer'>,
        memberId,
        touchId: wish.touchId as Id<'Touch'>,
        channel: touch.channel,
        disposition: wish.disposition,
        ...(unchanged && { unchangedTemplate: true }),
        phones: touch.channel === 'call' ? await phoneKeysOf(tx, opportunity.customerId) : [],
        ...onPaper,
      },
    },
    opportunity.storeId,
    now,
  );
  const note = wish.note?.trim() ?? '';
  // The verdict of before the attempt: this very call fills no cap that it is judged by.
  const made = { from: time.doneFrom ?? at, until: time.doneUntil ?? at };
  await keepVerdict(tx, seal, { factId: fact.id, customerId: opportunity.customerId, touch, made }, rules);
  const stopped = await hearNote(tx, seal, { note, opportunity, channel: touch.channel, memberId, said: made }, now);
  const beside = agreed.map((draft) => factOf(draft, opportunity.storeId, now));
  const after = await advance(tx, seal, rules, opportunity, [fact, ...beside], now);
  if (note !== '') await tx.sql(NOTE, [tx.groupId, fact.id, seal.seal(tx.groupId, NOTE_FIELD, note)]);
  if (stopped) await replanCustomer(tx, seal, opportunity.customerId, now, { except: opportunity.id });
  const next = nextTouchOf(after.history, contextOf(after.history, rules, now));
  return { activityId: fact.id, touchId: wish.touchId, nextTouchId: next?.id ?? null };
}

interface Done {
  readonly time: PaperTime;
  readonly memberId: Id<'Member'>;
  readonly agreed: Agreed;
  readonly onPaper: OnPaper;
}

/** Who did it and when: the viewer, as said; or whose sheet it stands on, as noted there. */
function doneOf(
  viewer: Viewer,
  wish: ActivityWish,
  touch: AskedRow,
  { history }: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Done {
  const memberId = viewer.memberId as Id<'Member'>;
  if (wish.paper === undefined) return { time: { at: wish.at ?? now }, memberId, agreed: wish.agreed, onPaper: {} };
  const since = instant(touch.since.getTime());
  const endedAt = episodeEnd(history, since);
  return readPaper(wish.paper, memberId, { since, ...(endedAt !== undefined && { endedAt }) }, rules, now);
}

/** The touch and its opportunity, read anew once the opportunity is locked: two who log at once come one by one. */
async function lockTouch(
  tx: GroupTransaction,
  touchId: string,
): Promise<{ readonly opportunity: OpportunityRow; readonly touch: AskedRow }> {
  const [found] = await tx.sql<AskedRow>(TOUCH, [tx.groupId, touchId]);
  const opportunity = found === undefined ? undefined : await lockOpportunity(tx, found.opportunityId);
  const [touch] = opportunity === undefined ? [] : await tx.sql<AskedRow>(TOUCH, [tx.groupId, touchId]);
  if (opportunity === undefined || touch === undefined) throw new NotFoundError('Task');
  return { opportunity, touch };
}

/** Stages of the response clock from which on anybody of the store may answer a lead. */
const OPEN_TO_ALL: readonly ResponseStage[] = ['handOver', 'manager'];

/** Whoever has the task or the customer; anybody of the store once the plan hands a waiting lead over. */
async function assertMayLog(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  touch: AskedRow,
  opportunity: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<void> {
  const { history, storeId, customerId } = opportunity;
  if (touch.memberId === viewer.memberId || history.ownerId === viewer.memberId) return;
  const judged = await judgedHistory(tx, tx.groupId, opportunity);
  const evidence = await loadEvidence(tx, seal, customerId);
  const response = firstResponse(judged, evidence, contextOf(history, rules, now));
  const handedOver = response.kind === 'running' && OPEN_TO_ALL.includes(response.stage);
  if (handedOver && viewer.storeIds.includes(storeId)) return;
  // What is not in the viewer's sight is answered like what does not exist.
  if (!seesStore(viewer, storeId)) throw new NotFoundError('Task');
  throw new NotAllowedError('This task is somebody else’s');
}
