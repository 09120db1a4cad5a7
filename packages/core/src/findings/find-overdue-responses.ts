import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { dayOf } from '../calendar/wall-time.ts';
import { firstResponse } from '../first-response/first-response.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Context } from '../plan/context.ts';
import { type Id, id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { type Finding, TELL_MANAGER } from './finding.ts';

/** An opportunity whose latest lead may wait, and what contact law asks of its customer. */
export interface WaitingLead {
  readonly history: OpportunityHistory;
  readonly customer: CustomerEvidence;
}

/**
 * The leads that have waited for a person until the manager must know (30 open minutes by the default plan). One
 * finding a lead: a repeat that nobody answers is another one. While the law lets nobody call the customer, no time passes.
 *
 * @example
 * const findings = findOverdueResponses(storeId, unanswered, context);
 */
export function findOverdueResponses(
  storeId: Id<'Store'>,
  leads: readonly WaitingLead[],
  context: Context,
): readonly Finding[] {
  return leads.flatMap((lead) => overdueOf(storeId, lead, context) ?? []);
}

function overdueOf(storeId: Id<'Store'>, { history, customer }: WaitingLead, context: Context): Finding | undefined {
  const { opportunityId, departmentId } = history;
  const response = firstResponse(history, customer, context);
  if (response.kind !== 'running' || response.stage !== 'manager') return undefined;
  if (opportunityId === undefined || departmentId === undefined) return undefined;
  const { plan, calendar, now } = context;
  const since = dayOf(calendar, response.since);
  const evidence = { since: response.since, open: response.time.open, wall: response.time.wall };
  const facts = history.leads.at(-1);
  return {
    key: id<'Finding'>(`responseOverdue:${opportunityId}:${response.since}`),
    kind: 'responseOverdue',
    storeId,
    departmentId,
    opportunityId,
    since,
    days: { from: since, until: dayOf(calendar, now) },
    tell: TELL_MANAGER,
    evidence,
    reasons: [
      reason('finding.responseOverdue', evidence, {
        plan: { version: plan.version },
        facts: facts === undefined ? [] : [facts.fact],
      }),
    ],
  };
}
