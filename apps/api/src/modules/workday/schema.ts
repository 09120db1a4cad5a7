import { type Id, sheetCode } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { ChannelEnum, DispositionEnum, PurposeEnum } from '../../graphql/enums.ts';
import { encodeGlobalId, idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { selectedFields } from '../../graphql/selected-fields.ts';
import { TOUCH_STATES } from '../cadence/touch-row.ts';
import { MemberType } from '../member/schema.ts';
import { dayPartsOf, TASK_ORDERS } from './day-parts.ts';
import type { TaskView } from './task-view.ts';
import { type WorkPlan, workPlan } from './work-plan.ts';

export const TouchStateEnum = builder.enumType('TouchState', {
  values: TOUCH_STATES,
  description: 'due: asked for; done: an act settled it; missed: its time passed; cancelled: asked for no longer.',
});

const TaskOrderEnum = builder.enumType('TaskOrder', {
  values: TASK_ORDERS,
  description:
    'best: as they are best done now, and what contact law forbids for the rest of the day last; placed: as they were placed, with nothing asked of the law but for the fields that tell it.',
});

const LastActivityType = builder.objectRef<TaskView>('LastActivity').implement({
  description: 'What was done last about this opportunity.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: ({ row }) => present(row.lastActivityAt) }),
    channel: t.field({ type: ChannelEnum, resolve: ({ row }) => present(row.lastActivityChannel) }),
    disposition: t.field({ type: DispositionEnum, resolve: ({ row }) => present(row.lastActivityDisposition) }),
    note: t.string({ nullable: true, resolve: ({ lastNote }) => lastNote ?? null }),
  }),
});

export const TaskType = builder.objectRef<TaskView>('Task').implement({
  description: 'A touch that was given to a person.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => encodeGlobalId('Task', row.id) }),
    sheetCode: t.string({
      description: 'Its short name on printed day sheets, to key its result in by.',
      resolve: ({ row }) => sheetCode(row.id as Id<'Touch'>),
    }),
    channel: t.field({ type: ChannelEnum, resolve: ({ row }) => row.channel }),
    purpose: t.field({ type: PurposeEnum, resolve: ({ row }) => row.purpose }),
    state: t.field({ type: TouchStateEnum, resolve: ({ row }) => row.state }),
    from: t.field({ type: 'DateTime', resolve: ({ row }) => row.windowFrom }),
    best: t.field({ type: 'DateTime', resolve: ({ row }) => row.best }),
    deadline: t.field({
      type: 'DateTime',
      description: 'From then on it is late.',
      resolve: ({ row }) => row.deadline,
    }),
    lawfulUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'It may be done now and until then. Null: not now; `nextLawful` and `reasons` say more.',
      resolve: ({ verdict }) => (verdict?.kind === 'allowed' ? verdict.until : null),
    }),
    nextLawful: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ verdict }) => (verdict?.kind === 'notNow' ? verdict.next : null),
    }),
    reasons: t.field({
      type: [ReasonType],
      description: 'Why it is there, then where it stands on the list, then what contact law says.',
      resolve: ({ reasons, zone }) => reasons.map((reason) => ({ reason, zone })),
    }),
    customerName: t.string({ nullable: true, resolve: ({ customerName }) => customerName ?? null }),
    phone: t.string({ nullable: true, description: 'E.164.', resolve: ({ phone }) => phone ?? null }),
    email: t.string({ nullable: true, resolve: ({ email }) => email ?? null }),
    vehicle: t.string({ nullable: true, resolve: ({ row }) => row.vehicle }),
    lastActivity: t.field({
      type: LastActivityType,
      nullable: true,
      resolve: (task) => (task.row.lastActivityAt === null ? null : task),
    }),
    appointmentAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the customer’s standing appointment is, or was.',
      resolve: ({ row }) => row.appointmentAt,
    }),
    appointmentConfirmedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the customer confirmed it.',
      resolve: ({ row }) => row.appointmentConfirmedAt,
    }),
    planNumber: t.int({
      description: 'The version of the store’s plan under which it arose, as `PlanVersion.number` counts.',
      resolve: ({ row }) => row.planNumber,
    }),
    opportunityId: t.id({ resolve: ({ row }) => encodeGlobalId('Opportunity', row.opportunityId) }),
    storeName: t.string({ resolve: ({ row }) => row.storeName }),
    zone: t.exposeString('zone', { description: 'IANA zone of the store: its times are told in it.' }),
  }),
});

const WorkPlanType = builder.objectRef<WorkPlan>('WorkPlan').implement({
  description: "A person's day.",
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    zone: t.exposeString('zone', { description: 'IANA zone in which the day begins and ends.' }),
    asOf: t.expose('asOf', { type: 'DateTime' }),
    member: t.expose('member', { type: MemberType }),
    done: t.exposeInt('done'),
    left: t.int({ resolve: ({ tasks }) => tasks.length }),
    overload: t.field({
      type: [ReasonType],
      description:
        'Why more was promised for this day than fits into it, as the manager is told. Then nothing but promises and waiting leads stands on the list. Empty: it fits.',
      resolve: ({ overload, zone }) => overload.map((reason) => ({ reason, zone })),
    }),
    tasks: t.field({ type: [TaskType], resolve: ({ tasks }) => [...tasks] }),
  }),
});

builder.queryField('workPlan', (t) =>
  t.field({
    type: WorkPlanType,
    description: "A person's day. Without memberId: the signed-in member's own; without day: today.",
    args: {
      memberId: t.arg.id(),
      day: t.arg({ type: 'Day' }),
      order: t.arg({ type: TaskOrderEnum, defaultValue: 'best' }),
    },
    authScopes: (_root, { memberId }) => ({ signedIn: true, day: memberId }),
    resolve: (_root, { memberId, day, order: wanted }, context, info) => {
      const { viewer, group } = memberOf(context);
      const asked = typeof memberId === 'string' ? idOf('Member', memberId) : viewer.memberId;
      const order = wanted ?? 'best';
      const wish = { memberId: asked, day: day ?? undefined, order, parts: dayPartsOf(selectedFields(info), order) };
      const { seal, clock } = context.resources;
      return workPlan(group, seal, viewer, wish, clock.now());
    },
  }),
);

function present<T>(value: T | null): T {
  if (value === null) throw new Error('LastActivity: shown for an opportunity without one');
  return value;
}
