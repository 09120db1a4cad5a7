import { type GroupTransaction, nextLookAt, REPLAN, schedule, UNCLEARED_STEP } from '@beback/api';
import { day, type Id, type Instant, instant } from '@beback/core';
import type { DecisionRows } from './decision-rows.ts';
import { insertRows } from './insert-rows.ts';

interface NextLook {
  readonly kind: string;
  readonly subject: string;
  readonly at: Instant;
}

/**
 * Orders the next look at each opportunity, when a step of it begins, is late or is given up, and at each step that is
 * said to be done and that no record shows, when it is late: from here on time goes by in the demo as it does in a store.
 */
export async function orderNextLooks(
  tx: GroupTransaction,
  storeId: Id<'Store'>,
  touches: DecisionRows['touch'],
  rules: Parameters<typeof nextLookAt>[1],
  now: Instant,
  idOf: (label: string) => string,
): Promise<void> {
  const looks = [...nextLooks(touches, rules, now), ...unclearedSteps(touches, now)].sort((a, b) => a.at - b.at);
  const [first, ...others] = looks;
  if (first === undefined) return;
  const rows = others.map(({ kind, subject, at }) => ({
    id: idOf(`next look at ${subject}`),
    kind,
    subject,
    store_id: storeId,
    due_at: new Date(at),
    attempts: 0,
  }));
  await insertRows(tx, 'due_work', rows);
  // The earliest goes the server's own way, which tells the directory from when on the group has work due.
  await schedule(tx, { kind: first.kind, subject: first.subject, storeId, dueAt: first.at });
}

function nextLooks(
  touches: DecisionRows['touch'],
  rules: Parameters<typeof nextLookAt>[1],
  now: Instant,
): readonly NextLook[] {
  const due = Map.groupBy(
    touches.filter(({ state }) => state === 'due'),
    ({ opportunity_id }) => String(opportunity_id),
  );
  return [...due].flatMap(([subject, rows]) => {
    const at = nextLookAt(rows.flatMap(lookOf), rules, now);
    return at === undefined ? [] : [{ kind: REPLAN, subject, at }];
  });
}

/** A claimed call that nothing shows clears no step: at the deadline it counts as missed. */
function unclearedSteps(touches: DecisionRows['touch'], now: Instant): readonly NextLook[] {
  return touches.flatMap(({ id, state, counted, deadline }) => {
    if (state !== 'done' || counted !== null || !(deadline instanceof Date) || deadline.getTime() <= now) return [];
    return [{ kind: UNCLEARED_STEP, subject: String(id), at: instant(deadline.getTime()) }];
  });
}

function lookOf({ window_from, deadline, next_lawful, deferred_to }: DecisionRows['touch'][number]) {
  if (!(window_from instanceof Date && deadline instanceof Date)) return [];
  const nextLawful = next_lawful instanceof Date ? instant(next_lawful.getTime()) : undefined;
  const deferredTo = typeof deferred_to === 'string' ? day(deferred_to) : undefined;
  return [{ from: instant(window_from.getTime()), deadline: instant(deadline.getTime()), nextLawful, deferredTo }];
}
