import { type GroupTransaction, nextLookAt, REPLAN, schedule } from '@beback/api';
import { type Id, type Instant, instant } from '@beback/core';
import type { DecisionRows } from './decision-rows.ts';
import { insertRows } from './insert-rows.ts';

interface NextLook {
  readonly opportunityId: string;
  readonly at: Instant;
}

/**
 * Orders the next look at each opportunity, when a step of it begins, is late or is given up: from here on time goes by
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
  await schedule(tx, { kind: REPLAN, subject: first.opportunityId, storeId, dueAt: first.at });
}

/** The earliest first. */
function nextLooks(touches: DecisionRows['touch'], now: Instant): readonly NextLook[] {
  const due = new Map<string, { readonly from: Instant; readonly deadline: Instant }[]>();
  for (const { state, opportunity_id, window_from, deadline } of touches) {
    if (state !== 'due' || !(window_from instanceof Date) || !(deadline instanceof Date)) continue;
    const window = { from: instant(window_from.getTime()), deadline: instant(deadline.getTime()) };
    const opportunityId = String(opportunity_id);
    due.set(opportunityId, [...(due.get(opportunityId) ?? []), window]);
  }
  return [...due]
    .flatMap(([opportunityId, windows]) => {
      const at = nextLookAt(windows, now);
      return at === undefined ? [] : [{ opportunityId, at }];
    })
    .sort((a, b) => a.at - b.at);
}
