import {
  type Context,
  firstResponse,
  historyBefore,
  type Id,
  type Instant,
  type OpportunityHistory,
} from '@beback/core';

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
export function leadResponses(history: OpportunityHistory, context: Context): readonly LeadResponse[] {
  return history.leads.flatMap((lead, i) => {
    const next = history.leads[i + 1];
    if (next?.at === lead.at) return [];
    const within = next === undefined ? history : historyBefore(history, next.at);
    const response = firstResponse(within, context);
    if (response.kind !== 'stopped') return [];
    const { memberId, at, time } = response;
    return [{ leadFactId: lead.fact, memberId, at, openMs: time.open, wallMs: time.wall }];
  });
}
