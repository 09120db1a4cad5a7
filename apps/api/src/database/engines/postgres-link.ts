import type { ClientBase, QueryArrayConfig, QueryArrayResult } from 'pg';
import type { Link, Query, QueryResult } from '../link.ts';
import { CONNECTION_LOST, SqlError, toSqlError } from '../sql-error.ts';
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

  const ask = async (config: Partial<QueryArrayConfig> & { text: string }): Promise<readonly QueryResult[]> => {
    if (released) throw new SqlError('This connection was given back already', { sqlState: CONNECTION_LOST });
    try {
      const answer: QueryArrayResult | QueryArrayResult[] = await client.query({
        ...config,
        rowMode: 'array',
        types: AS_TEXT,
      });
      return (Array.isArray(answer) ? answer : [answer]).map(resultOf);
    } catch (error) {
      const told = toSqlError(error);
      if (told.sqlState === CONNECTION_LOST) broken = true;
      throw told;
    }
  };
  return {
    query: async ({ text, values, name }: Query) => {
      const [result] = await ask({ text, values: [...values], name: names?.nameOf(text, name) });
      return result ?? { command: '', rowCount: 0, fields: [], rows: [] };
    },
    script: (text) => ask({ text }),
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

function resultOf({ command, rowCount, fields, rows }: QueryArrayResult): QueryResult {
  return {
    command: command ?? '',
    rowCount: rowCount ?? 0,
    fields: (fields ?? []).map(({ name, dataTypeID: oid }) => ({ name, oid })),
    rows,
  };
}
