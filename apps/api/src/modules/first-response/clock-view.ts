import {
  type FirstResponse,
  firstResponse,
  type Instant,
  isOpen,
  type OpportunityHistory,
  openChange,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import { contextOf, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { type WaitingRow, waitingLeads } from './waiting-rows.ts';

/** A lead's response clock at a moment, with what a screen needs to let it go on by itself. */
export interface ClockView {
  readonly row: WaitingRow;
  readonly history: OpportunityHistory;
  readonly response: Exclude<FirstResponse, { kind: 'none' }>;
  readonly asOf: Instant;
  readonly zone: string;
  /** Open time goes on, or stands still, until then; undefined: not within the calendar's days. */
  readonly open: boolean;
  readonly openChangesAt: Instant | undefined;
}

/** The clocks of these opportunities; of one without a clock, or without a plan, there is none. */
export async function clockViews(
  runner: SqlRunner,
  groupId: string,
  seal: Seal,
  rows: readonly WaitingRow[],
  now: Instant,
): Promise<readonly ClockView[]> {
  const leads = await waitingLeads(runner, groupId, seal, rows);
  const rulesOf = new Map<string, StoreRules | undefined>();
  const views: ClockView[] = [];
  for (const [i, row] of rows.entries()) {
    const lead = leads[i];
    if (!rulesOf.has(row.storeId)) rulesOf.set(row.storeId, await loadStoreRules(runner, groupId, row.storeId, now));
    const rules = rulesOf.get(row.storeId);
    if (lead === undefined || rules === undefined) continue;
    const response = firstResponse(lead.history, lead.customer, contextOf(lead.history, rules, now));
    if (response.kind === 'none') continue;
    const { calendar, zone } = rules;
    const changes = { open: isOpen(calendar, now), openChangesAt: openChange(calendar, now) };
    views.push({ row, history: lead.history, response, asOf: now, zone, ...changes });
  }
  return views;
}
