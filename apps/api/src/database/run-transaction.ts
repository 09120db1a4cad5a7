import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { type PrismaDatabase, WHICH_TRANSACTION } from './prisma-adapter.ts';
import { SqlError, sqlStateOf } from './sql-error.ts';
import type { OpenTransaction } from './transaction.ts';

/** The work of a transaction took too long and was rolled back: it waited for something other than its database. */
export class TransactionTooLong extends Error {
  override readonly name = 'TransactionTooLong';
}

export interface TransactionBounds {
  /** The longest that the work may take. */
  readonly workMs: number;
  /** Runs at most, the first included, when the database asks for a repetition. */
  readonly attempts: number;
}

export const USUAL_BOUNDS: TransactionBounds = { workMs: 10_000, attempts: 6 };

/** Longer than the engines' own patience, so that theirs speaks first. */
const MAX_WAIT_MS = 30_000;
/** Prisma's own limit is only the last resort behind ours. */
const GRACE_MS = 5_000;
/** Mean pause before the second attempt; doubles with each one. */
const FIRST_PAUSE_MS = 10;

/** serialization_failure, deadlock_detected */
const REPEATABLE: ReadonlySet<string | undefined> = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction of a Prisma client, and hands it the transaction beneath for SQL on the same
 * connection. Resolves after the COMMIT.
 *
 * @throws whatever `work` threw; SqlError when the COMMIT failed; TransactionTooLong.
 */
export async function runTransaction<T>(
  prisma: PrismaClient,
  database: PrismaDatabase,
  work: (tx: Prisma.TransactionClient, open: OpenTransaction) => Promise<T>,
  bounds: TransactionBounds = USUAL_BOUNDS,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let beneath: OpenTransaction | undefined;
    let worked = false;
    try {
      return await prisma.$transaction(
        async (tx) => {
          const [answer] = await tx.$queryRawUnsafe<{ number: string }[]>(WHICH_TRANSACTION);
          beneath = answer && database.openTransaction(answer.number);
          if (beneath === undefined)
            throw new Error('runTransaction: Prisma did not begin a transaction of this database');
          const result = await within(bounds.workMs, work(tx, beneath));
          worked = true;
          return result;
        },
        { maxWait: MAX_WAIT_MS, timeout: bounds.workMs + GRACE_MS },
      );
    } catch (error) {
      const failure = beneath?.failure;
      const told = worked && failure !== undefined ? failure : error;
      // What broke the transaction decides, even where the work told of it in words of its own.
      const repeatable = REPEATABLE.has(failure?.sqlState ?? sqlStateOf(error)) || isLateConflict(told);
      if (!repeatable || attempt >= bounds.attempts) throw told;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

// Helpers

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new TransactionTooLong(`The work of a transaction took longer than ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where tables are distributed, a conflict found at COMMIT arrives as an internal error. */
function isLateConflict(error: unknown): boolean {
  return error instanceof SqlError && error.sqlState === 'XX000' && error.message.includes('could not serialize');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
