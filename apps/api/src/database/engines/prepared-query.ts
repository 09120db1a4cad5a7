import type { Connection, Submittable } from 'pg';
import type { QueryResult } from '../link.ts';
import type { WireValue } from '../values/encode.ts';

type Fields = QueryResult['fields'];

/** What `pg` knows of the statements of a connection; its types do not tell. */
type Prepared = Readonly<Record<'parsedStatements' | 'submittedNamedStatements', Record<string, string | undefined>>>;
type Asked = Connection & Prepared;

/** The columns of prepared statements, by connection and name: they stay the same as long as the statement is prepared. */
const known = new WeakMap<object, Map<string, Fields>>();

/**
 * A prepared statement on its way through `pg`. Unlike the usual one it lets its columns be described once a connection,
 * and takes the values as they come off the wire.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class PreparedQuery implements Submittable {
  readonly text: string;
  readonly name: string;
  /** Called once, when the server is ready for the next one. `pg` puts its timer around it. */
  callback: (error: Error | null, result?: QueryResult) => void;
  readonly #values: (Buffer | string | null)[];
  #fields: Fields = [];
  readonly #rows: (string | null)[][] = [];
  #command = '';
  #failed = false;

  constructor(
    { text, name, values }: { readonly text: string; readonly name: string; readonly values: readonly WireValue[] },
    callback: (error: Error | null, result?: QueryResult) => void,
  ) {
    this.text = text;
    this.name = name;
    this.callback = callback;
    this.#values = values.map((value) =>
      value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
    );
  }

  submit(connection: Connection): Error | null {
    const { name, text } = this;
    const { parsedStatements, submittedNamedStatements } = connection as Asked;
    const previous = parsedStatements[name] ?? submittedNamedStatements[name];
    if (previous !== undefined && previous !== text) return new Error(`Two statements are named "${name}"`);
    const fields = previous === undefined ? undefined : known.get(connection)?.get(name);
    this.#fields = fields ?? [];
    connection.stream.cork();
    try {
      if (previous === undefined) {
        connection.parse({ name, text, types: [] }, true);
        submittedNamedStatements[name] = text;
      }
      connection.bind({ statement: name, values: this.#values }, true);
      if (fields === undefined) connection.describe({ type: 'P', name: '' }, true);
      connection.execute(null, true);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: {
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }): void {
    this.#fields = message.fields.map((field) => ({ name: field.name, oid: field.dataTypeID }));
  }

  handleDataRow(message: { readonly fields: (string | null)[] }): void {
    this.#rows.push(message.fields);
  }

  handleCommandComplete(message: { readonly text: string }, connection: Connection): void {
    this.#command = message.text;
    const ofConnection = known.get(connection) ?? new Map<string, Fields>();
    known.set(connection, ofConnection.set(this.name, this.#fields));
  }

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    if (this.#failed) return;
    this.#failed = true;
    this.callback(error);
  }

  handleReadyForQuery(): void {
    if (this.#failed) return;
    const [command = '', ...counts] = this.#command.split(' ');
    const result = { command, rowCount: Number(counts.at(-1) ?? 0), fields: this.#fields, rows: this.#rows };
    this.callback(null, result);
  }

  /** No statement that is prepared here copies. */
  handleCopyInResponse(connection: Connection): void {
    (connection as Connection & { sendCopyFail(message: string): void }).sendCopyFail('nothing to copy');
  }

  handleCopyData(): void {}
}
