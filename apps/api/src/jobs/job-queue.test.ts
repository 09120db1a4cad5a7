import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../../test/support/test-gateway.ts';
import type { GroupDatabase } from '../database/gateway.ts';
import { newId } from '../database/new-id.ts';
import { sqlStateOf } from '../database/sql-error.ts';
import { type JobQueue, type MailJob, startJobQueue } from './job-queue.ts';

describe.each(ENGINES)('the job queue on %s', (engine) => {
  let test: TestGateway;
  let database: GroupDatabase;
  const queues: JobQueue[] = [];
  const failures: unknown[] = [];

  beforeAll(async () => {
    test = await openTestGateway(engine);
    database = test.gateway.enterGroup(newId());
  }, OPENING_MS);
  afterAll(() => test.close());
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.stop()));
    failures.length = 0;
  }, OPENING_MS);

  const start = async (worker: boolean): Promise<JobQueue> => {
    const queue = await startJobQueue(test.gateway, { worker, failed: (error) => failures.push(error) });
    queues.push(queue);
    return queue;
  };
  const jobs = (): Promise<unknown[]> => test.asOwner('select data from pgboss.job order by created_on');
  /** Resolves once the handler has seen `count` jobs. */
  const seeing = async (queue: JobQueue, count: number): Promise<MailJob[]> => {
    const seen: MailJob[] = [];
    let all = (): void => {};
    const done = new Promise<void>((resolve) => {
      all = resolve;
    });
    await queue.workMail((job) => {
      seen.push(job);
      if (seen.length === count) all();
      return Promise.resolve();
    });
    await done;
    return seen;
  };

  it(
    'enqueues with the transaction, ids only, and nothing when it fails',
    async () => {
      const queue = await start(false);
      const messageId = newId();
      const failing = database.transaction(async (tx) => {
        await queue.sendMailJob(tx, newId());
        throw new Error('No');
      });
      await expect(failing).rejects.toThrow('No');
      await database.transaction((tx) => queue.sendMailJob(tx, messageId));
      expect(await jobs()).toEqual([{ data: { groupId: database.groupId, messageId } }]);
      expect(await seeing(await start(true), 1)).toEqual([{ groupId: database.groupId, messageId }]);
    },
    OPENING_MS,
  );

  it(
    'hands jobs over soon after the COMMIT, each once',
    async () => {
      const queue = await start(true);
      const ids = Array.from({ length: 30 }, () => newId());
      const seen = seeing(queue, ids.length);
      await database.transaction(async (tx) => {
        for (const id of ids) await queue.sendMailJob(tx, id);
      });
      expect((await seen).map(({ messageId }) => messageId).sort()).toEqual([...ids].sort());
    },
    OPENING_MS,
  );

  it(
    'keeps a job whose handler failed for a later try, and nothing of what failed but its name',
    async () => {
      const queue = await start(true);
      const messageId = newId();
      const tried = new Promise<void>((resolve) => {
        void queue.workMail(() => {
          resolve();
          return Promise.reject(new TypeError('ana@example.com does not exist'));
        });
      });
      await database.transaction((tx) => queue.sendMailJob(tx, messageId));
      await tried;
      await queue.stop();
      queues.length = 0;
      const text = `select state::text as state, retry_count, output from pgboss.job where data ->> 'messageId' = $1`;
      expect(await test.asOwner(text, [messageId])).toEqual([
        { state: 'retry', retry_count: 0, output: { error: 'TypeError' } },
      ]);
      expect(failures).toMatchObject([{ name: 'TypeError' }]);
    },
    OPENING_MS,
  );

  it("does not show the application what it has enqueued, nor let it change another's", async () => {
    for (const text of [
      'select data from pgboss.job_common',
      'delete from pgboss.job_common',
      `update pgboss.queue set notify = false`,
    ]) {
      expect(await database.prisma.$executeRawUnsafe(text).catch(sqlStateOf)).toBe('42501');
    }
  });
});
