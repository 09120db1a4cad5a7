import {
  addOpenDays,
  dayOf,
  type Finding,
  findFindings,
  findOverdueResponses,
  findOverloads,
  findUnsigned,
  HOUR,
  type Id,
  type Instant,
  instant,
  isOpen,
  nextOpen,
  openingOf,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { DueWork, DueWorkHandlers } from '../../jobs/due-work.ts';
import type { Seal } from '../../secrets/seal.ts';
import { loadUnanswered, waitingLeads } from '../first-response/waiting-rows.ts';
import { loadMemberDays } from '../measures/load-member-days.ts';
import { missingSignatures } from '../plan/load-signatures.ts';
import { contextAt, loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { loadStoreDay, promisedLoads } from '../workday/store-day.ts';
import { FINDING_CHECK, orderFindingCheck } from './order-check.ts';
import { saveFindings } from './save-findings.ts';

const OPEN_FINDINGS = statement(
  'open findings of a store',
  `select key, kind, department_id as "departmentId", since
     from finding
    where group_id = $1 and store_id = $2 and state <> 'cleared'`,
);

/**
 * Looks at a store: departments that skip their calls or do nothing, claims that nothing shows, leads that wait too
 * long, people to whose day too much was promised, a plan without its signatures. By the counted days; the same state of affairs is never told twice.
 */
export async function checkStore(tx: GroupTransaction, seal: Seal, rules: StoreRules, now: Instant): Promise<void> {
  const { storeId, calendar, plan } = rules;
  const context = contextAt(rules, now);
  const today = dayOf(calendar, now);
  const from = addOpenDays(calendar, today, -plan.standards.skippingDepartment.storeDays);
  const rows = await loadMemberDays(tx, tx.groupId, storeId, { from, until: today });
  // Of an open finding core asks what it is about and since when.
  const open = await tx.sql<Finding>(OPEN_FINDINGS, [tx.groupId, storeId]);
  const unanswered = await loadUnanswered(tx, tx.groupId, storeId);
  const waiting = await waitingLeads(tx, tx.groupId, seal, unanswered.rows);
  const day = await loadStoreDay(tx, tx.groupId, rules, now);
  const found = [
    ...findFindings(rows, open, context),
    ...findOverdueResponses(storeId as Id<'Store'>, waiting, context),
    ...findOverloads(storeId as Id<'Store'>, promisedLoads(day, rules), context),
    ...findUnsigned(storeId as Id<'Store'>, await missingSignatures(tx, tx.groupId, rules, now), context),
  ];
  await saveFindings(tx, storeId, found, now);
}

/** The next look without anybody asking: at opening, hourly while the store is open, and when it closes. */
export function nextCheck({ calendar }: Pick<StoreRules, 'calendar'>, now: Instant): Instant {
  if (!isOpen(calendar, now)) return nextOpen(calendar, now);
  const spans = openingOf(calendar, dayOf(calendar, now));
  const closing = spans.find(({ from, until }) => from <= now && now < until)?.until ?? Number.POSITIVE_INFINITY;
  return instant(Math.min(now + HOUR, closing));
}

/** Looks at each store again and again: every look orders the next one. */
export function findingWork(seal: Seal): DueWorkHandlers {
  return {
    [FINDING_CHECK]: async (tx: GroupTransaction, { subject, now }: DueWork) => {
      const rules = await loadStoreRules(tx, tx.groupId, subject, now);
      if (rules === undefined) return;
      await checkStore(tx, seal, rules, now);
      await orderFindingCheck(tx, subject, nextCheck(rules, now));
    },
  };
}
