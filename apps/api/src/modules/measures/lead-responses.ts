import { historyBefore, type Id, type Instant, leadAnswer, type OpportunityHistory, planAt } from '@beback/core';
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
 *
 * @param history - with what records show of its calls: a call that nothing shows answers nothing
 */
export function leadResponses(
  history: OpportunityHistory,
  { plans, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
): readonly LeadResponse[] {
  return history.leads.flatMap((lead, i) => {
    const next = history.leads[i + 1];
    if (next?.at === lead.at) return [];
    const until = next === undefined ? history : historyBefore(history, next.at);
    const answered = leadAnswer(until, { plan: planAt(plans, lead.at), calendar });
    if (answered === undefined) return [];
    const { answer, time } = answered;
    return [{ leadFactId: lead.fact, memberId: answer.memberId, at: answer.at, openMs: time.open, wallMs: time.wall }];
  });
}
