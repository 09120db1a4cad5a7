import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { InputError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ActivityType } from '../activity/schema.ts';
import { FindingType } from '../finding/schema.ts';
import { MemberType } from '../member/schema.ts';
import { DepartmentType, StoreType } from '../store/schema.ts';
import { TaskType } from '../workday/schema.ts';
import { type DepartmentBoard, departmentBoard, type MemberRow } from './department-board.ts';
import { type GroupBoard, groupBoard, type StoreRow } from './group-board.ts';
import { loadFindings } from './load-findings.ts';
import { MeasuresType } from './measures-type.ts';
import { memberActivities } from './member-activities.ts';
import { type MemberBoard, memberBoard } from './member-board.ts';
import { memberMissed } from './member-missed.ts';
import { type StaleFeed, staleFeeds } from './stale-feeds.ts';
import { type DepartmentRow, type StoreBoard, storeBoard } from './store-board.ts';
import { type StoreNeed, storesNeedingYou } from './stores-needing-you.ts';

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** How many days a board looks back on, today among them. */
function daysOf(days: number | null | undefined): number {
  const asked = days ?? USUAL_DAYS;
  if (asked < 1 || asked > MOST_DAYS) throw new InputError('days', `1 to ${MOST_DAYS}`);
  return asked;
}

/** Rows that one statement of the board brings along, however many there are. */
const ROWS = { complexity: { field: 20, multiplier: 2 } } as const;
/** Few in a store that is well led; each may name people. */
const FINDINGS = { complexity: { field: 10, multiplier: 5 } } as const;

/** Whom a board is for, and by which clock. */
function readerOf(context: RequestContext) {
  const { viewer, group } = memberOf(context);
  return { group, groupId: group.groupId, viewerId: viewer.memberId, now: context.resources.clock.now() };
}

const StoreNeedType = builder.objectRef<StoreNeed>('StoreNeed').implement({
  description: 'A store that asks for a call, and whom to call.',
  fields: (t) => ({
    store: t.expose('store', { type: StoreType }),
    findings: t.field({ ...FINDINGS, type: [FindingType], resolve: ({ findings }) => [...findings] }),
    manager: t.expose('manager', { type: MemberType, nullable: true }),
  }),
});

const StoreRowType = builder.objectRef<StoreRow>('StoreRow').implement({
  fields: (t) => ({
    store: t.expose('store', { type: StoreType }),
    measures: t.expose('measures', { type: MeasuresType }),
    openFindings: t.exposeInt('openFindings'),
    trend: t.floatList({
      complexity: 1,
      description: 'Daily call compliance, the oldest day first; days on which no call fell due are left out.',
      resolve: ({ trend }) => [...trend],
    }),
  }),
});

const StaleFeedType = builder.objectRef<StaleFeed>('StaleFeed').implement({
  description: 'A phone system that has not told of its calls for two days.',
  fields: (t) => ({
    store: t.expose('store', { type: StoreType }),
    source: t.exposeString('source'),
    completeUntil: t.expose('completeUntil', { type: 'DateTime' }),
  }),
});

const GroupBoardType = builder.objectRef<GroupBoard>('GroupBoard').implement({
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    measures: t.expose('measures', { type: MeasuresType }),
    stores: t.field({ ...ROWS, type: [StoreRowType], resolve: ({ stores }) => [...stores] }),
    storesNeedingYou: t.field({
      ...ROWS,
      type: [StoreNeedType],
      description: 'The most pressing first.',
      resolve: async (_board, _args, context) => {
        const { group, groupId, viewerId } = readerOf(context);
        return [...(await storesNeedingYou(group, groupId, viewerId))];
      },
    }),
    staleFeeds: t.field({
      ...ROWS,
      type: [StaleFeedType],
      resolve: async ({ asOf }, _args, context) => {
        const { group, groupId, viewerId } = readerOf(context);
        return [...(await staleFeeds(group, groupId, viewerId, asOf))];
      },
    }),
  }),
});

const DepartmentRowType = builder.objectRef<DepartmentRow>('DepartmentRow').implement({
  fields: (t) => ({
    department: t.expose('department', { type: DepartmentType }),
    measures: t.expose('measures', { type: MeasuresType }),
    openFindings: t.exposeInt('openFindings'),
    trend: t.floatList({ complexity: 1, resolve: ({ trend }) => [...trend] }),
  }),
});

const StoreBoardType = builder.objectRef<StoreBoard>('StoreBoard').implement({
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    store: t.expose('store', { type: StoreType }),
    measures: t.expose('measures', { type: MeasuresType }),
    departments: t.field({ ...ROWS, type: [DepartmentRowType], resolve: ({ departments }) => [...departments] }),
    findings: t.field({
      ...FINDINGS,
      type: [FindingType],
      description: 'What stands, the most severe first; at most 50.',
      resolve: async ({ store }, _args, context) => {
        const { group, groupId, viewerId } = readerOf(context);
        return [...(await loadFindings(group, groupId, viewerId, store.id))];
      },
    }),
  }),
});

const MemberRowType = builder.objectRef<MemberRow>('MemberRow').implement({
  description: 'What a person did; without a member: what nobody in particular had.',
  fields: (t) => ({
    member: t.expose('member', { type: MemberType, nullable: true }),
    measures: t.expose('measures', { type: MeasuresType }),
  }),
});

const DepartmentBoardType = builder.objectRef<DepartmentBoard>('DepartmentBoard').implement({
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    store: t.expose('store', { type: StoreType }),
    department: t.expose('department', { type: DepartmentType }),
    measures: t.expose('measures', { type: MeasuresType }),
    members: t.field({ ...ROWS, type: [MemberRowType], resolve: ({ members }) => [...members] }),
    findings: t.field({
      ...FINDINGS,
      type: [FindingType],
      resolve: async ({ store, department }, _args, context) => {
        const { group, groupId, viewerId } = readerOf(context);
        return [...(await loadFindings(group, groupId, viewerId, store.id, department.id))];
      },
    }),
  }),
});

const MemberBoardType = builder.objectRef<MemberBoard>('MemberBoard').implement({
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day' }),
    member: t.expose('member', { type: MemberType }),
    store: t.expose('store', { type: StoreType }),
    measures: t.expose('measures', { type: MeasuresType }),
    activities: t.connection({
      type: ActivityType,
      description: 'What the person says was done on these days, the latest first.',
      resolve: (board, page, context) => memberActivities(memberOf(context).group, board, page),
    }),
    missed: t.connection({
      type: TaskType,
      description: 'The steps of the plan that the person left out on these days, the latest first.',
      resolve: async (board, page, context) => {
        const { edges, pageInfo } = await memberMissed(memberOf(context).group, context.resources.seal, board, page);
        return { edges: edges.map(({ node, cursor }) => ({ node: node.task, cursor })), pageInfo };
      },
    }),
  }),
});

builder.queryField('groupBoard', (t) =>
  t.field({
    type: GroupBoardType,
    description: 'Every store of the group.',
    args: { days: t.arg.int() },
    authScopes: { capability: 'groupBoard' },
    resolve: (_root, { days }, context) => {
      const { group, groupId, viewerId, now } = readerOf(context);
      return groupBoard(group, groupId, viewerId, daysOf(days), now);
    },
  }),
);

builder.queryField('storeBoard', (t) =>
  t.field({
    type: StoreBoardType,
    description: 'A store and its departments.',
    args: { storeId: t.arg.id({ required: true }), days: t.arg.int() },
    authScopes: (_root, { storeId }) => ({ capability: 'storeBoard', store: storeId }),
    resolve: (_root, { storeId, days }, context) => {
      const { group, groupId, viewerId, now } = readerOf(context);
      return storeBoard(group, groupId, viewerId, idOf('Store', storeId), daysOf(days), now);
    },
  }),
);

builder.queryField('departmentBoard', (t) =>
  t.field({
    type: DepartmentBoardType,
    description: 'A department and its people.',
    args: { departmentId: t.arg.id({ required: true }), days: t.arg.int() },
    authScopes: { capability: 'storeBoard' },
    resolve: (_root, { departmentId, days }, context) => {
      const { group, groupId, viewerId, now } = readerOf(context);
      return departmentBoard(group, groupId, viewerId, idOf('Department', departmentId), daysOf(days), now);
    },
  }),
);

builder.queryField('memberBoard', (t) =>
  t.field({
    type: MemberBoardType,
    description: 'A person in a store: what was claimed, what documents it, what was left out.',
    args: { memberId: t.arg.id({ required: true }), storeId: t.arg.id({ required: true }), days: t.arg.int() },
    authScopes: (_root, { memberId, storeId }) => ({ signedIn: true, store: storeId, day: memberId }),
    resolve: (_root, { memberId, storeId, days }, context) => {
      const { group, groupId, viewerId, now } = readerOf(context);
      const asked = { memberId: idOf('Member', memberId), storeId: idOf('Store', storeId) };
      return memberBoard(group, groupId, viewerId, asked, daysOf(days), now);
    },
  }),
);
