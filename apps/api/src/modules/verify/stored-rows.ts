import { MEASURES } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { type Statement, statement } from '../../database/statement.ts';
import { columnOf } from '../measures/add-measures.ts';
import { type Compared, canonical } from './difference.ts';

/** Rows as they are stored, by key, with what is compared of them. */
export interface StoredRows {
  readonly opportunity: ReadonlyMap<string, Compared>;
  readonly touch: ReadonlyMap<string, Compared>;
  readonly proof: ReadonlyMap<string, Compared>;
  readonly lead_response: ReadonlyMap<string, Compared>;
  readonly member_day: ReadonlyMap<string, Compared>;
  readonly finding: ReadonlyMap<string, Compared>;
  readonly feed: ReadonlyMap<string, Compared>;
}

/** Of each table: the key, then what is compared. */
const STORED: { readonly [T in keyof StoredRows]: Statement } = {
  opportunity: rowsOf(
    'opportunity',
    'id',
    'status, owner_id as owner, history, appointment_at as "appointmentAt", appointment_confirmed_at as "confirmedAt"',
  ),
  touch: rowsOf(
    'touch',
    'id',
    `state, step, deadline, settled_by_fact_id as "settledBy", counted, case when state = 'due' then member_id end as member`,
  ),
  proof: rowsOf('proof', 'claim_id', 'kind, record_id as record'),
  lead_response: rowsOf('lead_response', 'lead_fact_id', 'member_id as member, day, open_ms as "openMs"'),
  member_day: rowsOf(
    'member_day',
    `department_id || ' ' || member_id || ' ' || day`,
    MEASURES.map((measure) => `${columnOf(measure)} as "${measure}"`).join(', '),
  ),
  finding: rowsOf('finding', 'key', 'kind', "and state <> 'cleared'"),
  feed: rowsOf('feed', 'source', 'complete_until as until'),
};

function rowsOf(table: string, key: string, columns: string, where = ''): Statement {
  return statement(
    `verify ${table}`,
    `select (${key})::text as key, ${columns} from ${table} where group_id = $1 and store_id = $2 ${where}`,
  );
}

/** What is stored of a store's decisions. */
export async function loadStoredRows(runner: SqlRunner, groupId: string, storeId: string): Promise<StoredRows> {
  const load = async (table: keyof StoredRows): Promise<ReadonlyMap<string, Compared>> => {
    const rows = await runner.sql<Record<string, unknown> & { readonly key: string }>(STORED[table], [
      groupId,
      storeId,
    ]);
    return new Map(rows.map(({ key, ...row }) => [key, comparedOf(row)]));
  };
  return {
    opportunity: await load('opportunity'),
    touch: await load('touch'),
    proof: await load('proof'),
    lead_response: await load('lead_response'),
    member_day: await load('member_day'),
    finding: await load('finding'),
    feed: await load('feed'),
  };
}

/** Values as text, alike on both sides. */
export function comparedOf(row: Readonly<Record<string, unknown>>): Compared {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : canonical(value ?? null),
    ]),
  );
}
