import { DAY_24H, type Instant, instant, plus } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { factOf } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';
import type { CallSource } from './new-calls.ts';

const FEED = statement(
  'feed',
  'select complete_until as "completeUntil" from feed where group_id = $1 and store_id = $2 and source = $3',
);
const ADVANCE = statement(
  'advance feed',
  `insert into feed as f (group_id, store_id, source, complete_until, updated_at) values ($1, $2, $3, $4, $5)
   on conflict (group_id, store_id, source) do update set
     complete_until = excluded.complete_until, updated_at = excluded.updated_at`,
);
// What has waited for this feed; and what a feed that is new and behind the others makes wait again.
const PASSED = statement(
  'claims that a feed bears on',
  `select claimed_at as "claimedAt"
     from proof
    where group_id = $1 and store_id = $2
      and (kind = 'pending' and claimed_at <= $3 or $5 and kind <> 'pending' and claimed_at > $4)`,
);

export interface AdvancedFeed {
  /** Every call of the source up to here has arrived. */
  readonly completeUntil: Instant;
  /** Times of the claims that are to be looked at again. */
  readonly moments: readonly Instant[];
}

/** Moves a feed forward; it never goes back, whatever a late file says. */
export async function advanceFeed(
  tx: GroupTransaction,
  source: CallSource,
  until: Instant,
  now: Instant,
): Promise<AdvancedFeed> {
  const key = [tx.groupId, source.storeId, source.source];
  const [known] = await tx.sql<{ readonly completeUntil: Date }>(FEED, key);
  const before = known === undefined ? undefined : instant(known.completeUntil.getTime());
  if (before !== undefined && before >= until) return { completeUntil: before, moments: [] };
  await recordFacts(tx, [
    factOf({ kind: 'feed.completed', at: now, data: { source: source.source, until } }, source.storeId, now),
  ]);
  await tx.sql(ADVANCE, [...key, new Date(until), new Date(now)]);
  const passed = await tx.sql<{ readonly claimedAt: Date }>(PASSED, [
    tx.groupId,
    source.storeId,
    new Date(until),
    // Of some claims paper tells the day alone: their records may come a day later.
    new Date(plus(until, -DAY_24H)),
    before === undefined,
  ]);
  return { completeUntil: until, moments: passed.map(({ claimedAt }) => instant(claimedAt.getTime())) };
}
