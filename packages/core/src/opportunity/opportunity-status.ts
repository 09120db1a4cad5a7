import type { OpportunityHistory } from './opportunity-history.ts';

/** Where an episode stands. Only an open one asks for follow-up towards a sale. */
export const OPPORTUNITY_STATUSES = ['open', 'delivered', 'unwound', 'lost'] as const;
/** One of {@link OPPORTUNITY_STATUSES}. */
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number];

/**
 * The episode's standing by its latest turn.
 *
 * A lead that comes in again after a loss or an unwinding opens the episode again: the customer is shopping.
 * After a delivery it does not: the next purchase is an episode of its own.
 *
 * @example
 * opportunityStatus(history) === 'open';
 */
export function opportunityStatus(history: OpportunityHistory): OpportunityStatus {
  const turn = history.turns.at(-1);
  if (turn === undefined) return 'open';
  const askedAgain = history.lastLeadAt !== undefined && history.lastLeadAt > turn.at;
  return askedAgain && turn.to !== 'delivered' ? 'open' : turn.to;
}
