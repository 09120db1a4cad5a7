import {
  ColumnTypeEnum,
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type { Link, QueryResult } from './link.ts';
import { toMappedError } from './prisma-error.ts';
import { SqlError, toSqlError } from './sql-error.ts';
import { beginTransaction, type OpenTransaction } from './transaction.ts';
import { decoderOf } from './values/decode.ts';
import { encodePrismaArgument } from './values/encode.ts';

/** Asked as a raw query inside a transaction, it is answered by the adapter with the number of that transaction. */
export const WHICH_TRANSACTION = '-- beback: which transaction is this?';

/** Prisma's way to a database, over connections that `take` hands out, one at a time. */
export interface PrismaDatabase {
  readonly factory: SqlDriverAdapterFactory;
  /** The open transaction of that number, for SQL beside Prisma on the same connection. */
  openTransaction(number: string): OpenTransaction | undefined;
}

const ADAPTER = { provider: 'postgres', adapterName: 'beback-postgres' } as const;
/** PostgreSQL's protocol counts parameters in 16 bits. */
const MAX_BIND_VALUES = 32_766;

/**
 * A Prisma driver adapter over either engine. It differs from the stock ones in that the adapter itself commits: a
 * COMMIT that fails or answers ROLLBACK is an error, never "ok".
 */
export function prismaDatabase(take: () => Promise<Link>): PrismaDatabase {
  const open = new Map<string, OpenTransaction>();
  let started = 0;

  const alone = async <T>(work: (link: Link) => Promise<T>): Promise<T> =>
    levelled(async () => {
      const link = await take();
      try {
        return await work(link);
      } finally {
        await link.release();
      }
    });

  const startTransaction = (isolation?: IsolationLevel): Promise<Transaction> =>
    levelled(async () => {
      if (isolation === 'SNAPSHOT') throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolation });
      const transaction = await beginTransaction(await take(), isolation);
      started += 1;
      const number = String(started);
      open.set(number, transaction);
      const forget = (): boolean => open.delete(number);
      return prismaTransaction(transaction, number, forget);
    });

  const connection: SqlDriverAdapter = {
    ...ADAPTER,
    queryRaw: (query) => alone(async (link) => resultSet(await ask(link, query))),
    executeRaw: (query) => alone(async (link) => (await ask(link, query)).rowCount),
    executeScript: (script) => alone(async (link) => void (await link.script(script))),
    startTransaction,
    getConnectionInfo: () => ({ schemaName: 'public', maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
  return {
    // biome-ignore lint/plugin: a driver adapter's own method, not a relation's
    factory: { ...ADAPTER, connect: () => Promise.resolve(connection) },
    openTransaction: (number) => open.get(number),
  };
}

// Helpers

function prismaTransaction(transaction: OpenTransaction, number: string, forget: () => void): Transaction {
  const run = (query: SqlQuery): Promise<QueryResult> => levelled(() => ask(transaction, query));
  const command = async (text: string): Promise<void> => void (await run({ sql: text, args: [], argTypes: [] }));
  return {
    ...ADAPTER,
    // "Phantom": Prisma sends no COMMIT of its own; it calls commit() and rollback() below.
    options: { usePhantomQuery: true },
    queryRaw: async (query) =>
      query.sql === WHICH_TRANSACTION
        ? { columnNames: ['number'], columnTypes: [ColumnTypeEnum.Text], rows: [[number]] }
        : resultSet(await run(query)),
    executeRaw: async (query) => (await run(query)).rowCount,
    commit: () => levelled(() => transaction.commit()).finally(forget),
    rollback: () => levelled(() => transaction.rollback()).finally(forget),
    createSavepoint: (name) => command(`savepoint ${name}`),
    rollbackToSavepoint: (name) => command(`rollback to savepoint ${name}`),
    releaseSavepoint: (name) => command(`release savepoint ${name}`),
  };
}

function ask(on: Pick<Link, 'query'>, { sql, args, argTypes }: SqlQuery): Promise<QueryResult> {
  return on.query({ text: sql, values: args.map((value, index) => encodePrismaArgument(value, argTypes[index])) });
}

function resultSet({ fields, rows }: QueryResult): SqlResultSet {
  const decoders = fields.map(({ oid }) => decoderOf(oid));
  return {
    columnNames: fields.map(({ name }) => name),
    columnTypes: decoders.map(({ columnType }) => columnType),
    rows: rows.map((row) => row.map((text, index) => (text === null ? null : decoders[index]?.forPrisma(text)))),
  };
}

async function levelled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DriverAdapterError) throw error;
    throw new DriverAdapterError(toMappedError(error instanceof SqlError ? error : toSqlError(error)));
  }
}
