import {
  addDays,
  DAY_24H,
  dayOf,
  type FirstResponse,
  firstResponse,
  type Instant,
  instant,
  type MeasureRow,
  type Reason,
  startOfDay,
  type TouchWindow,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { cancelDueWork, schedule } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import { capacitiesOf, loadStorePeople } from '../routing/store-people.ts';
import { contextOf, type StoreRules } from '../store/store-rules.ts';
import { countTouches } from './count-touches.ts';
import { type AskedTouch, planTouches } from './plan-touches.ts';
import { saveAsked, saveSettled } from './save-touches.ts';
import { loadStoredTouches } from './stored-touch.ts';

/** Due work that plans an opportunity anew where the passing of time alone changes what is asked. */
export const REPLAN = 'cadence.replan';
/** Due work at the stages of a running response clock: 5, 15 and 30 open minutes by the default plan. */
export const RESPONSE_STAGE = 'firstResponse.stage';

/**
 * Plans an opportunity anew in place: asks core what is due, writes the touches and what became of the others, orders
 * the next look, tells the people whose day changed.
 *
 * @param opportunity - locked, with its history as it is now
 * @returns what it changes about the measures of days, for the caller to add
 */
export async function replan(
  tx: GroupTransaction,
  seal: Seal,
  opportunity: OpportunityRow,
  rules: StoreRules,
  now: Instant,
): Promise<readonly MeasureRow[]> {
  const context = contextOf(opportunity.history, rules, now);
  const stored = await loadStoredTouches(tx, opportunity.id);
  const tomorrow = startOfDay(rules.calendar, addDays(dayOf(rules.calendar, now), 1));
  const people = await loadStorePeople(tx, tx.groupId, rules.storeId, tomorrow);
  const evidence = await loadEvidence(tx, seal, opportunity.customerId);
  const states = new Map(stored.map(({ id, state }) => [id, state]));
  const planned = planTouches(opportunity.history, states, capacitiesOf(people, rules), evidence, rules, now);
  const response = firstResponse(opportunity.history, context);
  const asked = planned.asked.map((each) => withStage(each, response));

  const { counts, rows } = countTouches(stored, { asked, settled: planned.settled }, opportunity, rules, now);
  await saveSettled(tx, planned.settled, counts);
  await saveAsked(tx, asked, counts, opportunity, context.plan.version);
  await orderStage(tx, opportunity, response);
  await orderNextLook(tx, opportunity, asked, now);
  const before = stored.filter(({ state }) => state === 'due').map(({ memberId }) => memberId);
  for (const memberId of new Set([...before, ...asked.map((each) => each.memberId ?? null)])) {
    if (memberId !== null) await tx.notify({ kind: 'dayChanged', memberId });
  }
  return rows;
}

/** The touch that would stop the clock also says how far the clock has come. */
function withStage(asked: AskedTouch, response: FirstResponse): AskedTouch {
  if (asked.touch.urgency !== 'clock' || response.kind !== 'running' || response.stage === 'call') return asked;
  const [first, ...more] = asked.touch.reasons;
  const reasons: [Reason, ...Reason[]] = [first, ...more, ...response.reasons];
  return { ...asked, touch: { ...asked.touch, reasons } };
}

async function orderStage(
  tx: GroupTransaction,
  { id, storeId }: OpportunityRow,
  response: FirstResponse,
): Promise<void> {
  const work = { kind: RESPONSE_STAGE, subject: id };
  const next = response.kind === 'running' ? response.next : undefined;
  if (next === undefined) await cancelDueWork(tx, work);
  else await schedule(tx, { ...work, storeId, dueAt: next.at });
}

/** An overdue touch is given up seven days after its deadline at the latest (core's cadence). */
const GIVEN_UP_AFTER = 7 * DAY_24H;

async function orderNextLook(
  tx: GroupTransaction,
  { id, storeId }: OpportunityRow,
  asked: readonly AskedTouch[],
  now: Instant,
): Promise<void> {
  const dueAt = nextLookAt(
    asked.map(({ touch }) => touch.window),
    now,
  );
  const work = { kind: REPLAN, subject: id };
  if (dueAt === undefined) await cancelDueWork(tx, work);
  else await schedule(tx, { ...work, storeId, dueAt });
}

/** When time alone next changes what is asked: a due touch begins, is late, or is given up. */
export function nextLookAt(due: readonly Pick<TouchWindow, 'from' | 'deadline'>[], now: Instant): Instant | undefined {
  const moments = due
    .flatMap(({ from, deadline }) => [from, deadline, deadline + GIVEN_UP_AFTER])
    .filter((moment) => moment > now);
  return moments.length === 0 ? undefined : instant(Math.min(...moments));
}
