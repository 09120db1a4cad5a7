import { firstResponse, historyBefore } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { contextOf, loadStoreRules } from '../store/store-rules.ts';
import type { ClockView } from './clock-view.ts';
import { waitingLeads } from './waiting-rows.ts';

const FACT_OF_LEAD = statement(
  'fact of a lead',
  `select f.id from fact f
    where f.group_id = $1 and f.opportunity_id = $2 and f.kind = 'lead.received' and f.data ->> 'leadId' = $3`,
);

/**
 * The clock of one lead of an opportunity, by that of its latest one: an earlier lead has its own where somebody answered
 * it before the next one came; else the next one took it over.
 */
export async function clockOfLead(
  group: GroupDatabase,
  latest: ClockView,
  leadId: string,
  seal: Seal,
): Promise<ClockView | null> {
  const { row, history, asOf } = latest;
  const [fact] = await group.sql<{ readonly id: string }>(FACT_OF_LEAD, [group.groupId, row.id, leadId]);
  const index = history.leads.findIndex((lead) => lead.fact === fact?.id);
  if (index === -1) return null;
  const next = history.leads[index + 1];
  if (next === undefined) return latest;
  const rules = await loadStoreRules(group, group.groupId, row.storeId, asOf);
  const [lead] = await waitingLeads(group, group.groupId, seal, [{ ...row, history: historyBefore(history, next.at) }]);
  if (rules === undefined || lead === undefined) return null;
  const response = firstResponse(lead.history, lead.customer, contextOf(lead.history, rules, asOf));
  return response.kind === 'none' || response.kind === 'running' ? null : { ...latest, response };
}
