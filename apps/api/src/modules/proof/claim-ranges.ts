import { DAY_24H, type Instant, instant, RECORD_WINDOW } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';

/** A stretch of time, both ends included, in which claims are to be held against records. */
export interface ClaimRange {
  readonly from: Instant;
  readonly until: Instant;
}

/** No pair of a claim and a record lies further apart: a longer silence parts what bears on each other from the rest. */
const QUIET = RECORD_WINDOW.before + RECORD_WINDOW.after;

const EVENTS = statement(
  'calls and claims of a store',
  `select distinct f.at
     from fact f
    where f.group_id = $1 and f.store_id = $2 and f.kind in ('activity.logged', 'call.recorded')
      and f.at >= $3 and f.at <= $4
    order by f.at`,
);

/** Ranges around these moments, joined where they lie within a day of each other. */
export function rangesAround(moments: readonly Instant[]): readonly ClaimRange[] {
  const ranges: ClaimRange[] = [];
  for (const at of moments.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && at - last.until <= DAY_24H) ranges[ranges.length - 1] = { ...last, until: at };
    else ranges.push({ from: at, until: at });
  }
  return ranges;
}

/**
 * The range with everything that bears on its claims: whichever record goes to one of them may be wanted by another,
 * and so on. It grows until the store's phones were quiet before and after it.
 */
export async function quietRange(tx: GroupTransaction, storeId: string, range: ClaimRange): Promise<ClaimRange> {
  const from = await quietEdge(tx, storeId, range.from, -1);
  const until = await quietEdge(tx, storeId, range.until, 1);
  return { from, until };
}

/** The last event before a silence, seen from `start` in that direction. */
async function quietEdge(tx: GroupTransaction, storeId: string, start: Instant, direction: 1 | -1): Promise<Instant> {
  let edge: number = start;
  for (;;) {
    const far = edge + direction * DAY_24H;
    const [from, until] = direction === 1 ? [edge, far] : [far, edge];
    const rows = await tx.sql<{ readonly at: Date }>(EVENTS, [tx.groupId, storeId, new Date(from), new Date(until)]);
    const before = edge;
    for (const { at } of direction === 1 ? rows : rows.toReversed()) {
      if (Math.abs(at.getTime() - edge) > QUIET) return instant(edge);
      edge = at.getTime();
    }
    // The look itself ends in a silence, or it has to go on from where it came to.
    if (edge === before || Math.abs(far - edge) > QUIET) return instant(edge);
  }
}
