import type { Day, Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { dayInSight, storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';
import { openTaskPerson, TASK_JOINS, type TaskRow, taskColumns, taskDetails } from '../workday/task-row.ts';
import { type TaskView, taskView } from '../workday/task-view.ts';

/** What can be keyed in of a person's sheet of a day. */
export interface PaperTasks {
  readonly memberId: string;
  readonly day: Day;
  readonly today: Day;
  /** Of the store in which the person works in the first place. */
  readonly zone: string;
  /** As they come to be done: by the end of their windows. */
  readonly tasks: readonly TaskView[];
}

/** A list beyond that is no sheet that anybody fills in a day: the latest are what is keyed in. */
const MOST_TASKS = 300;

const DESK = statement(
  'whose sheet',
  `select s.zone, ($4::timestamptz at time zone s.zone)::date::text as today
     from member m
     join assignment a on a.group_id = $1 and a.member_id = m.id
     join store s on s.group_id = $1 and s.id = a.store_id
    where m.group_id = $1 and m.id = $3 and m.active and ${dayInSight('m.id', '$2::uuid')}
    order by s.name, s.id
    limit 1`,
);

/** A day more than any zone can make of it: what an index can tell before a touch's store is known. */
const ABOUT_THAT_DAY = `t.who <> 'automation' and t.window_from < $4::date + 2
            and (t.state = 'due' or t.state = 'done' and t.settled_at >= $4::date - 1
                 or t.state in ('missed', 'cancelled') and t.deadline >= $4::date - 8)`;

/**
 * What stood on the person's sheet of that day, or could have: what is asked for, what was given up or stopped since a
 * week before, for paper tells late; and what is done since, so that nobody keys it in twice. Each way in which a touch is
 * the person's has an index of its own.
 */
const TASKS = statement(
  'tasks on paper',
  `with theirs as (
     select t.id from touch t where t.group_id = $1 and t.member_id = $3 and ${ABOUT_THAT_DAY}
     union
     select t.id from touch t where t.group_id = $1 and t.also_member_id = $3 and ${ABOUT_THAT_DAY}
     union
     select t.id
       from opportunity o
       join touch t on t.group_id = $1 and t.opportunity_id = o.id and t.who = 'owner' and ${ABOUT_THAT_DAY}
      where o.group_id = $1 and o.owner_id = $3),
   latest as (
     select t.id
       from theirs
       join touch t on t.group_id = $1 and t.id = theirs.id
       join store st on st.group_id = $1 and st.id = t.store_id
      where t.window_from < (($4::date + 1)::timestamp at time zone st.zone)
        and t.since < (($4::date + 1)::timestamp at time zone st.zone)
        and case t.state
              when 'due' then true
              when 'done' then t.settled_at >= ($4::date::timestamp at time zone st.zone)
              else t.deadline >= (($4::date - 7)::timestamp at time zone st.zone)
            end
        and ${storeInSight('t.store_id', '$2')}
      order by t.window_from desc, t.id desc
      limit ${MOST_TASKS})
   select ${taskColumns()}, st.zone
     from latest
     join touch t on t.group_id = $1 and t.id = latest.id ${TASK_JOINS} ${taskDetails()}
    order by t.deadline, t.id`,
);

/**
 * The tasks that can be keyed in as done by a member on a day, with what became of those that are settled.
 *
 * @param day - undefined: today
 * @throws NotFoundError for a member that does not exist or is not in the viewer's sight.
 */
export async function paperTasks(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { memberId, day }: { readonly memberId: string; readonly day: Day | undefined },
  now: Instant,
): Promise<PaperTasks> {
  const asker = [group.groupId, viewer.memberId, memberId];
  const [desk] = await group.sql<{ readonly zone: string; readonly today: Day }>(DESK, [...asker, new Date(now)]);
  if (desk === undefined) throw new NotFoundError('Member');
  const asked = day ?? desk.today;
  const rows = await group.sql<TaskRow & { readonly zone: string }>(TASKS, [...asker, asked]);
  const tasks = rows.map((row) => taskView(openTaskPerson(seal, group.groupId, row), row, row.zone, undefined));
  return { memberId, day: asked, ...desk, tasks };
}
