import { builder } from '../../graphql/builder.ts';
import { ChannelEnum, DispositionEnum } from '../../graphql/enums.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { inOrderOf, memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { OpportunityType, opportunityInSight } from '../opportunity/schema.ts';
import { loadTasks } from '../workday/load-tasks.ts';
import { TaskType } from '../workday/schema.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import type { TaskView } from '../workday/task-view.ts';
import { type ActivityView, loadActivities } from './activity-view.ts';
import { logActivity, logActivityWish } from './log-activity.ts';

/** Its proof is added by the module that proves. */
export const ActivityType = builder.node(builder.objectRef<ActivityView>('Activity'), {
  description: 'What somebody says was done: a claim, until a record documents it.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => {
    const { viewer, group } = memberOf(context);
    return inOrderOf(ids, await loadActivities(group, group.groupId, viewer.memberId, ids));
  },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was done, by the person’s account.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => loadMember(context, memberId),
    }),
    opportunity: t.prismaField({
      type: OpportunityType,
      resolve: (query, { opportunityId }, _args, context) =>
        memberOf(context).group.prisma.opportunity.findUniqueOrThrow({
          ...query,
          where: opportunityInSight(context, opportunityId),
        }),
    }),
    channel: t.expose('channel', { type: ChannelEnum }),
    disposition: t.expose('disposition', { type: DispositionEnum }),
    note: t.string({
      nullable: true,
      resolve: ({ noteSealed }, _args, context) => {
        const { groupId } = memberOf(context).group;
        return noteSealed === null ? null : context.resources.seal.open(groupId, NOTE_FIELD, noteSealed);
      },
    }),
  }),
});

interface LogActivitySuccess {
  readonly activity: ActivityView;
  readonly task: TaskView;
  readonly next: TaskView | undefined;
}

const LogActivitySuccessType = builder.objectRef<LogActivitySuccess>('LogActivitySuccess').implement({
  fields: (t) => ({
    activity: t.expose('activity', { type: ActivityType }),
    task: t.expose('task', { type: TaskType, description: 'The task that was settled.' }),
    next: t.field({
      type: TaskType,
      nullable: true,
      description: 'What the plan asks of the same person next about this opportunity, today or on another day.',
      resolve: ({ next }) => next ?? null,
    }),
  }),
});

const LogActivityInput = builder.inputType('LogActivityInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    taskId: t.id({ required: true }),
    disposition: t.field({ type: DispositionEnum, required: true }),
    note: t.string(),
    unchangedTemplate: t.boolean({
      description: 'What was sent is a template as it stands: it answers nobody, and no clock stops.',
    }),
    at: t.field({ type: 'DateTime', description: 'When it was done; absent: now.' }),
    appointmentAt: t.field({
      type: 'DateTime',
      description: 'When the appointment is that was set, in opening hours; with the disposition appointmentSet alone.',
    }),
    promiseAt: t.field({ type: 'DateTime', description: 'When the customer was promised a call, in opening hours.' }),
    confirmed: t.boolean({ description: 'The customer confirmed the standing appointment.' }),
  }),
});

builder.mutationField('logActivity', (t) =>
  t.field({
    type: LogActivitySuccessType,
    errors: {},
    description: 'Logs what was done about a task. The same key again gives the first answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: LogActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const now = clock.now();
      const { key, note } = parseInput(logActivityWish, input);
      const touchId = idOf('Task', input.taskId);
      const { disposition, at, appointmentAt, promiseAt, confirmed } = input;
      const agreed = {
        appointmentAt: appointmentAt ?? undefined,
        promiseAt: promiseAt ?? undefined,
        confirmed: confirmed ?? false,
      };
      const wish = {
        key,
        touchId,
        disposition,
        note: note ?? undefined,
        unchangedTemplate: input.unchangedTemplate ?? undefined,
        at: at ?? undefined,
        agreed,
      };
      const logged = await logActivity(group, seal, viewer, wish, now);
      const [activity] = await loadActivities(group, group.groupId, viewer.memberId, [logged.activityId]);
      const touchIds = [touchId, ...(logged.nextTouchId === null ? [] : [logged.nextTouchId])];
      const tasks = await loadTasks(group, group.groupId, seal, viewer.memberId, touchIds, now);
      const task = tasks.find(({ row }) => row.id === touchId);
      if (activity === undefined || task === undefined) throw new NotFoundError('Task');
      const next = tasks.find(({ row }) => row.id === logged.nextTouchId && row.memberId === viewer.memberId);
      return { activity, task, next };
    },
  }),
);
