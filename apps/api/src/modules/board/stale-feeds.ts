import { DAY_24H, type Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { StoreView } from '../store/schema.ts';
import { roleOpens } from './board-sight.ts';

/** A phone system that has not told of its calls for some time: claims of its store wait. */
export interface StaleFeed {
  readonly store: StoreView;
  readonly source: string;
  readonly completeUntil: Date;
}

/** A file a day is the custom; a Sunday may lie between. Ours. */
const STALE_AFTER = 2 * DAY_24H;

const STALE = statement(
  'stale feeds',
  `select s.id, s.name, s.zone, s.phone, f.source, f.complete_until as "completeUntil"
     from feed f
     join store s on s.group_id = $1 and s.id = f.store_id
    where f.group_id = $1 and f.complete_until < $3 and ${roleOpens('groupBoard', '$2')}
    order by f.complete_until, s.name, f.source`,
);

export async function staleFeeds(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  now: Instant,
): Promise<readonly StaleFeed[]> {
  const rows = await runner.sql<StoreView & Omit<StaleFeed, 'store'>>(STALE, [
    groupId,
    viewerId,
    new Date(now - STALE_AFTER),
  ]);
  return rows.map(({ source, completeUntil, ...store }) => ({ store, source, completeUntil }));
}
