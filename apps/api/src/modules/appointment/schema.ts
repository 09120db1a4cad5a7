import { APPOINTMENT_OUTCOMES, type Span } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { ChannelEnum } from '../../graphql/enums.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { OpportunityType, opportunityInSight } from '../opportunity/schema.ts';
import { loadTasks } from '../workday/load-tasks.ts';
import { TaskType } from '../workday/schema.ts';
import { AppointmentType } from './appointment-type.ts';
import { appointmentsToConfirm, loadAppointment } from './appointments-to-confirm.ts';
import { type ChangedAppointment, confirmAppointment, confirmAppointmentWish } from './confirm-appointment.ts';
import { type MadePromise, makePromise, makePromiseWish } from './make-promise.ts';
import { type OpenDay, type OpenDays, openDays } from './open-days.ts';

const AppointmentOutcomeEnum = builder.enumType('AppointmentOutcome', {
  values: APPOINTMENT_OUTCOMES,
  description: 'What becomes of an appointment: confirmed, moved to another time, called off, kept.',
});

const OpenSpanType = builder.objectRef<Span>('OpenSpan').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime', description: 'Closed from then on.' }),
  }),
});

const OpenDayType = builder.objectRef<OpenDay>('OpenDay').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    spans: t.expose('spans', { type: [OpenSpanType] }),
  }),
});

const OpenDaysType = builder.objectRef<OpenDays>('OpenDays').implement({
  description: 'The next days on which a store is open, with what is left of today.',
  fields: (t) => ({
    zone: t.exposeString('zone', { description: 'IANA zone of the store.' }),
    days: t.expose('days', { type: [OpenDayType] }),
  }),
});

builder.queryField('openDays', (t) =>
  t.field({
    type: OpenDaysType,
    description: 'When an appointment with this customer can be, or a call be promised.',
    authScopes: { signedIn: true },
    args: { opportunityId: t.arg.id({ required: true }) },
    resolve: (_root, { opportunityId }, context) => {
      const { viewer, group } = memberOf(context);
      return openDays(group, viewer.memberId, idOf('Opportunity', opportunityId), context.resources.clock.now());
    },
  }),
);

builder.queryField('appointmentsToConfirm', (t) =>
  t.field({
    type: [AppointmentType],
    description: 'Appointments of today and tomorrow that are still to come and that nobody has confirmed yet.',
    authScopes: (_root, { storeId }) => ({ capability: 'storeBoard', store: storeId }),
    args: { storeId: t.arg.id({ required: true }) },
    complexity: { field: 20, multiplier: 5 },
    resolve: (_root, { storeId }, context) => {
      const { viewer, group } = memberOf(context);
      return appointmentsToConfirm(group, viewer.memberId, idOf('Store', storeId), context.resources.clock.now());
    },
  }),
);

const ConfirmAppointmentInput = builder.inputType('ConfirmAppointmentInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    opportunityId: t.id({ required: true }),
    outcome: t.field({ type: AppointmentOutcomeEnum, required: true }),
    startsAt: t.field({ type: 'DateTime', description: 'The new time of a moved one, in the store’s opening hours.' }),
  }),
});

const ConfirmAppointmentSuccessType = builder.objectRef<ChangedAppointment>('ConfirmAppointmentSuccess').implement({
  fields: (t) => ({
    appointment: t.field({
      type: AppointmentType,
      nullable: true,
      description: 'As it stands now; null once it was called off.',
      resolve: ({ opportunityId }, _args, context) => {
        const { viewer, group } = memberOf(context);
        return loadAppointment(group, viewer.memberId, opportunityId);
      },
    }),
  }),
});

builder.mutationField('confirmAppointment', (t) =>
  t.field({
    type: ConfirmAppointmentSuccessType,
    errors: {},
    description: 'What became of the standing appointment. The same key again gives the first answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ConfirmAppointmentInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { clock, seal } = context.resources;
      const { key } = parseInput(confirmAppointmentWish, input);
      const opportunityId = idOf('Opportunity', input.opportunityId);
      const wish = { key, opportunityId, outcome: input.outcome, startsAt: input.startsAt ?? undefined };
      return confirmAppointment(group, seal, viewer, wish, clock.now());
    },
  }),
);

const MakePromiseInput = builder.inputType('MakePromiseInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    opportunityId: t.id({ required: true }),
    dueAt: t.field({ type: 'DateTime', required: true, description: 'In the store’s opening hours.' }),
    channel: t.field({ type: ChannelEnum, description: 'Absent: a call.' }),
  }),
});

const MakePromiseSuccessType = builder.objectRef<MadePromise>('MakePromiseSuccess').implement({
  fields: (t) => ({
    opportunity: t.prismaField({
      type: OpportunityType,
      resolve: (query, { opportunityId }, _args, context) =>
        memberOf(context).group.prisma.opportunity.findUniqueOrThrow({
          ...query,
          where: opportunityInSight(context, opportunityId),
        }),
    }),
    task: t.field({
      type: TaskType,
      nullable: true,
      description: 'The touch that the promise became; null where the customer has stopped such contact.',
      resolve: async ({ touchId }, _args, context) => {
        const { viewer, group } = memberOf(context);
        const { clock, seal } = context.resources;
        const [task] = await loadTasks(group, group.groupId, seal, viewer.memberId, [touchId], clock.now());
        return task;
      },
    }),
  }),
});

builder.mutationField('makePromise', (t) =>
  t.field({
    type: MakePromiseSuccessType,
    errors: {},
    description: 'A contact that was promised to a customer outside of any task. The same key gives the first answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: MakePromiseInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { clock, seal } = context.resources;
      const { key } = parseInput(makePromiseWish, input);
      const opportunityId = idOf('Opportunity', input.opportunityId);
      const wish = { key, opportunityId, dueAt: input.dueAt, channel: input.channel ?? 'call' } as const;
      return makePromise(group, seal, viewer, wish, clock.now());
    },
  }),
);
