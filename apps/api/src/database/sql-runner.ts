import { createHash } from 'node:crypto';
import type { Link, QueryResult } from './link.ts';
import type { SqlParameter, Statement } from './statement.ts';
import { decoderOf } from './values/decode.ts';
import { encodeParameter } from './values/encode.ts';

/** Runs one statement of our own on a connection or in a transaction, and reads its rows. */
export async function runStatement<R>(
  on: Pick<Link, 'query'>,
  statement: Statement,
  parameters: readonly SqlParameter[],
): Promise<R[]> {
  const values = parameters.map(encodeParameter);
  return rowsOf<R>(await on.query({ text: statement.text, values, name: preparedName(statement) }));
}

/** The rows as objects; what they hold is the statement's promise. */
export function rowsOf<R>({ fields, rows }: QueryResult): R[] {
  const columns = fields.map(({ name, oid }) => ({ name, decode: decoderOf(oid).forSql }));
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const { name, decode } of columns) {
      const text = values[index++] ?? null;
      row[name] = text === null ? null : decode(text);
    }
    return row as R;
  });
}

// Helpers

const names = new WeakMap<Statement, string>();

/** The statement's name and a hash of its text; PostgreSQL cuts names at 63 bytes. */
function preparedName(statement: Statement): string {
  const known = names.get(statement);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(statement.text).digest('hex').slice(0, 12);
  const name = `${statement.name.slice(0, 40)} ${hash}`;
  names.set(statement, name);
  return name;
}
