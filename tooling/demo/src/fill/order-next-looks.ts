import { type GroupTransaction, REPLAN, schedule } from '@beback/api';
import { type Id, type Instant, instant } from '@beback/core';
import type { DecisionRows } from './decision-rows.ts';
import { insertRows } from './insert-rows.ts';

interface NextLook {
  readonly opportunityId: string;
  readonly at: number;
}

/**
 * Orders the next look at each opportunity, when a step of it begins or passes its deadline: from here on time goes by
 * in the demo as it does in a store.
 */
export async function orderNextLooks(
  tx: GroupTransaction,
  storeId: Id<'Store'>,
  touches: DecisionRows['touch'],
  now: Instant,
  idOf: (label: string) => string,
): Promise<void> {
  const looks = nextLooks(touches, now);
  const [first, ...others] = looks;
  if (first === undefined) return;
  const rows = others.map(({ opportunityId, at }) => ({
    id: idOf(`next look at ${opportunityId}`),
    kind: REPLAN,
    subject: opportunityId,
    store_id: storeId,
    due_at: new Date(at),
    attempts: 0,
  }));
  await insertRows(tx, 'due_work', rows);
  // The earliest goes the server's own way, which tells the directory from when on the group has work due.
  await schedule(tx, { kind: REPLAN, subject: first.opportunityId, storeId, dueAt: instant(first.at) });
}

/** The earliest first. */
function nextLooks(touches: DecisionRows['touch'], now: Instant): readonly NextLook[] {
  const next = new Map<string, number>();
  for (const touch of touches) {
    if (touch['state'] !== 'due') continue;
    const opportunityId = String(touch['opportunity_id']);
    for (const moment of [touch['window_from'], touch['deadline']]) {
      if (!(moment instanceof Date) || moment.getTime() <= now) continue;
      next.set(opportunityId, Math.min(next.get(opportunityId) ?? Number.POSITIVE_INFINITY, moment.getTime()));
    }
  }
  return [...next].map(([opportunityId, at]) => ({ opportunityId, at })).sort((a, b) => a.at - b.at);
}
