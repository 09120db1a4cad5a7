import { type GroupTransaction, statement } from '@beback/api';

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
  const columns = Object.keys(first);
  const names = ['group_id', ...columns].join(', ');
  const insert = statement(
    `fill ${table}`,
    `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const texts = rows.slice(from, from + ROWS_AT_ONCE).map((row) => rowText(tx.groupId, columns, row));
    await tx.sql(insert, [{ json: `[${texts.join(',')}]` }]);
  }
}

/** The row as a JSON object; what is null is left out. */
function rowText(groupId: string, columns: readonly string[], row: Row): string {
  let text = `{"group_id":"${groupId}"`;
  for (const column of columns) {
    const value = row[column] ?? null;
    if (value !== null) text += `,"${column}":${valueText(value)}`;
  }
  return `${text}}`;
}

function valueText(value: NonNullable<RowValue>): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  // A json parameter of the server's own rows is text already.
  if (typeof value === 'object' && 'json' in value) return String(value.json);
  return JSON.stringify(value);
}
