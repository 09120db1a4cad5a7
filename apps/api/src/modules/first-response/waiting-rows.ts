import { type OpportunityHistory, type WaitingLead, withCallsShown } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { type GroupReader, loadEvidences } from '../contact/load-evidence.ts';
import { loadCallsShown } from '../proof/load-calls-shown.ts';

/** An opportunity with all that the clock of its latest lead hangs on. */
export interface WaitingRow {
  readonly id: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly vehicle: string | null;
  /** As the facts tell it; {@link waitingLeads} adds what records show. */
  readonly history: OpportunityHistory;
  /** On whose list the call stands that would stop the clock. */
  readonly heldById: string | null;
}

const COLUMNS = `o.id, o.store_id as "storeId", o.customer_id as "customerId", o.owner_id as "ownerId", o.vehicle, o.history,
       (select t.member_id from touch t
         where t.group_id = $1 and t.opportunity_id = o.id and t.state = 'due' and t.urgency = 'clock'
           and t.placement in ('listed', 'handedOver')
         limit 1) as "heldById"`;

/**
 * The opportunities `o` of store `$2` whose latest lead asks for an answer and has none: visits and phone-ups are answered
 * when they happen.
 */
const UNANSWERED = `o.group_id = $1 and o.store_id = $2 and o.status = 'open'
      and o.history -> 'leads' -> -1 ->> 'origin' not in ('phoneUp', 'walkIn', 'beBack')
      and not exists (select from lead_response r
                       where r.group_id = $1 and r.opportunity_id = o.id
                         and r.lead_fact_id::text = o.history -> 'leads' -> -1 ->> 'fact')`;

const OF_STORE = statement(
  'unanswered opportunities of a store',
  `select ${COLUMNS}, count(*) over ()::int as total
     from opportunity o
    where ${UNANSWERED}
    order by (o.history ->> 'lastLeadAt')::bigint desc, o.id
    limit $3`,
);
const BY_ID = statement(
  'opportunities with their clocks',
  `select ${COLUMNS} from opportunity o where o.group_id = $1 and o.id = any($2)`,
);

/** The store's opportunities whose latest lead waits, that one first which came last; `total` counts them all. */
export async function loadUnanswered(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  most?: number,
): Promise<{ readonly rows: readonly WaitingRow[]; readonly total: number }> {
  const rows = await runner.sql<WaitingRow & { readonly total: number }>(OF_STORE, [groupId, storeId, most ?? null]);
  return { rows, total: rows[0]?.total ?? 0 };
}

export function loadWaitingRows(
  runner: SqlRunner,
  groupId: string,
  opportunityIds: readonly string[],
): Promise<readonly WaitingRow[]> {
  return runner.sql<WaitingRow>(BY_ID, [groupId, opportunityIds]);
}

/** The same as core sees them: histories as the records leave them, with what contact law asks of the customers. */
export async function waitingLeads(
  runner: SqlRunner,
  groupId: string,
  seal: Seal,
  rows: readonly WaitingRow[],
): Promise<readonly WaitingLead[]> {
  const called = rows.filter(({ history }) => history.attempts.some(({ channel }) => channel === 'call'));
  const shownOf = await loadCallsShown(
    runner,
    groupId,
    called.map(({ id }) => id),
  );
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const reader: GroupReader = { groupId, sql: (asked, parameters) => runner.sql(asked, parameters) };
  const evidences = await loadEvidences(reader, seal, customerIds);
  return rows.map(({ history, customerId }) => {
    const customer = evidences.get(customerId);
    if (customer === undefined) throw new Error(`waitingLeads: nothing is known of customer ${customerId}`);
    return { history: withCallsShown(history, shownOf), customer };
  });
}
