import pg from 'pg';
import { cpuOf } from './processes.ts';

/** Watches what the connections of a PostgreSQL use. */
export interface PostgresCpu {
  /** Seconds of CPU since they were opened, of those that are open now. */
  readonly seconds: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function watchPostgres(databaseUrl: string): Promise<PostgresCpu> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    seconds: async () => {
      const { rows } = await client.query<{ pid: number }>(
        'select pid from pg_stat_activity where pid <> pg_backend_pid()',
      );
      return rows.reduce((sum, { pid }) => sum + (cpuOf(pid) ?? Number.NaN), 0);
    },
    stop: () => client.end(),
  };
}
