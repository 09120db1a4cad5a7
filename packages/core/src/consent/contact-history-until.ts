import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { ContactHistory } from './contact-history.ts';

/**
 * What a customer had said and had been told up to an instant, that instant included: what an act of the past is judged
 * by. Corrections count whenever they came: they tell what was so then.
 *
 * @example
 * const then = contactHistoryUntil(history, activity.at);
 */
export function contactHistoryUntil(history: ContactHistory, at: Instant): ContactHistory {
  const known = (mark: Mark) => mark.at <= at;
  return {
    ...history,
    acts: history.acts.filter(known),
    attempts: history.attempts.filter(known),
    inquiries: history.inquiries.filter(known),
    purchases: history.purchases.filter(known),
    unwound: history.unwound.filter(known),
  };
}
