import { firstResponse, historyBefore, type Id, type Instant, type OpportunityHistory, planAt } from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';

/** A lead that a person answered, and how long it had waited. */
export interface LeadResponse {
  readonly leadFactId: Id<'Fact'>;
  readonly memberId: Id<'Member'>;
  /** Of the answer. */
  readonly at: Instant;
  readonly openMs: number;
  readonly wallMs: number;
}

/**
 * The answered leads of an opportunity. Each lead has a clock of its own, which a repeat takes over: an answer after the
 * repeat answers the repeat.
 */
export function leadResponses(
  history: OpportunityHistory,
  { plans, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): readonly LeadResponse[] {
  return history.leads.flatMap((lead, i) => {
    const next = history.leads[i + 1];
    if (next?.at === lead.at) return [];
    const within = next === undefined ? history : historyBefore(history, next.at);
    const response = firstResponse(within, { plan: planAt(plans, lead.at), calendar, now });
    if (response.kind !== 'stopped') return [];
    const { memberId, at, time } = response;
    return [{ leadFactId: lead.fact, memberId, at, openMs: time.open, wallMs: time.wall }];
  });
}
