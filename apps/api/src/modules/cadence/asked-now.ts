import {
  type ContactHistory,
  customerStop,
  dueTouches,
  type Instant,
  type OpportunityHistory,
  recoveryTouches,
  type Touch,
} from '@beback/core';
import { contextOf, type StoreRules } from '../store/store-rules.ts';

/**
 * All that is asked for about one opportunity: by the plan version under which its episode began, and for an unhappy
 * buyer. What the customer stopped is asked for no longer, whoever would do it.
 */
export function askedNow(
  history: OpportunityHistory,
  customer: ContactHistory,
  rules: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly Touch[] {
  const context = contextOf(history, rules, now);
  return [...dueTouches(history, context), ...recoveryTouches(history, context)].filter(
    (touch) => customerStop(touch, customer, now) === undefined,
  );
}
