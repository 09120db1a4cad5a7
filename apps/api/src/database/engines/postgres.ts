import pg from 'pg';
import { DATABASE_ROLES, type Engine, type Identity, type Link } from '../link.ts';
import { SqlError, toSqlError } from '../sql-error.ts';
import { postgresLink } from './postgres-link.ts';
import { postgresListener } from './postgres-listener.ts';
import { statementNames } from './statement-names.ts';

export interface PostgresSettings {
  /** `postgresql://…`; the login is the tables' owner, or a member of the three roles. */
  readonly url: string;
  /** Connections for the groups' rows; a few more are taken for the directory, the queue and notifications. */
  readonly connections: number;
  /** For tests: how long to wait where {@link PATIENCE} is too long. */
  readonly patience?: Partial<typeof PATIENCE>;
}

const OTHER_CONNECTIONS = { directory: 4, jobs: 3 } as const;
/** How long we wait for a server, or for a proxy before it, that takes connections and says nothing. Milliseconds. */
const PATIENCE: { readonly connectMs: number; readonly lockMs: number; readonly graceMs: number } = {
  /** For a connection, whether a free one or a new one. */
  connectMs: 20_000,
  /** At start, for another server that prepares the database, or for a transaction that holds a table. */
  lockMs: 120_000,
  /** For an answer, beyond the time after which the server itself ends a statement. */
  graceMs: 5_000,
};

/** An idle connection is closed after so long; opening one costs some milliseconds. */
const IDLE_MS = 60_000;

/** Session settings by role. The limits end what a bug would let run on; the queue's own upkeep may take longer. */
const USUAL_LIMITS = { lock_timeout: '10s', idle_in_transaction_session_timeout: '30s' };
const STATEMENT_MS = { app: 15_000, directory: 15_000, jobs: 60_000 } as const;

/**
 * PostgreSQL by URL. Each role has a pool of its own, so a connection never changes its role; the group is set when a
 * connection is taken out for another group than before.
 */
export function postgresEngine({ url, connections, patience }: PostgresSettings): Engine {
  const { connectMs, lockMs, graceMs } = { ...PATIENCE, ...patience };
  const common: pg.ClientConfig = {
    connectionString: url,
    application_name: 'beback',
    keepAlive: true,
    connectionTimeoutMillis: connectMs,
  };
  const pool = (role: Identity['role'], max: number): pg.Pool => {
    const made = new pg.Pool({
      ...common,
      max,
      idleTimeoutMillis: IDLE_MS,
      query_timeout: STATEMENT_MS[role] + graceMs,
      onConnect: (client) =>
        setUp(client, { role: DATABASE_ROLES[role], statement_timeout: `${STATEMENT_MS[role]}ms`, ...USUAL_LIMITS }),
    });
    // An idle connection that breaks leaves the pool by itself; the next caller gets another.
    made.on('error', () => {});
    return made;
  };
  const pools = {
    app: pool('app', connections),
    directory: pool('directory', OTHER_CONNECTIONS.directory),
    jobs: pool('jobs', OTHER_CONNECTIONS.jobs),
  };
  const names = statementNames();
  const listener = postgresListener(common);
  /** Whose rows each connection shows at present. */
  const entered = new WeakMap<object, string>();

  const enter = async (link: Link, client: object, groupId: string): Promise<void> => {
    if (entered.get(client) === groupId) return;
    entered.delete(client);
    await link.query({ text: `select set_config('app.group_id', $1, false)`, values: [groupId] });
    entered.set(client, groupId);
  };

  return {
    kind: 'postgres',
    take: async (identity) => {
      const client = await pools[identity.role].connect().catch(noConnection);
      const link = postgresLink(client, identity.role === 'jobs' ? undefined : names, (broken) => {
        if (broken) entered.delete(client);
        client.release(broken);
      });
      if (identity.role !== 'app') return link;
      try {
        await enter(link, client, identity.groupId);
        return link;
      } catch (error) {
        await link.release();
        throw error;
      }
    },
    takeAsOwner: async () => {
      const client = new pg.Client(common);
      client.on('error', () => {});
      try {
        await client.connect();
        await setUp(client, { lock_timeout: `${lockMs}ms` });
      } catch (error) {
        void client.end().catch(() => {});
        throw toSqlError(error);
      }
      return postgresLink(client, undefined, () => client.end());
    },
    listen: listener.listen,
    close: async () => {
      await listener.close();
      await Promise.all(Object.values(pools).map((each) => each.end()));
    },
  };
}

// Helpers

/** What the code relies on in every session, whatever the server's or the login's own settings are. */
const ALWAYS = { timezone: 'UTC', datestyle: 'ISO', search_path: 'public', client_encoding: 'UTF8' } as const;

async function setUp(client: pg.ClientBase, more: Readonly<Record<string, string>>): Promise<void> {
  const settings = Object.entries({ ...ALWAYS, ...more });
  const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
  await client.query(`select ${calls.join(', ')}`, settings.flat());
}

function noConnection(error: unknown): never {
  if (error instanceof Error && error.message.startsWith('timeout exceeded')) {
    throw new SqlError('No connection to the database was free in time', { sqlState: '53300' });
  }
  throw toSqlError(error);
}
