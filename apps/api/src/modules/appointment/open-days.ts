import { addOpenDays, type Day, dayOf, type Instant, isOpenDay, openingOf, type Span } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';

/** A day on which the store opens, with what is left of its hours. */
export interface OpenDay {
  readonly day: Day;
  readonly spans: readonly Span[];
}

export interface OpenDays {
  readonly zone: string;
  readonly days: readonly OpenDay[];
}

/** So many days to choose from: two weeks of a store that closes on Sundays. */
const SHOWN_DAYS = 12;

const STORE_OF = statement(
  'store of an opportunity',
  `select o.store_id as "storeId" from opportunity o
    where o.group_id = $1 and o.id = $3 and ${storeInSight('o.store_id', '$2')}`,
);

/**
 * When an appointment can be or a call be promised: the next days on which the store of an opportunity is open, with
 * what is left of today.
 *
 * @throws NotFoundError for an opportunity that does not exist or is not in the viewer's sight.
 */
export async function openDays(
  group: GroupDatabase,
  viewerId: string,
  opportunityId: string,
  now: Instant,
): Promise<OpenDays> {
  const [row] = await group.sql<{ readonly storeId: string }>(STORE_OF, [group.groupId, viewerId, opportunityId]);
  const rules = row && (await loadStoreRules(group, group.groupId, row.storeId, now));
  if (rules === undefined) throw new NotFoundError('Opportunity');
  return { zone: rules.zone, days: nextOpenDays(rules, now) };
}

function nextOpenDays({ calendar }: Pick<StoreRules, 'calendar'>, now: Instant): readonly OpenDay[] {
  const days: OpenDay[] = [];
  let day = dayOf(calendar, now);
  if (!isOpenDay(calendar, day)) day = addOpenDays(calendar, day, 1);
  while (days.length < SHOWN_DAYS) {
    const spans = openingOf(calendar, day)
      .filter(({ until }) => until > now)
      .map(({ from, until }) => ({ from: from > now ? from : now, until }));
    if (spans.length > 0) days.push({ day, spans });
    day = addOpenDays(calendar, day, 1);
  }
  return days;
}
