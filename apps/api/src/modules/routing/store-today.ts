import { type Absence, absentOn, type Capacity, type DailyCapacity, type Day, type Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import { boardInSight } from '../board/board-sight.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { loadStoreDay } from '../workday/store-day.ts';
import type { StorePerson } from './store-people.ts';

/** Who is in today, and how full each day is. */
export interface StoreToday {
  readonly storeId: string;
  readonly day: Day;
  readonly zone: string;
  readonly asOf: Instant;
  readonly people: readonly PersonToday[];
}

/** A person's day in figures. */
export interface PersonToday extends Pick<StorePerson, 'memberId' | 'departmentId' | 'taken' | 'done' | 'promised'> {
  /** What the person gets done in a day. */
  readonly capacity: DailyCapacity;
  /** The person is away today because of it. */
  readonly absence: Absence | undefined;
  /** Said already, for a later day. */
  readonly nextAbsence: Absence | undefined;
}

const IN_SIGHT = statement(
  'store whose people are asked for',
  `select s.id from store s where s.group_id = $1 and s.id = $3 and ${boardInSight('s.id', '$2::uuid')}`,
);

/**
 * The people of a store with today's load against what each gets done.
 *
 * @throws NotFoundError for a store that does not exist, has no plan, or for which the viewer does not answer.
 */
export async function storeToday(
  group: GroupDatabase,
  viewer: Viewer,
  storeId: string,
  now: Instant,
): Promise<StoreToday> {
  const { groupId } = group;
  const [seen] = await group.sql(IN_SIGHT, [groupId, viewer.memberId, storeId]);
  const rules = seen === undefined ? undefined : await loadStoreRules(group, groupId, storeId, now);
  if (rules === undefined) throw new NotFoundError('Store');
  const { today, people, capacities } = await loadStoreDay(group, groupId, rules, now);
  return {
    storeId,
    day: today,
    zone: rules.zone,
    asOf: now,
    people: people.map((person, i) => personToday(person, capacities[i], today)),
  };
}

function personToday(
  { memberId, departmentId, taken, done, promised, absences }: StorePerson,
  capacity: Capacity | undefined,
  today: Day,
): PersonToday {
  const { tasks = 0, calls = 0 } = capacity ?? {};
  return {
    memberId,
    departmentId,
    taken,
    done,
    promised,
    capacity: { tasks, calls },
    absence: absentOn(absences, today),
    nextAbsence: absences.find(({ from, backOn }) => from > today && (backOn === undefined || backOn > from)),
  };
}
