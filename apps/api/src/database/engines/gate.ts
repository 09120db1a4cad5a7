import { SqlError } from '../sql-error.ts';

/** Lets one in at a time, in order of arrival. */
export interface Gate {
  /**
   * Resolves when it is the caller's turn, with the function that ends the turn.
   *
   * @throws SqlError (53300) after waiting too long, or when the gate was closed.
   */
  enter(): Promise<() => void>;
  /** Turns away whoever waits and whoever comes; resolves when the one inside has left. */
  close(): Promise<void>;
}

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (error: SqlError) => void;
}

/** SQLSTATE too_many_connections: what a full pool answers too. */
const TOO_MANY = '53300';

export function createGate(patienceMs: number): Gate {
  const queue = new Set<Waiting>();
  let busy = false;
  let closed = false;
  let idle: (() => void) | undefined;

  const leave = (): void => {
    const next = queue.values().next().value;
    if (next === undefined) {
      busy = false;
      idle?.();
      return;
    }
    queue.delete(next);
    next.admit();
  };
  const turn = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      leave();
    };
  };
  return {
    enter: () =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new SqlError('The database is closed', { sqlState: TOO_MANY }));
        if (!busy) {
          busy = true;
          return resolve(turn());
        }
        const timer = setTimeout(() => {
          queue.delete(waiting);
          reject(new SqlError(`No turn at the database within ${patienceMs} ms`, { sqlState: TOO_MANY }));
        }, patienceMs);
        const waiting: Waiting = {
          admit: () => {
            clearTimeout(timer);
            resolve(turn());
          },
          refuse: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        };
        queue.add(waiting);
      }),
    close: async () => {
      closed = true;
      for (const waiting of queue) waiting.refuse(new SqlError('The database is closing', { sqlState: TOO_MANY }));
      queue.clear();
      if (busy)
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
    },
  };
}
