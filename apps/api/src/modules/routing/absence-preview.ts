import type { Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { loadTasks } from '../workday/load-tasks.ts';
import { placesIfGone } from '../workday/place-again.ts';
import type { TaskView } from '../workday/task-view.ts';
import type { TouchPlace } from '../workday/touch-place.ts';
import { loadAbsentMember } from './absent-member.ts';

/** A task of today and where it would go. */
export interface TaskMove {
  readonly task: TaskView;
  readonly place: TouchPlace;
}

/**
 * What would move if somebody were away from now on, in the order of where it goes. Nothing is written; whoever marks
 * the absence a minute later may find the lists changed.
 *
 * @throws NotFoundError for a member who is not the viewer's to say it of.
 */
export async function absencePreview(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  memberId: string,
  now: Instant,
): Promise<readonly TaskMove[]> {
  const { groupId } = group;
  const { stores } = await loadAbsentMember(group, viewer.memberId, memberId, now);
  const moves: TaskMove[] = [];
  for (const rules of stores) {
    const places = await placesIfGone(group, seal, rules, { memberId, kind: 'away' }, now);
    const tasks = await loadTasks(group, groupId, seal, viewer.memberId, [...places.keys()], now);
    const byId = new Map<string, TaskView>(tasks.map((task) => [task.row.id, task]));
    for (const [id, place] of places) {
      const task = byId.get(id);
      if (task !== undefined) moves.push({ task, place });
    }
  }
  return moves;
}
