import { addDays, DAY_24H, dayOf, type Instant, instant, startOfDay } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { cancelDueWork, schedule } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import { capacitiesOf, loadStorePeople } from '../routing/store-people.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { type AskedTouch, planTouches } from './plan-touches.ts';
import { saveAsked, saveSettled } from './save-touches.ts';
import type { TouchState } from './touch-row.ts';

/** Due work that plans an opportunity anew when the passing of time alone changes what is asked. */
export const REPLAN = 'cadence.replan';

const STORED = statement(
  'touches of an opportunity',
  'select id, state, member_id as "memberId" from touch where group_id = $1 and opportunity_id = $2',
);

interface StoredTouch {
  readonly id: string;
  readonly state: TouchState;
  readonly memberId: string | null;
}

/**
 * Plans an opportunity anew in place: asks core what is due, writes the touches and what became of the others, orders
 * the next look, tells the people whose day changed.
 *
 * @param opportunity - locked, its history saved or about to be
 */
export async function replan(
  tx: GroupTransaction,
  seal: Seal,
  opportunity: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<void> {
  const context = contextAt(rules, now);
  const stored = await tx.sql<StoredTouch>(STORED, [tx.groupId, opportunity.id]);
  const tomorrow = startOfDay(rules.calendar, addDays(dayOf(rules.calendar, now), 1));
  const people = await loadStorePeople(tx, tx.groupId, rules.storeId, tomorrow);
  const evidence = await loadEvidence(tx, seal, opportunity.customerId);
  const states = new Map(stored.map(({ id, state }) => [id, state]));
  const { asked, settled } = planTouches(opportunity.history, states, capacitiesOf(people, rules), evidence, context);

  await saveSettled(tx, settled);
  await saveAsked(tx, asked, opportunity, rules);
  await orderNextLook(tx, opportunity, asked, now);
  const before = stored.filter(({ state }) => state === 'due').map(({ memberId }) => memberId);
  const told = new Set([...before, ...asked.map(({ memberId }) => memberId ?? null)]);
  for (const memberId of told) if (memberId !== null) await tx.notify({ kind: 'dayChanged', memberId });
}

/** An overdue touch is given up seven days after its deadline at the latest (core's cadence). */
const GIVEN_UP_AFTER = 7 * DAY_24H;

async function orderNextLook(
  tx: GroupTransaction,
  { id, storeId }: OpportunityRow,
  asked: readonly AskedTouch[],
  now: Instant,
): Promise<void> {
  const moments = asked
    .flatMap(({ touch: { window } }) => [window.from, window.deadline, window.deadline + GIVEN_UP_AFTER])
    .filter((moment) => moment > now);
  const work = { kind: REPLAN, subject: id };
  if (moments.length === 0) await cancelDueWork(tx, work);
  else await schedule(tx, { ...work, storeId, dueAt: instant(Math.min(...moments)) });
}
