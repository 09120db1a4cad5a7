import { DAY_24H, type Instant } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { roleOpens } from './board-sight.ts';

/** A phone system that has not told of its calls for some time: claims of its store wait. */
export interface StaleFeed {
  readonly storeId: string;
  readonly source: string;
  readonly completeUntil: Date;
}

/** A file a day is the custom; a Sunday may lie between. Ours. */
const STALE_AFTER = 2 * DAY_24H;

const STALE = statement(
  'stale feeds',
  `select f.store_id as "storeId", f.source, f.complete_until as "completeUntil"
     from feed f
    where f.group_id = $1 and f.complete_until < $3 and ${roleOpens('groupBoard', '$2')}
    order by f.complete_until, f.store_id, f.source`,
);

export function staleFeeds(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
  now: Instant,
): Promise<readonly StaleFeed[]> {
  return runner.sql<StaleFeed>(STALE, [groupId, viewerId, new Date(now - STALE_AFTER)]);
}
