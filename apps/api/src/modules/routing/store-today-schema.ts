import { builder } from '../../graphql/builder.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadFindings } from '../board/load-findings.ts';
import { FindingType } from '../finding/schema.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { DepartmentType, loadDepartment, loadStore, StoreType } from '../store/schema.ts';
import { TaskType } from '../workday/schema.ts';
import { PlacementEnum } from '../workday/why-not-schema.ts';
import { absencePreview, type TaskMove } from './absence-preview.ts';
import { AbsenceType } from './absence-type.ts';
import { type PersonToday, type StoreToday, storeToday } from './store-today.ts';

/** People of one store, findings of one store: rows that few statements bring along. */
const ROWS = { complexity: { field: 20, multiplier: 2 } } as const;
const FINDINGS = { complexity: { field: 10, multiplier: 5 } } as const;

const PersonTodayType = builder.objectRef<PersonToday>('PersonToday').implement({
  description: 'A person’s day in figures: what stands on it, done or not, against what the person gets done in a day.',
  fields: (t) => ({
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => loadMember(context, memberId),
    }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      resolve: ({ departmentId }, _args, context) =>
        departmentId === null ? null : loadDepartment(context, departmentId),
    }),
    tasks: t.int({ resolve: ({ taken }) => taken.tasks }),
    done: t.exposeInt('done'),
    promised: t.int({ description: 'Of the tasks: promised to customers.', resolve: ({ promised }) => promised.tasks }),
    capacity: t.int({ resolve: ({ capacity }) => capacity.tasks }),
    calls: t.int({ resolve: ({ taken }) => taken.calls }),
    callCapacity: t.int({ resolve: ({ capacity }) => capacity.calls }),
    absence: t.field({
      type: AbsenceType,
      nullable: true,
      description: 'The person is away today because of it.',
      resolve: ({ absence }) => absence ?? null,
    }),
    nextAbsence: t.field({
      type: AbsenceType,
      nullable: true,
      description: 'The next one, of a later day.',
      resolve: ({ nextAbsence }) => nextAbsence ?? null,
    }),
  }),
});

const StoreTodayType = builder.objectRef<StoreToday>('StoreToday').implement({
  description: 'Who is in today, and how full each day is.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    asOf: t.expose('asOf', { type: 'DateTime' }),
    store: t.field({
      type: StoreType,
      nullable: true,
      resolve: ({ storeId }, _args, context) => loadStore(context, storeId),
    }),
    people: t.field({ ...ROWS, type: [PersonTodayType], resolve: ({ people }) => [...people] }),
    findings: t.field({
      ...FINDINGS,
      type: [FindingType],
      description: 'What stands about the store, the most severe first.',
      resolve: async ({ storeId }, _args, context) => {
        const { viewer, group } = memberOf(context);
        return [...(await loadFindings(group, group.groupId, viewer.memberId, storeId))];
      },
    }),
  }),
});

builder.queryField('storeToday', (t) =>
  t.field({
    type: StoreTodayType,
    description: 'The people of a store with today’s load against what each gets done, and who is away.',
    args: { storeId: t.arg.id({ required: true }) },
    authScopes: (_root, { storeId }) => ({ $all: { capability: 'storeBoard', store: storeId } }),
    resolve: (_root, { storeId }, context) => {
      const { viewer, group } = memberOf(context);
      return storeToday(group, viewer, idOf('Store', storeId), context.resources.clock.now());
    },
  }),
);

const TaskMoveType = builder.objectRef<TaskMove>('TaskMove').implement({
  description: 'A task of today and where it would go.',
  fields: (t) => ({
    task: t.expose('task', { type: TaskType }),
    placement: t.field({ type: PlacementEnum, resolve: ({ place }) => place.kind }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: 'On whose list it would stand; null: on nobody’s today.',
      resolve: ({ place }, _args, context) =>
        place.memberId === undefined || !isOnList(place.kind) ? null : loadMember(context, place.memberId),
    }),
    deferredTo: t.field({ type: 'Day', nullable: true, resolve: ({ place }) => place.deferredTo ?? null }),
    reasons: t.field({
      type: [ReasonType],
      resolve: ({ place, task: { zone } }) => place.reasons.map((reason) => ({ reason, zone })),
    }),
  }),
});

function isOnList(kind: TaskMove['place']['kind']): boolean {
  return kind === 'listed' || kind === 'handedOver';
}

builder.queryField('absencePreview', (t) =>
  t.field({
    ...ROWS,
    type: [TaskMoveType],
    description: 'What would move if somebody were away from now on, and to whom. Nothing is changed.',
    args: { memberId: t.arg.id({ required: true }) },
    authScopes: (_root, { memberId }) => ({ $all: { signedIn: true, day: memberId } }),
    resolve: async (_root, { memberId }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      return [...(await absencePreview(group, seal, viewer, idOf('Member', memberId), clock.now()))];
    },
  }),
);
