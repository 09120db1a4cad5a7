import { createHash } from 'node:crypto';
import { shortMemory } from '../short-memory.ts';
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
  return readRows<R>(await on.query({ text: statement.text, values, name: preparedName(statement) }), (fields) =>
    readersOf(statement, fields),
  );
}

/** The rows as objects; what they hold is the statement's promise. */
export function rowsOf<R>(result: QueryResult): R[] {
  return readRows<R>(result, (fields) => fields.map(readerOf));
}

// Helpers

type Fields = QueryResult['fields'];

/** How the values of a column are read. */
interface Reader {
  readonly name: string;
  readonly oid: number;
  readonly read: (text: string) => unknown;
}

function readRows<R>({ fields, rows }: QueryResult, readersFor: (fields: Fields) => readonly Reader[]): R[] {
  const readers = readersFor(fields);
  // All rows have one shape from the beginning: none grows a property at a time.
  const empty = Object.fromEntries(fields.map(({ name }) => [name, null]));
  return rows.map((values) => {
    const row: Record<string, unknown> = { ...empty };
    let index = 0;
    for (const { name, read } of readers) {
      const text = values[index++] ?? null;
      row[name] = text === null ? null : read(text);
    }
    return row as R;
  });
}

const readerOf = ({ name, oid }: Fields[number]): Reader => ({ name, oid, read: decoderOf(oid).forSql });

const readers = new WeakMap<Statement, readonly Reader[]>();

/** The same ones each time, as long as the statement answers with the same columns. */
function readersOf(statement: Statement, fields: Fields): readonly Reader[] {
  const known = readers.get(statement);
  if (known !== undefined && known.length === fields.length && known.every(isOf(fields))) return known;
  const made = fields.map((field) =>
    statement.kept?.includes(field.name) === true ? keptReaderOf(field) : readerOf(field),
  );
  readers.set(statement, made);
  return made;
}

function isOf(fields: Fields) {
  return ({ name, oid }: Reader, place: number): boolean => fields[place]?.name === name && fields[place].oid === oid;
}

function keptReaderOf(field: Fields[number]): Reader {
  const reader = readerOf(field);
  const values = shortMemory<unknown>();
  return { ...reader, read: (text) => values.get(text, reader.read) };
}

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
