import type { Link, Query, QueryResult } from './link.ts';
import { COMMIT_ROLLED_BACK, CONNECTION_LOST, SqlError, toSqlError } from './sql-error.ts';
import { refuseTransactionControl } from './statement-guard.ts';

/** A transaction on a connection that it owns until it ends. */
export interface OpenTransaction {
  /** @throws SqlError */
  query(query: Query): Promise<QueryResult>;
  /** @throws SqlError when the COMMIT failed, or answered ROLLBACK because a statement's failure was swallowed. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Why the transaction cannot commit: the first statement that failed since the last rollback to a savepoint. */
  readonly failure: SqlError | undefined;
}

/** Begins a transaction; the connection is given back when it ends, or when it could not begin. */
export async function beginTransaction(link: Link, isolation?: string): Promise<OpenTransaction> {
  let failure: SqlError | undefined;
  let over = false;

  const end = async (work: () => Promise<void>): Promise<void> => {
    if (over) return;
    over = true;
    try {
      await work();
    } catch (error) {
      failure = toSqlError(error);
      throw failure;
    } finally {
      await link.release();
    }
  };
  try {
    await link.query({ text: isolation === undefined ? 'begin' : `begin isolation level ${isolation}`, values: [] });
  } catch (error) {
    await link.release();
    throw error;
  }
  return {
    get failure() {
      return failure;
    },
    query: async (query) => {
      if (over) throw new SqlError('The transaction is over', { sqlState: CONNECTION_LOST });
      refuseTransactionControl(query.text);
      try {
        const result = await link.query(query);
        if (link.status() === 'T') failure = undefined;
        return result;
      } catch (error) {
        failure ??= toSqlError(error);
        throw error;
      }
    },
    commit: () =>
      end(async () => {
        const { command } = await link.query({ text: 'commit', values: [] });
        if (command === 'COMMIT') return;
        throw new SqlError(
          `The COMMIT answered ${command}: a statement failed before and its error was swallowed (${failure?.message ?? 'unknown'})`,
          { sqlState: COMMIT_ROLLED_BACK },
          { cause: failure },
        );
      }),
    rollback: () => end(async () => void (await link.query({ text: 'rollback', values: [] }))),
  };
}
