import type { ClientBase, QueryArrayConfig, QueryArrayResult } from 'pg';
import type { Link, Query, QueryResult } from '../link.ts';
import { CONNECTION_LOST, SqlError, toSqlError } from '../sql-error.ts';
import { PreparedQuery } from './prepared-query.ts';
import type { StatementNames } from './statement-names.ts';

/** What a link needs of a `pg` client: pooled or alone. */
export type Connection = Pick<ClientBase, 'query' | 'on' | 'off' | 'getTransactionStatus'>;

/** Everything leaves the wire as text; our own decoders read it, the same for both engines. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * A connection lent to one user.
 *
 * @param names - undefined: prepare nothing.
 * @param giveBack - called once; `broken`: nobody may use the connection again.
 */
export function postgresLink(
  client: Connection,
  names: StatementNames | undefined,
  giveBack: (broken: boolean) => Promise<void> | void,
): Link {
  let released = false;
  let broken = false;
  // Without a listener, a connection that breaks between two statements would end the process.
  const onError = (): void => {
    broken = true;
  };
  client.on('error', onError);

  const asked = async <R>(ask: () => Promise<R>): Promise<R> => {
    if (released) throw new SqlError('This connection was given back already', { sqlState: CONNECTION_LOST });
    try {
      return await ask();
    } catch (error) {
      const told = toSqlError(error);
      if (told.sqlState === CONNECTION_LOST) broken = true;
      throw told;
    }
  };
  const ask = async (config: Partial<QueryArrayConfig> & { text: string }): Promise<readonly QueryResult[]> => {
    const answer: QueryArrayResult | QueryArrayResult[] = await client.query({
      ...config,
      rowMode: 'array',
      types: AS_TEXT,
    });
    return (Array.isArray(answer) ? answer : [answer]).map(resultOf);
  };
  const askPrepared = (query: Query & { readonly name: string }): Promise<QueryResult> =>
    new Promise((resolve, reject) => {
      const done = (error: Error | null, result: QueryResult = NOTHING): void =>
        error ? reject(error) : resolve(result);
      client.query(new PreparedQuery(query, done));
    });
  return {
    query: ({ text, values, name: given }: Query) =>
      asked(async () => {
        const name = names?.nameOf(text, given);
        if (name !== undefined) return askPrepared({ text, values, name });
        return (await ask({ text, values: [...values] }))[0] ?? NOTHING;
      }),
    script: (text) => asked(() => ask({ text })),
    status: () => client.getTransactionStatus() ?? 'I',
    release: async () => {
      if (released) return;
      try {
        if (!broken && client.getTransactionStatus() !== 'I') await client.query('rollback');
      } catch {
        broken = true;
      } finally {
        released = true;
        client.off('error', onError);
        await giveBack(broken || client.getTransactionStatus() !== 'I');
      }
    },
  };
}

// Helpers

const NOTHING: QueryResult = { command: '', rowCount: 0, fields: [], rows: [] };

function resultOf({ command, rowCount, fields, rows }: QueryArrayResult): QueryResult {
  return {
    command: command ?? '',
    rowCount: rowCount ?? 0,
    fields: (fields ?? []).map(({ name, dataTypeID: oid }) => ({ name, oid })),
    rows,
  };
}
