import pg from 'pg';
import { toSqlError } from '../sql-error.ts';

/** One connection that hears notifications, and comes back when it breaks. */
export interface Listener {
  listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

interface Ear {
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
}

/** A silent break (a router that forgets the connection) shows at the next check. */
const CHECK_EVERY_MS = 15_000;
const CHECK_PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** @param settings - with a limit to connecting: a proxy that stays mute would else end all hearing. */
export function postgresListener(settings: pg.ClientConfig): Listener {
  const ears = new Set<Ear>();
  let client: Promise<pg.Client> | undefined;
  let closed = false;
  let check: NodeJS.Timeout | undefined;

  const connected = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ ...settings, keepAlive: true, query_timeout: CHECK_PATIENCE_MS });
    fresh.on('notification', ({ channel, payload = '' }) => {
      for (const ear of ears) if (ear.channel === channel) ear.heard(payload);
    });
    fresh.on('error', () => {});
    try {
      await fresh.connect();
      for (const channel of new Set([...ears].map((ear) => ear.channel)))
        await fresh.query(`listen ${quoted(channel)}`);
    } catch (error) {
      void fresh.end().catch(() => {});
      throw error;
    }
    fresh.once('end', () => {
      clearInterval(check);
      if (!closed) void comeBack();
    });
    check = setInterval(() => void fresh.query('select 1').catch(() => fresh.end()), CHECK_EVERY_MS).unref();
    return fresh;
  };

  const comeBack = async (): Promise<void> => {
    for (let waitMs = FIRST_PAUSE_MS; !closed; waitMs = Math.min(waitMs * 2, LONGEST_PAUSE_MS)) {
      await new Promise((resolve) => setTimeout(resolve, waitMs * (0.5 + Math.random())).unref());
      client = connected();
      try {
        await client;
        for (const ear of ears) ear.missed();
        return;
      } catch {
        // The server is still away: longer and longer pauses, up to a limit.
      }
    }
  };

  return {
    listen: async (channel, heard, missed) => {
      const ear: Ear = { channel, heard, missed };
      const first = client === undefined;
      ears.add(ear);
      try {
        client ??= connected();
        await (await client).query(`listen ${quoted(channel)}`);
      } catch (error) {
        ears.delete(ear);
        if (first) client = undefined;
        throw toSqlError(error);
      }
      return async () => {
        ears.delete(ear);
        if (closed || [...ears].some((other) => other.channel === channel)) return;
        await (await client)?.query(`unlisten ${quoted(channel)}`).catch(() => {});
      };
    },
    close: async () => {
      closed = true;
      clearInterval(check);
      await (await client?.catch(() => undefined))?.end();
    },
  };
}

// Helpers

function quoted(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}
