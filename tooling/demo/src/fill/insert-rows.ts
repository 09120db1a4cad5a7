import { type GroupTransaction, json, statement } from '@beback/api';

/** A row's values by column name; json columns take plain values or such as wait as text. */
export type Row = Readonly<Record<string, RowValue>>;
export type RowValue = string | number | bigint | boolean | null | Date | Uint8Array | object;

/** Rows in one statement: enough that its cost vanishes, few enough that its text stays small. */
const ROWS_AT_ONCE = 2_000;

/**
 * Inserts rows through the walls, thousands at a time, as one JSON document that PostgreSQL takes apart: several times
 * as fast as a parameter for each value. All rows have the columns of the first one; `group_id` is added.
 */
export async function insertRows(tx: GroupTransaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = ['group_id', ...Object.keys(first)].join(', ');
  const insert = statement(
    `fill ${table}`,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    await tx.sql(insert, [json(part.map((row) => plainRow(tx.groupId, row)))]);
  }
}

function plainRow(groupId: string, row: Row): object {
  const plain: Record<string, unknown> = { group_id: groupId };
  for (const [column, value] of Object.entries(row)) {
    plain[column] = plainValue(value);
  }
  return plain;
}

function plainValue(value: RowValue): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'bigint') return String(value);
  // A json parameter of the server's own rows.
  if (typeof value === 'object' && value !== null && 'json' in value) return JSON.parse(String(value.json));
  return value;
}
