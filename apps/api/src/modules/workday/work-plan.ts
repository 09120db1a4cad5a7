import {
  ATTEMPT_COUNTS_FOR,
  type ContactHistory,
  type Context,
  chanceToClose,
  compareTasks,
  contactHistory,
  type Day,
  day,
  dayNumberOf,
  dayOf,
  foldAll,
  type Instant,
  isLawfulToday,
  type RankedTask,
  type Reason,
  startOfDay,
  worthOf,
} from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { readTouch } from '../cadence/touch-row.ts';
import { type FactJsonRow, readFactJson } from '../fact/fact-row.ts';
import type { MemberView } from '../member/schema.ts';
import { contextOfStore } from '../store/store-rules.ts';
import type { DayParts, TaskOrder } from './day-parts.ts';
import { openTaskPerson } from './task-row.ts';
import { placedReasons, type TaskView, taskView, verdictOn } from './task-view.ts';
import { type WorkPlanRow, type WorkPlanTask, workPlanStatement } from './work-plan-sql.ts';

/** A person's day. */
export interface WorkPlan {
  readonly day: Day;
  /** Of the store in which the person works in the first place: the day begins and ends by it. */
  readonly zone: string;
  readonly asOf: Instant;
  readonly member: MemberView;
  readonly done: number;
  /** Why more was promised for this day than fits into it: then nothing but promises and waiting leads stands on it. */
  readonly overload: readonly Reason[];
  /** In the order that was asked for: see `TaskOrder` in the schema. */
  readonly tasks: readonly TaskView[];
}

export interface WorkPlanWish {
  readonly memberId: string;
  /** Undefined: today, by the store's clock. */
  readonly day: Day | undefined;
  readonly order: TaskOrder;
  /** What is asked of the day; the rest of it is left empty. */
  readonly parts: DayParts;
}

/**
 * A member's day as it was planned at the opening, with what came since: one statement. Where everything stands is
 * read, not decided; only contact law is asked at this moment.
 *
 * @throws NotFoundError for a member that does not exist or is not in the viewer's sight.
 */
export async function workPlan(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  wish: WorkPlanWish,
  now: Instant,
): Promise<WorkPlan> {
  const { order, parts } = wish;
  const since = parts.has('law') ? [new Date(now - ATTEMPT_COUNTS_FOR)] : [];
  const asked = [group.groupId, viewer.memberId, wish.memberId, wish.day ?? null, new Date(now), ...since];
  const rows = await group.sql<WorkPlanRow>(workPlanStatement(parts), asked);
  const first = rows.find((row) => row.personId !== null);
  if (first === undefined) throw new NotFoundError('Member');
  const tasks = rows.filter((row) => row.id !== null);
  const listed = await viewsOf(group, seal, tasks, wish, now);
  return {
    day: day(first.day),
    zone: first.zone,
    asOf: now,
    member: { id: first.personId, name: first.personName, role: first.personRole, phone: first.personPhone },
    done: first.done,
    overload: first.overloads.flat(),
    tasks: listed.toSorted(order === 'best' ? byLawAndRank : byRank).map(({ view }) => view),
  };
}

interface Listed {
  readonly view: TaskView;
  readonly rank: RankedTask;
  readonly lawful: boolean;
}

async function viewsOf(
  group: GroupDatabase,
  seal: Seal,
  rows: readonly WorkPlanTask[],
  { day: wanted, parts }: WorkPlanWish,
  now: Instant,
): Promise<readonly Listed[]> {
  const contexts = await contextsOf(group, rows, wanted, now);
  const pasts = parts.has('law') ? historiesOf(rows) : undefined;
  return rows.flatMap((row): readonly Listed[] => {
    const context = contexts.get(row.storeId);
    if (context === undefined) return [];
    const touch = readTouch(row, row.ownerId ?? undefined);
    const person = openTaskPerson(seal, group.groupId, row);
    const verdict = pasts && verdictOn(person, row, pasts.get(row.customerId), context);
    const planned = context.now === now;
    const placed = planned ? placedReasons(row) : [worthOf(touch, context)];
    const expectedValue = (planned ? row.expectedValue : null) ?? worthAt(row, context);
    return [
      {
        view: taskView(person, row, context.calendar.zone, verdict, placed),
        rank: { touch, expectedValue },
        lawful: verdict === undefined || isLawfulToday(verdict, context),
      },
    ];
  });
}

function worthAt({ trigger, since }: WorkPlanTask, { calendar, now }: Context): number {
  return chanceToClose(trigger, dayNumberOf(calendar, now) - dayNumberOf(calendar, since.getTime() as Instant));
}

function historiesOf(rows: readonly WorkPlanTask[]): ReadonlyMap<string, ContactHistory> {
  return new Map(rows.map(({ customerId, contactFacts }) => [customerId, historyOf(contactFacts ?? NOTHING_SAID)]));
}

const NOTHING_SAID: readonly FactJsonRow[] = [];
/** By the facts as they were read: the statement hands out the same ones again. */
const histories = new WeakMap<readonly FactJsonRow[], ContactHistory>();

function historyOf(facts: readonly FactJsonRow[]): ContactHistory {
  const known = histories.get(facts);
  if (known !== undefined) return known;
  const history = foldAll(contactHistory, facts.map(readFactJson));
  histories.set(facts, history);
  return history;
}

/** The context of every store that the rows are of: a coming day is seen as of its beginning, today as of now. */
async function contextsOf(
  group: GroupDatabase,
  rows: readonly WorkPlanTask[],
  wanted: Day | undefined,
  now: Instant,
): Promise<ReadonlyMap<string, Context>> {
  const contexts = new Map<string, Context>();
  const since = Math.min(now, ...rows.map(({ since: begun }) => begun.getTime()));
  for (const { storeId, hours, planVersionId } of rows) {
    if (hours === null || planVersionId === null) continue;
    const context = await contextOfStore(group, group.groupId, { hours, planVersionId, since }, now);
    const { calendar } = context;
    const ahead = wanted !== undefined && wanted > dayOf(calendar, now);
    contexts.set(storeId, ahead ? { ...context, now: startOfDay(calendar, wanted) } : context);
  }
  return contexts;
}

/** Over all stores of the person. */
function byLawAndRank(a: Listed, b: Listed): number {
  return Number(b.lawful) - Number(a.lawful) || byRank(a, b);
}

function byRank(a: Listed, b: Listed): number {
  return compareTasks(a.rank, b.rank);
}
