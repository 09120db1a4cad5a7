import {
  appointmentTouches,
  customerStop,
  dueTouches,
  type Instant,
  type OpportunityHistory,
  promiseTouches,
  recoveryTouches,
  type Touch,
  withBestTimes,
} from '@beback/core';
import type { ContactEvidence } from '../contact/verdict-of.ts';
import { appointmentContextOf, contextAt, contextOf, type StoreRules } from '../store/store-rules.ts';

/**
 * All that is asked for about one opportunity: by the plan version under which its episode began, about its appointment,
 * what was promised, and for an unhappy buyer, each at the time that is best for this customer. What the customer stopped
 * is asked for no longer, whoever would do it.
 */
export function askedNow(
  history: OpportunityHistory,
  evidence: ContactEvidence,
  rules: Pick<StoreRules, 'plan' | 'plans' | 'calendar'>,
  now: Instant,
): readonly Touch[] {
  const context = contextOf(history, rules, now);
  const asked = [
    ...dueTouches(history, context),
    ...appointmentTouches(history, appointmentContextOf(history, rules, now)),
    ...promiseTouches(history, context),
    ...recoveryTouches(history, context),
  ].filter((touch) => customerStop(touch, evidence.history, now) === undefined);
  // Which hours are allowed stands in the plan version in force.
  return withBestTimes(asked, history, evidence, contextAt(rules, now));
}
