import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Gateway, JobDatabase } from '../database/gateway.ts';

/** How pg-boss asks a database. */
export type BossDatabase = NonNullable<ConstructorOptions['db']>;

/** The queue of mail that leaves the house. */
export const MAIL_QUEUE = 'mail';

/** A worker that dies gives its job back after so long; pg-boss takes no less. */
const HEARTBEAT_SECONDS = 10;
const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;

/** What both the installation and the server say of an instance. Times are real: what leaves the house does so now. */
function options(database: BossDatabase, engine: Gateway['engine']): ConstructorOptions {
  return {
    db: database,
    backend: engine,
    schema: 'pgboss',
    createSchema: false,
    schedule: false,
    // Indexes of a queue that is mostly empty; and it would need rights that its role does not have.
    reindex: false,
    monitorVacuum: false,
  };
}

/** What the application's role may do with the queue: enqueue, and not read what others have enqueued. */
const GRANTS = `
  revoke all on all tables in schema pgboss from beback_app;
  grant select on pgboss.queue to beback_app;
  grant insert, select (id, start_after) on pgboss.job_common to beback_app;
  grant execute on all functions in schema pgboss to beback_app`;

/** Makes or updates the queue's tables and queues. Safe at each start, and by several servers at once. */
export async function installBoss(jobs: JobDatabase, engine: Gateway['engine']): Promise<void> {
  const boss = new PgBoss({ ...options(jobs as BossDatabase, engine), supervise: false });
  // start() reports what goes wrong by throwing; the event alone would end the process.
  boss.on('error', () => {});
  await boss.start();
  try {
    await boss.createQueue(MAIL_QUEUE, {
      notify: true,
      retryLimit: 8,
      retryDelay: 30,
      retryBackoff: true,
      retryDelayMax: HOUR_SECONDS,
      expireInSeconds: 5 * MINUTE_SECONDS,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deleteAfterSeconds: 24 * HOUR_SECONDS,
    });
    await jobs.executeSql(GRANTS);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * An instance that knows all queues from its start on: on the embedded database it must not look one up while a
 * transaction is open.
 */
export async function startBoss(gateway: Gateway, worker: boolean, failed: (error: unknown) => void): Promise<PgBoss> {
  const database: BossDatabase = {
    executeSql: (text, values) => gateway.jobs.executeSql(text, values),
    listen: async (channel, heard, missed) => {
      const close = await gateway.listen(channel, heard, missed);
      missed();
      return { close };
    },
  };
  const boss = new PgBoss({
    ...options(database, gateway.engine),
    migrate: false,
    supervise: worker,
    // Together with the heartbeat: a killed worker's job comes back within seconds.
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
    useListenNotify: worker,
  });
  boss.on('error', failed);
  await boss.start();
  return boss;
}
