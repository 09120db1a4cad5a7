import { type Day, dayOf, type Instant } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { absenceInSight } from './absence-sight.ts';

/** Somebody who is to be away or back, with the stores whose lists that changes. */
export interface AbsentMember {
  readonly memberId: string;
  /** In the order of ids; those without a plan in force have no lists. */
  readonly stores: readonly StoreRules[];
  /** By the calendar of the store in which the person works in the first place. */
  readonly today: Day;
  readonly zone: string;
}

const STORES = statement(
  'stores of who is away',
  `select s.id
     from member m
     join assignment a on a.group_id = m.group_id and a.member_id = m.id
     join store s on s.group_id = a.group_id and s.id = a.store_id
    where m.group_id = $1 and m.id = $3 and m.active and ${absenceInSight('m.id', '$2::uuid')}
    order by s.name, s.id`,
);

/**
 * The member with the stores in which the member works.
 *
 * @throws NotFoundError for a member who does not exist, works nowhere, or is not the viewer's to say it of.
 */
export async function loadAbsentMember(
  reader: GroupReader,
  viewerId: string,
  memberId: string,
  now: Instant,
): Promise<AbsentMember> {
  const rows = await reader.sql<{ readonly id: string }>(STORES, [reader.groupId, viewerId, memberId]);
  const stores: StoreRules[] = [];
  for (const { id } of rows) {
    const rules = await loadStoreRules(reader, reader.groupId, id, now);
    if (rules !== undefined) stores.push(rules);
  }
  const [home] = stores;
  if (home === undefined) throw new NotFoundError('Member');
  // Their opportunities are locked store by store: in one order, whoever does it.
  const inOrder = stores.toSorted((a, b) => (a.storeId < b.storeId ? -1 : 1));
  return { memberId, stores: inOrder, today: dayOf(home.calendar, now), zone: home.zone };
}
