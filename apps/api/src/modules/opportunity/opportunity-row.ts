import { type OpportunityHistory, opportunityStatus, type Route, standingAppointment } from '@beback/core';
import type { GroupTransaction, SqlRunner } from '../../database/gateway.ts';
import { json, type SqlParameter, statement } from '../../database/statement.ts';

/** A buying episode: where it belongs, and its folded history. */
export interface OpportunityRow {
  readonly id: string;
  readonly storeId: string;
  readonly departmentId: string;
  readonly customerId: string;
  /** What the customer is after, in words: `2026 Toyota RAV4 Hybrid`. */
  readonly vehicle: string | null;
  readonly history: OpportunityHistory;
}

const COLUMNS = `o.id, o.store_id as "storeId", o.department_id as "departmentId", o.customer_id as "customerId",
       o.vehicle, o.history`;

const OPPORTUNITY_LOCKED = statement(
  'opportunity for change',
  `select ${COLUMNS} from opportunity o where o.group_id = $1 and o.id = $2 for update`,
);

const SAVE = statement(
  'save opportunity',
  `insert into opportunity (group_id, id, store_id, department_id, customer_id, owner_id, origin, status, opened_at,
                            delivered_at, history, vehicle, last_activity_at, last_activity_channel,
                            last_activity_disposition, appointment_at, appointment_confirmed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict (group_id, id) do update set
     owner_id = excluded.owner_id, status = excluded.status, delivered_at = excluded.delivered_at,
     history = excluded.history, vehicle = excluded.vehicle, last_activity_at = excluded.last_activity_at,
     last_activity_channel = excluded.last_activity_channel,
     last_activity_disposition = excluded.last_activity_disposition, appointment_at = excluded.appointment_at,
     appointment_confirmed_at = excluded.appointment_confirmed_at`,
);

/**
 * The opportunity, locked until the transaction ends: who changes it next waits and sees the change. Undefined when
 * the group has none of this id.
 */
export async function lockOpportunity(
  tx: GroupTransaction,
  opportunityId: string,
): Promise<OpportunityRow | undefined> {
  const [row] = await tx.sql<OpportunityRow>(OPPORTUNITY_LOCKED, [tx.groupId, opportunityId]);
  return row;
}

/** Writes the snapshot that the history implies: owner, standing, last activity, appointment. */
export async function saveOpportunity(tx: SqlRunner, groupId: string, row: OpportunityRow): Promise<void> {
  const { history } = row;
  const last = history.attempts.at(-1);
  const status = opportunityStatus(history);
  const appointment = standingAppointment(history);
  const parameters: SqlParameter[] = [
    groupId,
    row.id,
    row.storeId,
    row.departmentId,
    row.customerId,
    history.ownerId ?? null,
    history.origin ?? 'internet',
    status,
    dateOf(history.openedAt),
    status === 'delivered' ? dateOf(history.deliveredAt) : null,
    json(history),
    row.vehicle,
    dateOf(last?.at),
    last?.channel ?? null,
    last?.disposition ?? null,
    dateOf(appointment?.startsAt),
    dateOf(appointment?.confirmed?.at),
  ];
  await tx.sql(SAVE, parameters);
}

const SAVE_ROUTE = statement(
  'save route',
  'update opportunity set routed_reasons = $3 where group_id = $1 and id = $2',
);

/** Notes why the owner got the latest lead, and why somebody else answers it; nothing where the store has nobody. */
export async function saveRoute(
  tx: GroupTransaction,
  opportunityId: string,
  route: Pick<Route, 'reasons'> | undefined,
): Promise<void> {
  await tx.sql(SAVE_ROUTE, [tx.groupId, opportunityId, json(route?.reasons ?? [])]);
}

function dateOf(at: number | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}
