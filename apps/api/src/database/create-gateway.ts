import { encodeEvent } from '../events/event.ts';
import type { DirectoryDatabase, Gateway, GroupDatabase } from './gateway.ts';
import { jobDatabase, runJobSql } from './job-database.ts';
import type { Engine } from './link.ts';
import { scopedDatabase } from './scoped-database.ts';
import { statement } from './statement.ts';

/** Groups whose client is kept: about 2 MB each. */
const KEPT_GROUPS = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One channel for all events: a listener's connection is cheap, a LISTEN for each group is not. */
export const EVENT_CHANNEL = 'beback_event';

/** The walls over an engine: from here on nobody reaches the engine itself. */
export function createGateway(engine: Engine): Gateway {
  /** Least recently entered first. */
  const groups = new Map<string, GroupDatabase>();
  const directory = directoryDatabase(engine);
  return {
    engine: engine.kind,
    enterGroup: (groupId) => {
      if (!UUID.test(groupId)) throw new RangeError('enterGroup: expected a UUID in lower case');
      const entered = groups.get(groupId) ?? groupDatabase(engine, groupId);
      groups.delete(groupId);
      groups.set(groupId, entered);
      // Whoever still holds a group that goes may finish with it: it has no connection of its own to close.
      if (groups.size > KEPT_GROUPS) groups.delete(groups.keys().next().value ?? '');
      return entered;
    },
    directory,
    jobs: jobDatabase(() => engine.take({ role: 'jobs' })),
    listen: (channel, heard, missed = () => {}) => engine.listen(channel, heard, missed),
    measureTables: async () => {
      const owner = await engine.takeAsOwner();
      await owner.query({ text: 'analyze', values: [] }).finally(() => owner.release());
    },
    ping: async () => void (await directory.sql(PING, [])),
    close: () => engine.close(),
  };
}

// Helpers

const PING = statement('ping', 'select 1 as one');
const NOTIFY = statement('notify', 'select pg_notify($1, $2)');

function groupDatabase(engine: Engine, groupId: string): GroupDatabase {
  const scoped = scopedDatabase(engine, { role: 'app', groupId });
  return {
    groupId,
    prisma: scoped.prisma,
    sql: scoped.sql,
    transaction: (work) =>
      scoped.transaction(({ prisma, sql, open }) =>
        work({
          groupId,
          prisma,
          sql,
          notify: async (event) => void (await sql(NOTIFY, [EVENT_CHANNEL, encodeEvent(groupId, event)])),
          executeJobSql: (text, values = []) => runJobSql(open, text, values),
        }),
      ),
  };
}

function directoryDatabase(engine: Engine): DirectoryDatabase {
  const scoped = scopedDatabase(engine, { role: 'directory' });
  return {
    prisma: scoped.prisma,
    sql: scoped.sql,
    transaction: (work) =>
      scoped.transaction(({ prisma, sql }) =>
        work({ prisma, sql, notify: async (channel, payload) => void (await sql(NOTIFY, [channel, payload])) }),
      ),
  };
}
