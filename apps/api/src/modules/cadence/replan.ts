import {
  type Day,
  type FirstResponse,
  firstResponse,
  GIVEN_UP_AFTER,
  type Instant,
  instant,
  type MeasureRow,
  openingOf,
  type Reason,
  standingAppointment,
  startOfDay,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { cancelDueWork, schedule } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadEvidence } from '../contact/load-evidence.ts';
import { openHandOnDesk } from '../first-response/hand-on-desk.ts';
import { orderStage } from '../first-response/order-stage.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import { contextOf, kindOf, type StoreRules } from '../store/store-rules.ts';
import { orderDayPlan } from '../workday/order-day-plan.ts';
import { loadStoreDay } from '../workday/store-day.ts';
import { countTouches } from './count-touches.ts';
import { type AskedTouch, planTouches } from './plan-touches.ts';
import { saveAsked, saveSettled } from './save-touches.ts';
import { loadStoredTouches, type StoredTouch } from './stored-touch.ts';

/** Due work that plans an opportunity anew where the passing of time alone changes what is asked. */
export const REPLAN = 'cadence.replan';
/**
 * Plans an opportunity anew in place: asks core what is due, writes the touches and what became of the others, orders
 * the next look, tells the people whose day changed.
 *
 * @param opportunity - locked, with its history as it is now and what records show of its calls
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
  const day = await loadStoreDay(tx, tx.groupId, rules, now, { opportunityId: opportunity.id });
  const evidence = await loadEvidence(tx, seal, opportunity.customerId);
  const planned = planTouches(opportunity.history, stored, day.capacities, evidence, rules, now);
  const response = firstResponse(opportunity.history, evidence, context);
  const handOnDesk = await openHandOnDesk(tx, tx.groupId, day);
  const lead = { response, department: kindOf(opportunity, rules), holderId: clockHolder(stored), before: stored };
  const asked = planned.asked.map((each) =>
    withStage({ ...each, place: handOnDesk.place(each, lead, context) }, response),
  );

  const { counts, rows } = countTouches(stored, { asked, settled: planned.settled }, opportunity, rules, now);
  await saveSettled(tx, planned.settled, counts);
  await saveAsked(tx, asked, counts, opportunity, context.plan.version);
  await orderStage(tx, opportunity, response);
  await orderNextLook(tx, opportunity, asked, rules, now);
  await orderDayPlan(tx, rules, day.plan, now);
  const before = stored.filter(({ state }) => state === 'due');
  const affected = [...before, ...asked.map(({ place }) => place)].flatMap((one) => [one.memberId, one.alsoMemberId]);
  for (const memberId of new Set(affected)) {
    if (memberId != null) await tx.notify({ kind: 'dayChanged', memberId });
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

/** On whose list the call stands that would stop the clock. */
function clockHolder(stored: readonly StoredTouch[]): string | null | undefined {
  return stored.find(({ state, urgency }) => state === 'due' && urgency === 'clock')?.memberId;
}

async function orderNextLook(
  tx: GroupTransaction,
  { id, storeId, history }: OpportunityRow,
  asked: readonly AskedTouch[],
  rules: StoreRules,
  now: Instant,
): Promise<void> {
  const visit = standingAppointment(history)?.startsAt;
  // Nobody confirms a visit once its time has come.
  const looks = asked.map(lookOf).map((look) => (visit === undefined ? look : { ...look, visit }));
  const dueAt = nextLookAt(looks, rules, now);
  const work = { kind: REPLAN, subject: id };
  if (dueAt === undefined) await cancelDueWork(tx, work);
  else await schedule(tx, { ...work, storeId, dueAt });
}

/** What of an asked touch says when to look again. */
export interface Look {
  readonly from: Instant;
  readonly deadline: Instant;
  /** When contact law opens again. */
  readonly nextLawful?: Instant | undefined;
  /** The day to which it was put off. */
  readonly deferredTo?: Day | undefined;
  /** When the customer wants to come: what prepares the visit ends then. */
  readonly visit?: Instant;
}

/** When time alone next changes what is asked, or where it stands. */
export function nextLookAt(
  asked: readonly Look[],
  { calendar }: Pick<StoreRules, 'calendar'>,
  now: Instant,
): Instant | undefined {
  const moments = asked
    .flatMap(({ from, deadline, nextLawful, deferredTo, visit }) => [
      from,
      deadline,
      deadline + GIVEN_UP_AFTER,
      nextLawful ?? 0,
      visit ?? 0,
      deferredTo === undefined ? 0 : (openingOf(calendar, deferredTo)[0]?.from ?? startOfDay(calendar, deferredTo)),
    ])
    .filter((moment) => moment > now);
  return moments.length === 0 ? undefined : instant(Math.min(...moments));
}

function lookOf({ touch: { window }, place: { verdict, deferredTo } }: AskedTouch): Look {
  const nextLawful = verdict?.kind === 'notNow' ? verdict.next : undefined;
  return { from: window.from, deadline: window.deadline, nextLawful, deferredTo };
}
