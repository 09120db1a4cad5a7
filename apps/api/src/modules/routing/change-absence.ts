import {
  type AbsenceMoment,
  type AbsenceReason,
  type AbsenceRefusal,
  absentOn,
  catchUp,
  type Day,
  dayOf,
  endAbsence,
  type FactDraft,
  type Id,
  type Instant,
  markAbsent,
  plus,
  type Result,
} from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError, RefusedError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import { CHECK_AFTER, orderFindingCheck } from '../finding/order-check.ts';
import { type Going, placeAgain } from '../workday/place-again.ts';
import { loadAbsences, memberOfAbsence } from './absence-facts.ts';
import { type AbsentMember, loadAbsentMember } from './absent-member.ts';

export interface MarkWish {
  readonly key: string;
  readonly memberId: string;
  /** Undefined: today. */
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly why: AbsenceReason | undefined;
}

export interface EndWish {
  readonly key: string;
  readonly absenceId: string;
}

/** What became of an absence, and how many tasks of today it moved. */
export interface AbsenceChange {
  readonly memberId: string;
  readonly absenceId: string;
  readonly moved: number;
}

// The person's absences are read and then written: two who mark them go one after the other.
const HOLD = statement('hold member', 'select id from member where group_id = $1 and id = $2 for no key update');

/**
 * Marks somebody away. What stands on the person's lists of today goes to who is there at once; later days are planned
 * without the person when they come. The customers stay the person's.
 *
 * @throws NotFoundError, RefusedError
 */
export function markAbsence(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { key, ...wish }: MarkWish,
  now: Instant,
): Promise<AbsenceChange> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: viewer.memberId, key, operation: 'markAbsent' }, now, () =>
      change(tx, seal, viewer, wish.memberId, now, (absences, moment) => {
        const { from = moment.today, until, why } = wish;
        const said = { ...(until !== undefined && { until }), ...(why !== undefined && { why }) };
        const [memberId, byId] = [wish.memberId as Id<'Member'>, viewer.memberId as Id<'Member'>];
        return markAbsent(absences, { memberId, from, ...said, byId }, moment);
      }),
    ),
  );
}

/**
 * Says that somebody is back. What of today is the person's and not done yet comes back to the person's list.
 *
 * @throws NotFoundError, RefusedError
 */
export function endAbsenceOf(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { key, absenceId }: EndWish,
  now: Instant,
): Promise<AbsenceChange> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: viewer.memberId, key, operation: 'endAbsence' }, now, async () => {
      const memberId = await whose(tx, absenceId);
      return change(tx, seal, viewer, memberId, now, (absences, moment) =>
        endAbsence(absences, absenceId as Id<'Fact'>, viewer.memberId as Id<'Member'>, moment),
      );
    }),
  );
}

/**
 * Notes that whoever was away has looked at what happened meanwhile. Nobody does it for another.
 *
 * @throws NotFoundError
 */
export function noteCaughtUp(
  group: GroupDatabase,
  viewer: Viewer,
  { key, absenceId }: EndWish,
  now: Instant,
): Promise<{ readonly absenceId: string }> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: viewer.memberId, key, operation: 'catchUp' }, now, async () => {
      const { memberId } = viewer;
      if ((await whose(tx, absenceId)) !== memberId) throw new NotFoundError('Absence');
      await tx.sql(HOLD, [tx.groupId, memberId]);
      const { today } = await loadAbsentMember(tx, memberId, memberId, now);
      const absences = await loadAbsences(tx, tx.groupId, memberId);
      const drafts = catchUp(absences, absenceId as Id<'Fact'>, { now, today });
      await recordFacts(
        tx,
        drafts.map((draft) => factOf(draft, undefined, now)),
      );
      await tx.notify({ kind: 'dayChanged', memberId });
      return { absenceId };
    }),
  );
}

type Decide = (
  absences: Awaited<ReturnType<typeof loadAbsences>>,
  moment: AbsenceMoment,
) => Result<FactDraft, AbsenceRefusal>;

async function change(
  tx: GroupTransaction,
  seal: Seal,
  viewer: Viewer,
  memberId: string,
  now: Instant,
  decide: Decide,
): Promise<AbsenceChange> {
  const member = await loadAbsentMember(tx, viewer.memberId, memberId, now);
  await tx.sql(HOLD, [tx.groupId, memberId]);
  const before = await loadAbsences(tx, tx.groupId, memberId);
  const decided = decide(before, { now, today: member.today });
  if (!decided.ok) throw new RefusedError(decided.refusals, member.zone);
  const fact = factOf(decided.value, undefined, now);
  await recordFacts(tx, [fact]);
  const after = await loadAbsences(tx, tx.groupId, memberId);
  const moved = await moveTasks(tx, seal, member, (today) => [before, after].map((all) => absentOn(all, today)), now);
  await tx.notify({ kind: 'dayChanged', memberId });
  const absenceId = fact.kind === 'absence.ended' ? fact.data.absenceId : fact.id;
  return { memberId, absenceId, moved };
}

/** In each store whose today is touched by it. */
async function moveTasks(
  tx: GroupTransaction,
  seal: Seal,
  { memberId, stores }: AbsentMember,
  absentOnDay: (today: Day) => readonly unknown[],
  now: Instant,
): Promise<number> {
  let moved = 0;
  for (const rules of stores) {
    const [before, after] = absentOnDay(dayOf(rules.calendar, now));
    if ((before === undefined) === (after === undefined)) continue;
    const kind: Going['kind'] = after === undefined ? 'back' : 'away';
    moved += (await placeAgain(tx, seal, rules, { memberId, kind }, now)).size;
    await orderFindingCheck(tx, rules.storeId, plus(now, CHECK_AFTER));
  }
  return moved;
}

async function whose(tx: GroupTransaction, absenceId: string): Promise<string> {
  const memberId = await memberOfAbsence(tx, tx.groupId, absenceId);
  if (memberId === undefined) throw new NotFoundError('Absence');
  return memberId;
}
