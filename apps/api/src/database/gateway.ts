import type { BebackEvent } from '../events/event.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { SqlParameter, Statement } from './statement.ts';

/** Hands out databases; nobody holds an unrestricted pool. */
export interface Gateway {
  readonly engine: 'pglite' | 'postgres';
  /**
   * The one function that enters a group. Cheap: the client of a group is kept while the group is in use.
   *
   * @param groupId - a UUID in lower case.
   */
  enterGroup(groupId: string): GroupDatabase;
  /** The few global tables: sign-in, keys, which groups have work due, the clock row. */
  readonly directory: DirectoryDatabase;
  /** pg-boss's own schema and nothing else. */
  readonly jobs: JobDatabase;
  /**
   * Hears what other connections (and this one) notify after their COMMIT.
   *
   * @param missed - called when the connection was lost and is back: notifications in between are gone.
   * @returns a function that stops listening.
   */
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  /**
   * Counts anew what the tables hold, as autovacuum does after a minute or so. Whoever writes thousands of rows into an
   * empty database asks for it early on: plans made for empty tables take any index, and stay in use.
   */
  measureTables(): Promise<void>;
  /** One cheap round trip; throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Runs SQL. Rows come with timestamptz as `Date`, date as `YYYY-MM-DD`, int8 as number (an error beyond 2^53), numeric as string, json parsed, bytea as `Uint8Array`. */
export interface SqlRunner {
  /**
   * One prepared statement. It carries the group as a parameter (`group_id = $1`): row security alone does not route
   * where the tables are distributed.
   */
  sql<R>(statement: Statement, parameters: readonly SqlParameter[]): Promise<R[]>;
}

/** The rows of one group, and no others, whatever is asked. */
export interface GroupDatabase extends SqlRunner {
  readonly groupId: string;
  /** The wide, cold part. Do not keep it longer than a request. */
  readonly prisma: PrismaClient;
  /**
   * Runs `work` in one transaction; resolves after its COMMIT, so a 2xx may follow. `work` waits for nothing but `tx`
   * (on the embedded database another path would wait for this very transaction), and is run again after a
   * serialization failure or a deadlock: what it does outside the database must be repeatable.
   */
  transaction<T>(work: (tx: GroupTransaction) => Promise<T>): Promise<T>;
}

export interface GroupTransaction extends SqlRunner {
  readonly groupId: string;
  readonly prisma: Prisma.TransactionClient;
  /** Published by the COMMIT; never when it fails. */
  notify(event: BebackEvent): Promise<void>;
  /** For the job queue: its own statements inside this transaction. */
  executeJobSql: JobDatabase['executeSql'];
}

/** What is looked up before the group is known. Tenant tables answer "permission denied" here. */
export interface DirectoryDatabase extends SqlRunner {
  readonly prisma: PrismaClient;
  transaction<T>(work: (tx: DirectoryTransaction) => Promise<T>): Promise<T>;
}

export interface DirectoryTransaction extends SqlRunner {
  readonly prisma: Prisma.TransactionClient;
  /** A bare notification for channels that are of no group (the clock). */
  notify(channel: string, payload: string): Promise<void>;
}

/** The queue's own statements: several at once when there are no parameters. */
export interface JobDatabase {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
