import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { SqlRunner } from './gateway.ts';
import type { Engine, Identity, Link } from './link.ts';
import { prismaDatabase } from './prisma-adapter.ts';
import { runTransaction } from './run-transaction.ts';
import { runStatement } from './sql-runner.ts';
import { guardedLink } from './statement-guard.ts';
import type { OpenTransaction } from './transaction.ts';

/** A database as one identity sees it: Prisma, SQL and transactions that all speak as that identity and no other. */
export interface ScopedDatabase extends SqlRunner {
  readonly prisma: PrismaClient;
  transaction<T>(work: (tx: ScopedTransaction) => Promise<T>): Promise<T>;
}

export interface ScopedTransaction extends SqlRunner {
  readonly prisma: Prisma.TransactionClient;
  readonly open: OpenTransaction;
}

export function scopedDatabase(engine: Engine, identity: Identity): ScopedDatabase {
  const take = async (): Promise<Link> => guardedLink(await engine.take(identity));
  const database = prismaDatabase(take);
  // Minimal errors: the usual ones quote the arguments, and those are people's data.
  const prisma = new PrismaClient({ adapter: database.factory, errorFormat: 'minimal' });
  return {
    prisma,
    sql: async (statement, parameters) => {
      const link = await take();
      try {
        return await runStatement(link, statement, parameters);
      } finally {
        await link.release();
      }
    },
    transaction: (work) =>
      runTransaction(prisma, database, (tx, open) =>
        work({ prisma: tx, open, sql: (statement, parameters) => runStatement(open, statement, parameters) }),
      ),
  };
}
