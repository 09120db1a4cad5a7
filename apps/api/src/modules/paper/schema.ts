import type { NotedTime } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { DispositionEnum } from '../../graphql/enums.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { type ActivityView, loadActivities } from '../activity/activity-view.ts';
import { logActivity, logActivityWish } from '../activity/log-activity.ts';
import { ActivityType } from '../activity/schema.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { loadTasks } from '../workday/load-tasks.ts';
import { TaskType } from '../workday/schema.ts';
import type { TaskView } from '../workday/task-view.ts';
import { type PaperTasks, paperTasks } from './paper-tasks.ts';
import { readMinutes } from './read-paper.ts';

const PaperTasksType = builder.objectRef<PaperTasks>('PaperTasks').implement({
  description: 'What can be keyed in of a person’s day sheet.',
  fields: (t) => ({
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => loadMember(context, memberId),
    }),
    day: t.expose('day', { type: 'Day' }),
    today: t.expose('today', { type: 'Day', description: 'By the calendar of the person’s store.' }),
    zone: t.exposeString('zone'),
    tasks: t.field({
      type: [TaskType],
      description: 'Those that are done already among them, so that nothing is keyed in twice.',
      resolve: ({ tasks }) => [...tasks],
    }),
  }),
});

builder.queryField('paperTasks', (t) =>
  t.field({
    type: PaperTasksType,
    description:
      'What stood on a person’s sheet of a day, to be keyed in. Without memberId: the signed-in member’s own; without day: today.',
    args: { memberId: t.arg.id(), day: t.arg({ type: 'Day' }) },
    authScopes: (_root, { memberId }) => ({ $all: { signedIn: true, day: memberId } }),
    resolve: (_root, { memberId, day }, context) => {
      const { viewer, group } = memberOf(context);
      const asked = typeof memberId === 'string' ? idOf('Member', memberId) : viewer.memberId;
      const { seal, clock } = context.resources;
      return paperTasks(group, seal, viewer, { memberId: asked, day: day ?? undefined }, clock.now());
    },
  }),
);

const NotedTimeInput = builder.inputType('NotedTimeInput', {
  fields: (t) => ({
    day: t.field({ type: 'Day', required: true }),
    time: t.string({ required: true, description: '`HH:MM`, by the clock of the task’s store.' }),
  }),
});

const KeyInResultInput = builder.inputType('KeyInResultInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    memberId: t.id({ description: 'Whose sheet it is: who did it. Absent: the caller.' }),
    taskId: t.id({ required: true }),
    day: t.field({ type: 'Day', required: true, description: 'The day on which it was done, within 14 days.' }),
    time: t.string({
      description:
        '`HH:MM`, by the clock of the task’s store. Absent: some time of that day; records of the whole day are then looked through.',
    }),
    disposition: t.field({ type: DispositionEnum, required: true }),
    note: t.string(),
    appointment: t.field({
      type: NotedTimeInput,
      description: 'When the appointment is that was set; with the disposition appointmentSet alone.',
    }),
    promise: t.field({ type: NotedTimeInput, description: 'When the customer was promised a call.' }),
  }),
});

interface KeyedIn {
  readonly activity: ActivityView;
  readonly task: TaskView;
}

const KeyInResultSuccessType = builder.objectRef<KeyedIn>('KeyInResultSuccess').implement({
  fields: (t) => ({
    activity: t.expose('activity', { type: ActivityType }),
    task: t.expose('task', { type: TaskType, description: 'The task that was settled.' }),
  }),
});

builder.mutationField('keyInResult', (t) =>
  t.field({
    type: KeyInResultSuccessType,
    errors: {},
    description:
      'Logs what was noted on a printed day sheet, with the day on which it was done. For whose sheet it is, and for who runs the days of the store. The same key again gives the first answer.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, day: input.memberId } }),
    args: { input: t.arg({ type: KeyInResultInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { seal, clock } = context.resources;
      const now = clock.now();
      const { key, note } = parseInput(logActivityWish, input);
      const touchId = idOf('Task', input.taskId);
      const { disposition, day, time } = input;
      const paper = {
        memberId: typeof input.memberId === 'string' ? idOf('Member', input.memberId) : viewer.memberId,
        done: { day, ...(typeof time === 'string' && { minutes: readMinutes('time', time) }) },
        appointment: timeOf('appointment', input.appointment),
        promise: timeOf('promise', input.promise),
      };
      const agreed = { appointmentAt: undefined, promiseAt: undefined, confirmed: false };
      const wish = { key, touchId, disposition, note: note ?? undefined, at: undefined, agreed, paper };
      const { activityId } = await logActivity(group, seal, viewer, wish, now);
      const [activity] = await loadActivities(group, group.groupId, viewer.memberId, [activityId]);
      const [task] = await loadTasks(group, group.groupId, seal, viewer.memberId, [touchId], now);
      if (activity === undefined || task === undefined) throw new NotFoundError('Task');
      return { activity, task };
    },
  }),
);

function timeOf(
  field: string,
  said: typeof NotedTimeInput.$inferInput | null | undefined,
): Required<NotedTime> | undefined {
  return said == null ? undefined : { day: said.day, minutes: readMinutes(field, said.time) };
}
