import {
  type Capacity,
  type CompiledPlan,
  type ContactVerdict,
  type Context,
  type Day,
  type DayContext,
  day,
  dayOf,
  defaultCapacity,
  type Id,
  type Instant,
  type Placement,
  planDay,
  startOfDay,
  type Touch,
  URGENCIES,
} from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { readTouch } from '../cadence/touch-row.ts';
import type { MemberView } from '../member/schema.ts';
import { contextAt, loadStoreRules } from '../store/store-rules.ts';
import type { TaskRow } from './task-row.ts';
import { type TaskView, taskView, verdictsOn } from './task-view.ts';
import { WORK_PLAN, type WorkPlanRow } from './work-plan-sql.ts';

/** A person's day. */
export interface WorkPlan {
  readonly day: Day;
  /** Of the store in which the person works in the first place: the day begins and ends by it. */
  readonly zone: string;
  readonly asOf: Instant;
  readonly member: MemberView;
  readonly done: number;
  /** In the order in which they are best done; what cannot lawfully be done today comes last. */
  readonly tasks: readonly TaskView[];
}

export interface WorkPlanWish {
  readonly memberId: string;
  /** Undefined: today, by the store's clock. */
  readonly day: Day | undefined;
}

/**
 * A member's day: one statement for the tasks, one for what contact law asks of these customers; core ranks them and
 * says until when each may lawfully be done.
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
  const { groupId } = group;
  const asked = [groupId, viewer.memberId, wish.memberId, wish.day ?? null, new Date(now)];
  const rows = await group.sql<WorkPlanRow>(WORK_PLAN, asked);
  const [first] = rows;
  if (first === undefined) throw new NotFoundError('Member');
  const tasks = rows.filter((row) => row.id !== null);
  const due = tasks.filter(({ state }) => state === 'due');
  const contextOf = await contextsOf(group, due, wish.day, now);
  const verdicts = await verdictsOn(group, seal, groupId, due, contextOf);
  const placements = [...Map.groupBy(due, (row) => row.storeId)].flatMap(([storeId, there]) => {
    const done = tasks.filter((row) => row.state === 'done' && row.storeId === storeId);
    const { plan } = contextOf(storeId);
    return place(there, capacityLeft(first, plan, done), { ...contextOf(storeId), verdictOf: verdictIn(verdicts) });
  });
  const byId = new Map(due.map((row) => [row.id as string, row]));
  return {
    day: day(first.day),
    zone: first.zone,
    asOf: now,
    member: { id: first.memberId, name: first.memberName, role: first.memberRole, phone: first.memberPhone },
    done: tasks.length - due.length,
    tasks: placements.toSorted(byRank).flatMap(({ touch, reasons }) => {
      const row = byId.get(touch.id);
      if (row === undefined) return [];
      return [taskView(seal, groupId, row, contextOf(row.storeId).calendar.zone, verdicts.get(row.id), reasons)];
    }),
  };
}

/** Core ranks what is this person's: whoever else could do it is no question any more. */
function place(rows: readonly TaskRow[], me: Capacity, context: DayContext): readonly Placement[] {
  const touches = rows.map((row): Touch => ({ ...readTouch(row, me.memberId), who: 'owner' }));
  return planDay(touches, [me], context).filter(({ kind }) => kind !== 'deferred');
}

/** What still fits into the person's day at a store. */
function capacityLeft(person: WorkPlanRow, plan: CompiledPlan, done: readonly TaskRow[]): Capacity {
  const { department } = person;
  const whole = defaultCapacity(department, plan);
  const calls = done.filter(({ channel }) => channel === 'call').length;
  return {
    memberId: person.memberId as Id<'Member'>,
    role: person.memberRole,
    department,
    present: true,
    tasks: Math.max(0, whole.tasks - done.length),
    calls: Math.max(0, whole.calls - calls),
  };
}

function verdictIn(verdicts: ReadonlyMap<string, ContactVerdict>): DayContext['verdictOf'] {
  return (touch) => {
    const verdict = verdicts.get(touch.id);
    if (verdict === undefined) throw new Error(`workPlan: no verdict for touch ${touch.id}`);
    return verdict;
  };
}

/** Waiting leads before all else, then by worth, over all stores of the person; what is blocked comes last. */
function byRank(a: Placement, b: Placement): number {
  return (
    Number(a.kind === 'blocked') - Number(b.kind === 'blocked') ||
    URGENCIES.indexOf(a.touch.urgency) - URGENCIES.indexOf(b.touch.urgency) ||
    worth(b) - worth(a) ||
    a.touch.window.deadline - b.touch.window.deadline ||
    (a.touch.id < b.touch.id ? -1 : 1)
  );
}

function worth(placement: Placement): number {
  return 'expectedValue' in placement ? placement.expectedValue : 0;
}

/** The context of every store that the rows are of: a coming day is ranked as of its beginning, today as of now. */
async function contextsOf(
  group: GroupDatabase,
  rows: readonly TaskRow[],
  wanted: Day | undefined,
  now: Instant,
): Promise<(storeId: string) => Context> {
  const contexts = new Map<string, Context>();
  for (const storeId of new Set(rows.map((row) => row.storeId))) {
    const rules = await loadStoreRules(group, group.groupId, storeId, now);
    if (rules === undefined) throw new Error(`store ${storeId} has tasks but no active plan`);
    const { calendar } = rules;
    const ahead = wanted !== undefined && wanted > dayOf(calendar, now);
    contexts.set(storeId, contextAt(rules, ahead ? startOfDay(calendar, wanted) : now));
  }
  return (storeId) => {
    const context = contexts.get(storeId);
    if (context === undefined) throw new Error(`workPlan: no context for store ${storeId}`);
    return context;
  };
}
