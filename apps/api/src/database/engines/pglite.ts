import type { PGlite } from '@electric-sql/pglite';
import { DATABASE_ROLES, type Engine, type Identity, type Link } from '../link.ts';
import { CONNECTION_LOST, SqlError } from '../sql-error.ts';
import { createGate } from './gate.ts';
import { type PgliteSession, pgliteSession } from './pglite-session.ts';

/** How long a caller waits for the one connection. */
const PATIENCE_MS = 20_000;

/**
 * The embedded database: one connection behind a gate. Whoever comes through speaks as its own role and group; the
 * gate switches when the caller changes, and cleans up after one that left a transaction open.
 *
 * @param released - what else to do once the database is closed (give back the folder).
 */
export function pgliteEngine(lite: PGlite, released: () => Promise<void>): Engine {
  const session = pgliteSession(lite);
  const gate = createGate(PATIENCE_MS);
  let speakingAs: string | undefined;

  const become = async (identity: Identity | 'owner'): Promise<void> => {
    const [role, group] = settingsOf(identity);
    const name = `${role} ${group}`;
    if (speakingAs === name) return;
    speakingAs = undefined;
    const text = `select set_config('role', $1, false), set_config('app.group_id', $2, false)`;
    await session.query({ text, values: [role, group] }, { keep: true });
    speakingAs = name;
  };

  const take = async (identity: Identity | 'owner'): Promise<Link> => {
    const leave = await gate.enter();
    try {
      await become(identity);
    } catch (error) {
      leave();
      throw error;
    }
    // Only what the application repeats is worth keeping; the queue and migrations also change tables.
    const keep = identity !== 'owner' && identity.role !== 'jobs';
    return pgliteLink(session, keep, leave);
  };

  return {
    kind: 'pglite',
    take,
    takeAsOwner: () => take('owner'),
    listen: async (channel, heard) => {
      const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
        const leave = await gate.enter();
        try {
          return await work();
        } finally {
          leave();
        }
      };
      const stop = await inTurn(() => lite.listen(channel, heard));
      return () => (lite.closed ? Promise.resolve() : inTurn(() => stop()));
    },
    close: async () => {
      await gate.close();
      await lite.close();
      await released();
    },
  };
}

// Helpers

function settingsOf(identity: Identity | 'owner'): readonly [role: string, group: string] {
  if (identity === 'owner') return ['none', ''];
  return [DATABASE_ROLES[identity.role], identity.role === 'app' ? identity.groupId : ''];
}

function pgliteLink(session: PgliteSession, keep: boolean, leave: () => void): Link {
  let released = false;
  const refuseReleased = (): void => {
    if (released) throw new SqlError('This connection was given back already', { sqlState: CONNECTION_LOST });
  };
  return {
    query: async (query) => {
      refuseReleased();
      return session.query(query, { keep });
    },
    script: async (text) => {
      refuseReleased();
      return session.script(text);
    },
    status: () => session.status(),
    release: async () => {
      if (released) return;
      released = true;
      try {
        if (session.status() !== 'I') await session.script('rollback');
      } finally {
        leave();
      }
    },
  };
}
